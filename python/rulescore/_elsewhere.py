"""Facts and reviews as Python has them: paths, dicts, DataFrames."""

from __future__ import annotations

import json
import os
import warnings
from typing import Any, Iterable

from . import _core


class ReadWarning(UserWarning):
    """Something that could not be read or used; everything else was."""


def ready(framework: _core.Framework, facts: Any, reviews: Any) -> _core.Elsewhere:
    if facts is None and reviews is None:
        return _core.Elsewhere()
    paths, lines = _facts(facts)
    elsewhere, failures = _core.elsewhere(framework, paths, lines, [os.fspath(path) for path in _listed(reviews)], "")
    _warn(failures)
    return elsewhere


def warn_of_leftovers(elsewhere: _core.Elsewhere, cards: list[_core.Scorecard]) -> None:
    if elsewhere:
        _warn(_core.leftovers(elsewhere, cards))


def _warn(failures: list[tuple[str, str]]) -> None:
    for name, reason in failures:
        warnings.warn(f"{name}: {reason}" if name else reason, ReadWarning, stacklevel=4)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    single = isinstance(value, (str, os.PathLike, dict)) or hasattr(value, "columns")
    return [value] if single else list(value)


def _facts(facts: Any) -> tuple[list[str], str]:
    """Files apart from what is in memory, which becomes JSON lines."""
    paths: list[str] = []
    rows: list[dict[str, Any]] = []
    for one in _listed(facts):
        if isinstance(one, (str, os.PathLike)):
            paths.append(os.fspath(one))
        else:
            rows.extend(_rows(one))
    return paths, "".join(json.dumps(row, ensure_ascii=False, default=_plain) + "\n" for row in rows)


def _rows(one: Any) -> Iterable[dict[str, Any]]:
    if hasattr(one, "columns"):
        there = one.notna().to_dict("records")
        return [{key: row[key] for key in row if has[key]} for row, has in zip(one.to_dict("records"), there)]
    if not isinstance(one, dict):
        raise _core.UsageError(f"a fact is a dict, a DataFrame of them, or a path, not {type(one).__name__}")
    return [{key: value for key, value in one.items() if value == value}]  # NaN says nothing


def _plain(value: Any) -> Any:
    """Numbers of numpy and pandas as Python's own."""
    return value.item() if hasattr(value, "item") else str(value)

"""Reading sources and running the engine: what Python adds around the core."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Callable, Iterable

from . import _core

METADATA = ("name", "title", "jurisdiction", "level", "province", "publisher", "published", "kind", "year")


class ReadWarning(UserWarning):
    """A document that could not be read; the others were."""


def read(source, errors: str = "warn") -> list[_core.Document]:
    """Read documents from a file, a folder, a .jsonl of many, a list of those, or a DataFrame with a `text` column.

    A DataFrame's other columns among name, title, jurisdiction, level, province, publisher, published, kind, year become metadata.
    errors: what happens to a document that can't be read: "warn" names it and goes on, "raise" raises DocumentError,
    "ignore" goes on in silence.
    """
    if errors not in ("warn", "raise", "ignore"):
        raise _core.UsageError(f"errors must be 'warn', 'raise' or 'ignore', not {errors!r}")
    documents, failures = _from_frame(source) if hasattr(source, "columns") else _core.read(_paths(source))
    for name, reason in failures:
        if errors == "raise":
            raise _core.DocumentError(f"{name}: {reason}")
        if errors == "warn":
            warnings.warn(f"{name}: {reason}", ReadWarning, stacklevel=2)
    return documents


def _paths(source) -> list[str]:
    if isinstance(source, (str, os.PathLike)):
        return [os.fspath(source)]
    return [os.fspath(s) for s in source]


def _from_frame(frame):
    if "text" not in frame.columns:
        raise _core.UsageError(f"the DataFrame has no column 'text'; its columns are {', '.join(map(str, frame.columns))}")
    documents, failures = [], []
    for index, row in zip(frame.index, frame.to_dict("records")):
        metadata = {k: _plain(k, row[k]) for k in METADATA if k in row and row[k] == row[k] and row[k] is not None}
        metadata.setdefault("name", str(index))
        try:
            documents.append(_core.Document(row["text"], metadata))
        except (_core.DocumentError, TypeError) as error:
            failures.append((metadata["name"], f"text is {type(row['text']).__name__}" if isinstance(error, TypeError) else str(error)))
    return documents, failures


def _plain(key: str, value):
    return int(value) if key == "year" else str(value)


def evaluate(engine: _core.Engine, documents: Iterable[_core.Document] | _core.Document, threads: int = 0,
             progress: bool | Callable[[int, int], object] = False) -> list[_core.Scorecard]:
    """Score documents: one Scorecard each, in order; the same bits for any number of threads (0: one a core).

    progress: True shows a bar (tqdm if installed), a function is called with (done, total). Ctrl-C stops between documents.
    """
    if isinstance(documents, _core.Document):
        documents = [documents]
    documents = list(documents)
    if progress is True:
        with _Bar(len(documents)) as bar:
            return engine._evaluate(documents, threads, bar)
    return engine._evaluate(documents, threads, progress or None)


class _Bar:
    """A progress bar: tqdm where there is one, a counter on stderr elsewhere."""

    def __init__(self, total: int):
        try:
            from tqdm.auto import tqdm
        except ImportError:
            self._tqdm, self._total = None, total
        else:
            self._tqdm = tqdm(total=total, unit="doc")

    def __call__(self, done: int, total: int) -> None:
        if self._tqdm is not None:
            self._tqdm.update(done - self._tqdm.n)
        else:
            print(f"\r{done}/{total} documents", end="", file=sys.stderr, flush=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._tqdm is not None:
            self._tqdm.close()
        else:
            print(file=sys.stderr)


def rebuild_card(framework: _core.Framework, document: _core.Document) -> _core.Scorecard:
    """Unpickles a scorecard: same document, same framework, same bits."""
    engine = _ENGINES.get(framework.fingerprint)
    if engine is None:
        engine = _core.Engine(framework)
        if len(_ENGINES) >= 8:
            _ENGINES.pop(next(iter(_ENGINES)))
        _ENGINES[framework.fingerprint] = engine
    return engine._evaluate([document], 1, None)[0]


_ENGINES: dict[str, _core.Engine] = {}

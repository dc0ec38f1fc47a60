"""Reading sources and running the engine: what Python adds around the core."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Any, Callable, Iterable

from . import _core, _elsewhere
from ._elsewhere import ReadWarning
from .types import Metadata


def read(source: Any, errors: str = "warn", encoding: str | None = None, format: str | None = None) -> list[_core.Document]:
    """Read documents from a file, a folder, a .jsonl of many, a list of those, or a pandas DataFrame with a `text` column.

    A file is text, Markdown, HTML, .docx (if the package was built with libzip and pugixml) or PDF (if pdftotext is installed). A
    folder gives such files by name; a manifest.yaml beside them gives metadata. A DataFrame's columns among name, title,
    jurisdiction, level, province, publisher, published, kind, year become metadata, its index the missing names.
    errors: what happens to a document that can't be read: "warn" says so in a ReadWarning and goes on, "raise" raises
    DocumentError, "ignore" goes on in silence.
    encoding, format: found out unless said: "utf-8", "gb18030" (or "gbk", "gb2312"), "big5", "utf-16"; "text", "markdown", "html",
    "docx", "pdf". `Document.encoding` and `Document.format` tell what was chosen.

    Raises IoError (an OSError) for a source that isn't there, UsageError for an encoding or format there is not.
    """
    if errors not in ("warn", "raise", "ignore"):
        raise _core.UsageError(f"errors must be 'warn', 'raise' or 'ignore', not {errors!r}")
    if hasattr(source, "columns"):
        if encoding or format:
            raise _core.UsageError("encoding and format are for files; a DataFrame's texts are read as they are")
        documents, failures = _from_frame(source)
    else:
        documents, failures = _core.read(_paths(source), encoding or "", format or "")
    for name, reason in failures:
        if errors == "raise":
            raise _core.DocumentError(f"{name}: {reason}")
        if errors == "warn":
            warnings.warn(f"{name}: {reason}", ReadWarning, stacklevel=2)
    return documents


def _paths(source: Any) -> list[str]:
    paths = [os.fspath(s) for s in ([source] if isinstance(source, (str, os.PathLike)) else source)]
    for path in paths:
        if path != "-" and not os.path.exists(path):
            raise _core.IoError(f"{path}: no such file or folder")
    return paths


def _from_frame(frame: Any) -> tuple[list[_core.Document], list[tuple[str, str]]]:
    if "text" not in frame.columns:
        raise _core.UsageError(f"the DataFrame has no column 'text'; its columns are {', '.join(map(str, frame.columns))}")
    documents, failures = [], []
    known = [key for key in Metadata.__annotations__ if key in frame.columns]
    present = frame[known].notna().to_dict("records")
    for index, row, there in zip(frame.index, frame.to_dict("records"), present):
        metadata: dict[str, Any] = {key: int(row[key]) if key == "year" else str(row[key]) for key in known if there[key]}
        metadata.setdefault("name", str(index))
        try:
            documents.append(_core.Document(row["text"], **metadata))
        except (ValueError, TypeError) as error:
            failures.append((metadata["name"], str(error)))
    return documents, failures


def evaluate(
    engine: _core.Engine,
    documents: Iterable[_core.Document] | _core.Document,
    threads: int = 0,
    progress: bool | Callable[[int, int], object] = False,
    *,
    facts: Any = None,
    reviews: Any = None,
) -> list[_core.Scorecard] | _core.Scorecard:
    """Find evidence and score it: one Scorecard a document, in order; for a single Document, its Scorecard.

    threads: 0 is one a core; any number gives the same bits. progress: True shows a bar (tqdm where installed); a function is
    called with (done, total) now and then, and an exception from it stops the work. So does Ctrl-C. The GIL is released.

    facts: what is known from elsewhere: .csv or .jsonl files, dicts with their columns (jurisdiction year indicator value unit
    source …), or a DataFrame. reviews: review files. What can't be read, or is about no document here, is a ReadWarning.
    """
    if threads < 0:
        raise _core.UsageError(f"threads must be at least 0 (one a core), not {threads}")
    many = [documents] if isinstance(documents, _core.Document) else list(documents)
    elsewhere = _elsewhere.ready(engine.framework, facts, reviews)
    if progress is True:
        with _Bar(len(many)) as bar:
            cards = engine._evaluate(many, threads, bar, elsewhere)
    else:
        cards = engine._evaluate(many, threads, progress or None, elsewhere)
    _elsewhere.warn_of_leftovers(elsewhere, cards)
    return cards[0] if isinstance(documents, _core.Document) else cards


class _Bar:
    """A progress bar: tqdm where there is one, a counter on stderr elsewhere."""

    def __init__(self, total: int):
        try:
            from tqdm.auto import tqdm
        except ImportError:
            self._tqdm = None
        else:
            self._tqdm = tqdm(total=total, unit="doc")

    def __call__(self, done: int, total: int) -> None:
        if self._tqdm is not None:
            self._tqdm.update(done - self._tqdm.n)
        else:
            print(f"\r{done}/{total} documents", end="", file=sys.stderr, flush=True)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._tqdm is not None:
            self._tqdm.close()
        else:
            print(file=sys.stderr)

"""From the sentence to the score to what to do next.

    import rulescore as rs
    fw     = rs.load()                      # the 100-item framework; or rs.load("my/framework.yaml")
    docs   = rs.read("reports/")            # files, folders, .jsonl, or a DataFrame with a `text` column
    cards  = rs.Engine(fw).evaluate(docs)   # evidence found and scored, on every core, without the GIL
    panel  = rs.Panel(cards)
    panel.to_frame()                        # documents x indicators
    rs.gaps(panel, target="best")           # where points are missing, largest first
    rs.ranking(panel, draws=10_000, seed=1) # who is ahead, how surely

Everything is an immutable value: edits return a new one (`fw.with_weight("C", 2.0)`), threads may share, pickles travel.
Spans (`begin`, `end`) index Python strings; `byte_begin` and `byte_end` are the bytes on disk.
"""

from __future__ import annotations

import os as _os
from typing import Iterable as _Iterable

try:
    from . import _core
except ImportError as error:  # the package folder without its compiled module, usually a source tree on sys.path
    raise ImportError("rulescore's compiled module is missing; install the package with `pip install .`") from error

from . import _display, _frames
from ._analysis import GapReport, Gaps, Ranking
from ._core import (
    Document,
    DocumentError,
    Engine,
    Error,
    EvidenceSet,
    Framework,
    FrameworkError,
    IoError,
    Panel,
    Scorecard,
    UsageError,
    __version__,
)
from ._evaluate import ReadWarning, evaluate as _evaluate, read, rebuild_card as _rebuild_card

__all__ = [
    "Document", "DocumentError", "Engine", "Error", "EvidenceSet", "Framework", "FrameworkError", "GapReport", "Gaps", "IoError",
    "Panel", "Ranking", "ReadWarning", "Scorecard", "UsageError", "__version__", "check_examples", "gaps", "load", "parse",
    "ranking", "read",
]


def __dir__() -> list[str]:
    return __all__


def load(path: str | _os.PathLike[str] | None = None) -> Framework:
    """Load a framework from framework.yaml or the folder that holds it; without a path, the installed 100-item framework.

    Raises FrameworkError (a ValueError) with every finding in `.issues`, or IoError (an OSError).
    """
    return _core.load(_os.fspath(path) if path is not None else _core.default_framework_path())


def parse(yaml: str, name: str = "framework.yaml") -> Framework:
    """Parse one self-contained framework; `name` stands in messages. Raises FrameworkError."""
    return _core.parse(yaml, name)


def gaps(panel: Panel | _Iterable[Scorecard], target: str | float = "full") -> Gaps:
    """Where points are missing, one report a scorecard, largest gain first.

    target: "full", "best" or "median" of the panel, a total on the framework's scale, or a band's name. `gain` is what the total
    would win if that indicator alone reached its target, after real aggregation.
    """
    return Gaps(_core.gaps(_panel(panel), str(target)))


def ranking(panel: Panel | _Iterable[Scorecard], draws: int = 0, seed: int = 1, noise: float = 0.25) -> Ranking:
    """Who is ahead; with draws > 0, how surely, under random weights.

    Every sibling weight is multiplied by 1 + noise * u, u uniform in (-1, 1). Draw k is the same on any machine.
    """
    return Ranking(_core.ranking(_panel(panel), draws, seed, noise))


def check_examples(framework: Framework) -> list[dict]:
    """Run the examples that stand beside the rules: one dict each with code, text, passed, expected, found, file, line."""
    return _core.run_examples(Engine(framework))


def _panel(panel: Panel | _Iterable[Scorecard]) -> Panel:
    return panel if isinstance(panel, Panel) else Panel(list(panel))


Engine.evaluate = _evaluate
Panel.to_frame = _frames.to_frame
Panel.to_arrow = _frames.to_arrow
EvidenceSet.to_frame = _frames.evidence_to_frame
Scorecard.__reduce__ = lambda card: (_rebuild_card, (card.framework, card.document))
_display.install(Document, Framework, Engine, EvidenceSet, Scorecard, Panel)


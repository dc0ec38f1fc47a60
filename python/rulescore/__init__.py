"""From the sentence to the score to what to do next.

    import rulescore as rs
    fw     = rs.load()                      # the 100-item framework; or rs.load("my/framework.yaml")
    docs   = rs.read("reports/")            # files, folders, .jsonl, or a DataFrame with a `text` column
    cards  = rs.Engine(fw).evaluate(docs)   # evidence found and scored, on every core, without the GIL
    panel  = rs.Panel(cards)
    panel.to_frame()                        # documents x indicators
    rs.gaps(panel, target="best")           # where points are missing, largest first
    rs.ranking(panel, draws=10_000, seed=1) # who is ahead, how surely
    rs.compare(fw, fw.with_weight("C", 2.0), docs)  # what an edit of the framework did
    rs.Crosswalk.load("walk.yaml").cross(cards[0])  # read as another framework's, or another edition's
    cards[0].what_if({"E1.3": "100%"})      # what the score would be if that were shown; panel.what_if adds the ranks
    rs.compare(cards_2019, cards_2020)      # what moved each total between two years, and why
    rs.roadmap(panel, target=80)            # what first, by whom, by when; .save("plan.xlsx")
    rs.index("cities.csv", fw)              # a composite index from figures alone; .to_frame(), .with_weights("critic")
    rs.places(panel)                        # what many lack, what is lacked together, who leads
    rs.prepare.normalise(X, senses)         # gaps, outliers, one scale; rs.views: correlations, components, trends, …
    rs.weighting.critic(X, senses)          # weights: entropy, MEREC, AHP, best-worst, benefit of the doubt, …
    rs.sensitivity.simulate(X, weights)     # how sure ranks are: draws of weights, acceptability, Sobol indices, least changes
    rs.decision.topsis(X, weights, senses)  # rankings beyond sums: VIKOR, PROMETHEE, Copeland, Choquet, …

Everything is an immutable value: edits return a new one (`fw.with_weight("C", 2.0)`), threads may share, pickles travel.
Spans (`begin`, `end`) index Python strings; `byte_begin` and `byte_end` are the bytes on disk where `Document.verbatim`.
`rulescore.types` says what the dicts hold. Errors are also the builtins one catches: FrameworkError, DocumentError and UsageError
are ValueErrors, IoError is an OSError.
"""

from __future__ import annotations

import json as _json
import os as _os
from typing import Iterable as _Iterable

try:
    from . import _core
except ImportError as error:  # the package folder without its compiled module, usually a source tree on sys.path
    raise ImportError("rulescore's compiled module can't be loaded; install the package with `pip install .`") from error

from . import _analysis, _compare, _places, _roadmap, decision, prepare, sensitivity, types, views, weighting
from ._analysis import GapReport, Gaps, Ranking
from ._attach import attach as _attach
from ._compare import Comparison
from ._crosswalk import Crossed
from ._core import (
    Crosswalk,
    Document,
    DocumentError,
    Engine,
    Error,
    EvidenceSet,
    Framework,
    FrameworkError,
    Index,
    IoError,
    Panel,
    Scorecard,
    Table,
    UsageError,
    __version__,
    default_framework_path,
)
from ._evaluate import ReadWarning, read
from ._index import index
from ._places import Places
from ._roadmap import RoadMap, RoadMaps
from ._what_if import WhatIf
from .sensitivity import uncertainty

__all__ = [
    "Comparison",
    "Crossed",
    "Crosswalk",
    "Document",
    "DocumentError",
    "Engine",
    "Error",
    "EvidenceSet",
    "Framework",
    "FrameworkError",
    "GapReport",
    "Gaps",
    "Index",
    "IoError",
    "Panel",
    "Places",
    "Ranking",
    "ReadWarning",
    "RoadMap",
    "RoadMaps",
    "Scorecard",
    "Table",
    "UsageError",
    "WhatIf",
    "__version__",
    "check",
    "check_examples",
    "compare",
    "decision",
    "default_framework_path",
    "gaps",
    "index",
    "load",
    "parse",
    "places",
    "prepare",
    "ranking",
    "read",
    "roadmap",
    "sensitivity",
    "types",
    "uncertainty",
    "views",
    "weighting",
]

_attach()


def __dir__() -> list[str]:
    return __all__


def load(path: str | _os.PathLike[str] | None = None, *, allow_outside: bool = False) -> Framework:
    """Load a framework from framework.yaml or the folder that holds it; without a path, the installed 100-item framework
    ($RULESCORE_FRAMEWORK, if set, says which instead).

    allow_outside: files it names (`extends`, `groups`) may stand elsewhere than below its own folder.

    Raises FrameworkError with every finding in `.issues`, or IoError.
    """
    return _core.load(_os.fspath(path) if path is not None else default_framework_path(), allow_outside)


def parse(yaml: str, name: str = "framework.yaml") -> Framework:
    """Parse one framework, which may extend one that ships but name no files; `name` stands in messages.

    Raises FrameworkError with every finding in `.issues`.
    """
    return _core.parse(yaml, name)


def gaps(panel: Panel | _Iterable[Scorecard] | Scorecard, target: str | float = "full") -> Gaps:
    """Where points are missing: one GapReport a scorecard, its gaps by gain, largest first.

    target: "full"; "best" or "median" of the panel indicator by indicator, also among equals ("best:level", "median:province");
    "last-year": the same jurisdiction a year before, if the panel holds it; a total on the framework's scale; or a band's name.
    Each gap says its kind, whether it is likelier closed by a sentence or by work, what would close it, and what the best
    comparable documents wrote; see rulescore.types.Gap.
    Raises UsageError for any other, saying what is accepted.
    """
    return _analysis.gaps(_panel(panel), str(target))


def ranking(panel: Panel | _Iterable[Scorecard], draws: int = 0, seed: int = 1, noise: float = 0.25, threads: int = 0) -> Ranking:
    """Who is ahead; with draws > 0, how surely, when the weights are uncertain.

    In each draw every weight is multiplied by 1 + noise * u, u uniform in (-1, 1) and noise in [0, 1). Draw k of a seed is the
    same on any machine and for any number of threads (0: one a core). Raises UsageError.
    """
    return _analysis.ranking(_panel(panel), draws, seed, noise, threads)


def check(path: str | _os.PathLike[str] | None = None, *, allow_outside: bool = False) -> list[types.Issue]:
    """Everything there is to say about a framework: its errors, or else its warnings and what in it is hardly meant.

    Nothing is raised for a framework that is wrong; [] means that there is nothing to mend. Raises IoError where there is none.
    """
    try:
        framework = load(path, allow_outside=allow_outside)
    except FrameworkError as error:
        return error.issues
    return _core.check(framework)


def compare(before, after, documents=None, *, between=None, threads: int = 0, facts=None, reviews=None) -> Comparison:
    """What changed between two frameworks, and what that did to the same documents; or between two years, and why.

    before, after: two Frameworks, with the documents to score under both; they are matched once where the evidence rules are the
    same. Or two panels (or lists of scorecards): of the same documents, or of two years of the same jurisdictions, where `shifts` of
    each document say what moved its total, in points that add up. Or the paths of two files that `rulescore score --format json` or
    `jsonl` wrote. between: for two years under two frameworks, the old documents under the new one. facts, reviews: as for
    Engine.evaluate.

    Raises UsageError when no document, and no jurisdiction, is on both sides.
    """
    return _compare.compare(before, after, documents, between, threads, facts, reviews)


def roadmap(
    panel: Panel | _Iterable[Scorecard] | Scorecard,
    target: str | float = "full",
    *,
    budget: float | None = None,
    quarters: int = 4,
    capacity: float | None = None,
    start: str | None = None,
    crosswalks: _Iterable[Crosswalk] = (),
) -> RoadMaps:
    """The cheapest set of indicators that reaches a target, in the order of work: one RoadMap a scorecard.

    target: as for gaps(). budget: effort there is; where it doesn't suffice the steps are the best it pays for. quarters: over
    which the effort is spread evenly; or capacity: effort a quarter, as many quarters as it takes. start: the first quarter,
    "2021Q1"; by default the first of the year after the report's. crosswalks: what the same steps bring under other frameworks.
    Raises UsageError.
    """
    return _roadmap.roadmap(_panel(panel), str(target), budget, quarters, capacity, start, crosswalks)


def places(panel: Panel | _Iterable[Scorecard], *, enough: float = 1.0, cut: float = 0.5, leaders: int = 3) -> Places:
    """Places by items: what many lack (in all and by level), what is lacked together, and who leads, with quotes.

    enough: an item is lacked below this score. cut: how far apart what is in one cluster may be. leaders: that an item names at
    most. Of a jurisdiction with several documents the latest counts. Raises UsageError.
    """
    return _places.places(_panel(panel), enough, cut, leaders)


def check_examples(framework: Framework) -> list[types.Example]:
    """Run the examples that stand beside the rules, in the framework's order; see rulescore.types.Example."""
    return _json.loads(_core.examples_json(Engine(framework)))["examples"]


def _panel(panel: Panel | _Iterable[Scorecard] | Scorecard) -> Panel:
    if isinstance(panel, Scorecard):
        return Panel([panel])
    return panel if isinstance(panel, Panel) else Panel(list(panel))

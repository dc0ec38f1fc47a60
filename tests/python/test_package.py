"""The package as it was installed: its stub, its data, its command, its notebook."""

import contextlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

from support import ROOT, SEEDS, Seeds
import rulescore as rs
from rulescore import _core


def members(body):
    return {name for name in re.findall(r"def (\w+)", body) if not name.startswith("_")}


class Stub(unittest.TestCase):
    def setUp(self):
        self.stub = (pathlib.Path(rs.__file__).parent / "_core.pyi").read_text()

    def test_it_names_what_the_core_has(self):
        names = {n for n in dir(_core) if not n.startswith("_")}
        self.assertEqual(names, set(re.findall(r"^(?:class|def) (\w+)", self.stub, re.M)))
        for kind in (rs.Document, rs.Framework, rs.EvidenceSet, rs.Scorecard, rs.Engine, rs.Panel):
            body = re.search(rf"^class {kind.__name__}:\n((?:    .*\n|\n)+)", self.stub, re.M).group(1)
            self.assertEqual({n for n in vars(kind) if not n.startswith("_")}, members(body), kind.__name__)

    def test_every_public_name_is_there_and_told(self):
        self.assertEqual(dir(rs), sorted(rs.__all__))
        for name in rs.__all__:
            self.assertTrue(getattr(rs, name).__doc__ or name == "__version__", name)

    def test_the_dicts_hold_what_their_types_say(self):
        card = rs.Engine(rs.load()).evaluate(rs.read(SEEDS))[1]
        panel, types = rs.Panel([card]), rs.types
        gap = next(g for g in rs.gaps(panel)[0] if g["evidence"])
        for kind, value in (
            (types.Evidence, card.evidence.items[0]),
            (types.Evidence, gap["evidence"]),
            (types.NodeScore, card.nodes[0]),
            (types.Node, card.framework.nodes[0]),
            (types.Gap, gap),
            (types.RankedRow, rs.ranking(panel)[0]),
            (types.Metadata, card.document.metadata),
            (types.Section, card.document.sections[0]),
            (types.Sentence, card.document.sentences[0]),
            (types.Band, card.framework.bands[0]),
        ):
            self.assertEqual(set(value), set(kind.__required_keys__), kind.__name__)
        for quantity in card.document.quantities:
            self.assertTrue(types.Quantity.__required_keys__ <= set(quantity) <= set(types.Quantity.__annotations__))


class Installed(Seeds):
    def test_versions_agree(self):
        self.assertIn(f"VERSION {rs.__version__} ", (ROOT / "CMakeLists.txt").read_text())

    def test_the_default_framework_stands_beside_the_module(self):
        self.assertIn(pathlib.Path(_core.__file__).resolve().parent, pathlib.Path(rs.default_framework_path()).parents)

    def test_the_command_line_is_the_same_program(self):
        run = subprocess.run(
            [sys.executable, "-m", "rulescore", "score", str(SEEDS), "--format", "jsonl"], capture_output=True, text=True
        )
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stdout, "".join(c.to_json() for c in self.cards))
        script = pathlib.Path(sys.executable).parent / "rulescore"
        self.assertEqual(
            subprocess.run([script, "score", str(SEEDS), "--format", "jsonl"], capture_output=True, text=True).stdout, run.stdout
        )
        bad = subprocess.run([script, "scor"], capture_output=True, text=True)
        self.assertEqual((bad.returncode, bad.stdout), (2, ""))

    def test_a_closed_pipe_ends_it_quietly(self):
        run = subprocess.run(
            f"{sys.executable} -m rulescore evidence {SEEDS} --format jsonl | head -n 1",
            shell=True,
            capture_output=True,
            text=True,
        )
        self.assertEqual((len(run.stdout.splitlines()), run.stderr), (1, ""))


class Notebook(unittest.TestCase):
    def test_first_look_runs_from_top_to_bottom(self):
        folder = ROOT / "python/notebooks"
        notebook = json.loads((folder / "first-look.ipynb").read_text(encoding="utf-8"))
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder)
        names = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()):
            for number, cell in enumerate(c for c in notebook["cells"] if c["cell_type"] == "code"):
                exec(compile("".join(cell["source"]), f"first-look.ipynb, code cell {number + 1}", "exec"), names)
        self.assertEqual((len(names["cards"]), names["panel"].scores.shape), (5, (5, 100)))
        self.assertNotEqual(names["again"].score, names["cards"][0].score)


if __name__ == "__main__":
    unittest.main()

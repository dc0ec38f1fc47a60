"""The package as a notebook uses it. Needs numpy; pandas and pyarrow where installed."""

import json
import os
import pathlib
import pickle
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import warnings

import numpy as np

import rulescore as rs

ROOT = pathlib.Path(os.environ.get("RULESCORE_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
SEEDS = ROOT / "seeds"
TINY = """
rulescore: 1
id: tiny
version: "1"
title: {zh: 小, en: tiny}
full: 100
missing: zero
children:
  - code: A
    title: {zh: 甲, en: A}
    children:
      - code: A1
        number: 1
        title: {zh: 出庭, en: court}
        asks: {zh: 出庭。, en: Appear.}
        evidence: {rate: {any: [出庭率], value: {unit: "%"}}}
        score: {rate: {from: 50%, to: 100%}}
      - code: A2
        number: 2
        title: {zh: 普法, en: education}
        asks: {zh: 普法。, en: Teach.}
        evidence: {events: {any: [普法活动], value: {unit: 场}}}
        score: {events: {target: 10场}}
"""


class Snippet(unittest.TestCase):
    """The interface's own lines, one behind the other."""

    def test_first_look(self):
        fw = rs.load(ROOT / "indicators/demonstration-2021/framework.yaml")
        docs = rs.read(SEEDS)
        engine = rs.Engine(fw)
        cards = engine.evaluate(docs, threads=0)
        panel = rs.Panel(cards)
        self.assertEqual(len(fw), 100)
        self.assertEqual(len(docs), 5)
        self.assertEqual(panel.scores.shape, (5, 100))
        gaps = rs.gaps(panel, target="best")
        self.assertEqual(len(gaps), 5)
        ranking = rs.ranking(panel, draws=200, seed=1)
        self.assertEqual([r["rank"] for r in ranking], sorted(r["rank"] for r in ranking))
        again = rs.Engine(fw.with_weight("C", 2.0)).score(cards[0].evidence)
        self.assertNotEqual(again.score, cards[0].score)
        self.assertEqual(rs.load().fingerprint, fw.fingerprint)

    def test_gaps_reconcile_with_the_score(self):
        engine = rs.Engine(rs.parse(TINY))
        card = engine.evaluate([rs.Document("出庭率75%。普法活动5场。")])[0]
        self.assertEqual(card.score, 50.0)
        report = rs.gaps([card])[0]
        self.assertEqual([(g["code"], g["gain"]) for g in report], [("A1", 25.0), ("A2", 25.0)])
        self.assertEqual(report.reachable, 100.0)


class Values(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = rs.Engine(rs.load())
        cls.docs = rs.read(SEEDS)
        cls.cards = cls.engine.evaluate(cls.docs)

    def test_spans_index_python_strings_and_bytes(self):
        for card in self.cards:
            text, raw = card.document.text, card.document.text.encode()
            self.assertGreater(len(card.evidence), 0)
            for e in card.evidence.items:
                self.assertEqual(text[e["begin"]:e["end"]], e["quote"])
                self.assertEqual(raw[e["byte_begin"]:e["byte_end"]].decode(), e["quote"])

    def test_views_are_read_only_and_keep_the_panel_alive(self):
        scores = rs.Panel(self.cards).scores
        self.assertFalse(scores.flags.writeable)
        self.assertFalse(scores.flags.owndata)
        with self.assertRaises(ValueError):
            scores[0, 0] = 1
        self.assertTrue(np.all((scores[~np.isnan(scores)] >= 0) & (scores[~np.isnan(scores)] <= 1)))

    def test_any_thread_count_gives_the_same_bits(self):
        reference = [c.to_json() for c in self.cards]
        for threads in (1, 2, 3, 7):
            self.assertEqual([c.to_json() for c in self.engine.evaluate(self.docs * 3, threads=threads)], reference * 3)

    def test_everything_a_worker_needs_pickles(self):
        for value in (self.docs[0], self.engine.framework, self.engine.framework.with_weight("A", 3)):
            twin = pickle.loads(pickle.dumps(value))
            for name in ("text", "fingerprint"):
                if hasattr(value, name):
                    self.assertEqual(getattr(twin, name), getattr(value, name))
        engine, document, card = pickle.loads(pickle.dumps((self.engine, self.docs[1], self.cards[1])))
        self.assertEqual(engine.evaluate([document])[0].to_json(), self.cards[1].to_json())
        self.assertEqual(card.to_json(), self.cards[1].to_json())

    def test_everything_shows_itself(self):
        panel = rs.Panel(self.cards)
        gaps, ranking = rs.gaps(panel), rs.ranking(panel)
        for value in (self.docs[0], self.engine.framework, self.cards[0], self.cards[0].evidence, panel, gaps, gaps[0], ranking):
            self.assertNotIn(" object at 0x", repr(value))
            self.assertRegex(value._repr_html_(), r"^<")
        self.assertNotIn("\n", repr(self.cards[0]))

    def test_html_escapes_what_documents_say(self):
        card = self.engine.evaluate(rs.Document("行政机关负责人出庭应诉率<script>alert(1)</script>100%。", {"jurisdiction": "<b>"}))[0]
        for html in (card._repr_html_(), card.evidence._repr_html_(), card.document._repr_html_(), rs.gaps([card])._repr_html_()):
            self.assertNotIn("<script", html)
            self.assertNotIn("<b>", html)

    def test_json_is_the_command_line_s(self):
        card = json.loads(self.cards[0].to_json())
        self.assertEqual(len(card["nodes"]), len(self.engine.framework.nodes))
        self.assertAlmostEqual(card["score"], self.cards[0].score, delta=0)

    def test_explain_names_the_quote(self):
        code = next(n["code"] for n in self.cards[1].nodes if n["state"] == "evidenced" and n["number"])
        self.assertIn(code, self.cards[1].explain(code))
        self.assertTrue(self.cards[1].reason(code, "en"))


class Work(unittest.TestCase):
    def test_the_gil_is_released(self):
        engine, docs = rs.Engine(rs.load()), rs.read(SEEDS) * 200
        ticks, stop = 0, threading.Event()

        def tick():
            nonlocal ticks
            while not stop.is_set():
                ticks += 1
                time.sleep(0.0005)

        thread = threading.Thread(target=tick)
        thread.start()
        before = ticks
        engine.evaluate(docs, threads=1)
        during = ticks - before
        stop.set()
        thread.join()
        self.assertGreater(during, 5)

    def test_progress_is_told_and_its_exception_comes_out(self):
        engine, docs = rs.Engine(rs.parse(TINY)), rs.read(SEEDS) * 50
        seen = []
        engine.evaluate(docs, progress=lambda done, total: seen.append((done, total)))
        self.assertEqual(seen[-1], (250, 250))

        def fail(done, total):
            raise KeyError("mine")

        with self.assertRaisesRegex(KeyError, "mine"):
            engine.evaluate(docs, progress=fail)

    def test_a_forked_worker_scores(self):
        code = (
            "import multiprocessing as mp, rulescore as rs, sys\n"
            "engine = rs.Engine(rs.load()); docs = rs.read(sys.argv[1]); engine.evaluate(docs, threads=2)\n"
            "def work(d): return engine.evaluate([d], threads=2)[0].score\n"
            "with mp.get_context('fork').Pool(2) as pool: print(pool.map(work, docs))\n"
        )
        out = subprocess.run([sys.executable, "-c", code, str(SEEDS)], capture_output=True, text=True, timeout=120, check=True)
        self.assertEqual(len(json.loads(out.stdout)), 5)


class Errors(unittest.TestCase):
    def test_each_is_also_the_builtin_people_catch(self):
        for kind, builtin in ((rs.FrameworkError, ValueError), (rs.DocumentError, ValueError), (rs.IoError, OSError), (rs.UsageError, ValueError)):
            self.assertTrue(issubclass(kind, rs.Error) and issubclass(kind, builtin))

    def test_a_framework_error_carries_its_issues(self):
        with self.assertRaises(rs.FrameworkError) as caught:
            rs.parse(TINY.replace("full:", "ful:"), "mine.yaml")
        issue = caught.exception.issues[0]
        self.assertEqual((issue["file"], issue["line"], issue["column"], issue["severity"]), ("mine.yaml", 6, 1, "error"))
        self.assertIn("full", issue["hint"] + issue["message"])

    def test_missing_file_bad_weight_unknown_code(self):
        with self.assertRaises(OSError):
            rs.load("/nowhere/framework.yaml")
        fw = rs.parse(TINY)
        with self.assertRaises(ValueError):
            fw.with_weight("A1", -1)
        with self.assertRaisesRegex(rs.UsageError, "A1"):
            fw.with_weight("A11", 1)

    def test_evidence_of_other_rules_is_refused(self):
        card = rs.Engine(rs.parse(TINY)).evaluate(rs.Document("出庭率80%。"))[0]
        other = rs.parse(TINY.replace("出庭率", "应诉率"))
        with self.assertRaises(rs.UsageError):
            rs.Engine(other).score(card.evidence)

    def test_one_unreadable_document_is_named_and_the_rest_read(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "good.txt").write_text("出庭率80%。", encoding="utf-8")
            pathlib.Path(folder, "bad.txt").write_bytes(b"\xb7\xa8\xd6\xce")
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                docs = rs.read(folder)
            self.assertEqual([os.path.basename(d.name) for d in docs], ["good.txt"])
            self.assertRegex(str(caught[0].message), "bad.txt")
            with self.assertRaises(rs.DocumentError):
                rs.read(folder, errors="raise")
        with self.assertRaises(rs.UsageError):
            rs.read(SEEDS, errors="explode")


class Frames(unittest.TestCase):
    def setUp(self):
        self.panel = rs.Panel(rs.Engine(rs.load()).evaluate(rs.read(SEEDS)))

    def test_pandas_both_ways(self):
        pd = _optional(self, "pandas")
        frame = self.panel.to_frame()
        self.assertEqual(frame.shape, (5, 107))
        np.testing.assert_array_equal(frame[self.panel.framework.codes].to_numpy(), self.panel.scores)
        docs = rs.read(pd.DataFrame({"text": ["出庭率80%。", "普法活动5场。"], "jurisdiction": ["甲市", "乙市"], "year": [2020, None]}))
        self.assertEqual([(d.jurisdiction, d.year) for d in docs], [("甲市", 2020), ("乙市", None)])
        self.assertGreater(len(rs.gaps(self.panel).to_frame()), 0)
        self.assertEqual(len(rs.ranking(self.panel).to_frame()), 5)

    def test_arrow(self):
        _optional(self, "pyarrow")
        table = self.panel.to_arrow()
        self.assertEqual(table.num_rows, 5)
        self.assertEqual(table.column("A1.1").null_count, int(np.isnan(self.panel.scores[:, 0]).sum()))


class Package(unittest.TestCase):
    def test_the_stub_names_what_the_core_has(self):
        from rulescore import _core
        stub = (pathlib.Path(rs.__file__).parent / "_core.pyi").read_text()
        names = {n for n in dir(_core) if not n.startswith("__")}
        declared = set(re.findall(r"^(?:class|def) (\w+)", stub, re.M)) - {"Issue", "Quantity", "EvidenceItem"}
        self.assertEqual(names, declared)
        for kind in (rs.Document, rs.Framework, rs.EvidenceSet, rs.Scorecard, rs.Engine, rs.Panel):
            body = re.search(rf"^class {kind.__name__}:\n((?:    .*\n|\n)+)", stub, re.M).group(1)
            public = {n for n in vars(kind) if not n.startswith("_")}
            self.assertEqual(public, {n for n in re.findall(r"def (\w+)", body) if not n.startswith("_")}, kind.__name__)

    def test_versions_agree(self):
        cmake = (ROOT / "CMakeLists.txt").read_text()
        self.assertIn(f"VERSION {rs.__version__} ", cmake)

    def test_the_command_line_is_the_same_program(self):
        run = subprocess.run([sys.executable, "-m", "rulescore", "score", str(SEEDS), "--format", "jsonl"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        cards = rs.Engine(rs.load()).evaluate(rs.read(SEEDS))
        self.assertEqual([json.loads(line)["score"] for line in run.stdout.splitlines()], [c.score for c in cards])
        bad = subprocess.run([sys.executable, "-m", "rulescore", "scor"], capture_output=True, text=True)
        self.assertEqual(bad.returncode, 2)


def _optional(case: unittest.TestCase, name: str):
    try:
        return __import__(name)
    except ImportError:
        case.skipTest(f"{name} is not installed")


if __name__ == "__main__":
    unittest.main()

"""Engine, EvidenceSet and Scorecard: match, score, evaluate; threads, progress, the GIL, forks."""

import json
import signal
import subprocess
import sys
import threading
import time
import unittest

from support import SEEDS, TINY, Seeds, tiny_card
import rulescore as rs


class Calls(unittest.TestCase):
    def setUp(self):
        self.engine = rs.Engine(rs.parse(TINY))
        self.doc = rs.Document("出庭率75%。普法活动5场。", name="a.txt", jurisdiction="甲市", year=2020)

    def test_match_then_score(self):
        found = self.engine.match(self.doc)
        self.assertEqual(
            [(e["indicator"], e["value"], e["status"]) for e in found.items], [("A1", 75.0, "achieved"), ("A2", 5.0, "achieved")]
        )
        self.assertEqual(self.engine.score(found).score, 50.0)

    def test_evaluate_one_and_many(self):
        one = self.engine.evaluate(self.doc)
        self.assertEqual(one.score, 50.0)
        self.assertEqual([c.to_json() for c in self.engine.evaluate([self.doc, self.doc])], [one.to_json()] * 2)
        self.assertEqual([c.score for c in self.engine.evaluate(d for d in (self.doc,))], [50.0])
        self.assertEqual(self.engine.evaluate([]), [])

    def test_edited_weights_score_old_evidence(self):
        found = self.engine.match(self.doc)
        heavier = rs.Engine(self.engine.framework.with_weight("A2", 0))
        self.assertEqual(heavier.score(found).score, 50.0)
        self.assertEqual(heavier.score(rs.Engine(rs.parse(TINY)).match(rs.Document("出庭率100%。"))).score, 100.0)

    def test_evidence_of_other_rules_is_refused(self):
        other = rs.Engine(rs.parse(TINY.replace("出庭率", "应诉率")))
        with self.assertRaisesRegex(rs.UsageError, "other rules"):
            other.score(self.engine.match(self.doc))

    def test_threads_are_counted_from_nought(self):
        with self.assertRaisesRegex(rs.UsageError, "-1"):
            self.engine.evaluate([self.doc], threads=-1)


class Card(unittest.TestCase):
    def test_totals(self):
        card = tiny_card("出庭率75%。", jurisdiction="甲市")
        self.assertEqual((card.score, card.full, card.coverage, card.range), (25.0, 100.0, 0.5, (25.0, 75.0)))
        self.assertEqual(
            (card.band(), card.band("en"), tiny_card("出庭率100%。普法活动10场。").band("en")), ("不足", "poor", "fair")
        )
        self.assertEqual((card.document.jurisdiction, card.framework.id), ("甲市", "tiny"))

    def test_nodes_by_code_and_by_number(self):
        card = tiny_card("出庭率75%。")
        self.assertEqual(card.node("A1"), card.node("1"))
        self.assertEqual(
            (card.node("A1")["score"], card.node("A1")["state"], card.node("A1")["evidence"]), (0.5, "evidenced", [0])
        )
        self.assertEqual(
            (card.node("A2")["score"], card.node("A2")["state"], card.node("A2")["evidence"]), (None, "no_evidence", [])
        )
        with self.assertRaises(rs.UsageError):
            card.node("A3")

    def test_no_score_is_nan(self):
        card = rs.Engine(rs.parse(TINY.replace("missing: zero", "missing: exclude"))).evaluate(rs.Document("无。"))
        self.assertNotEqual(card.score, card.score)
        self.assertIn("–", repr(card))
        self.assertTrue(card.warnings() and card.warnings("en"))

    def test_reasons_in_both_languages(self):
        card = tiny_card()
        self.assertIn("75", card.reason("A1"))
        self.assertIn("75", card.reason("A1", "en"))
        self.assertNotEqual(card.reason("A1"), card.reason("A1", "en"))
        self.assertIn("出庭率75%", card.explain("A1"))
        self.assertIn("出庭率75%", card.explain("1", "en"))


class SeedCards(Seeds):
    def test_evidence_spans_index_the_string_and_the_bytes(self):
        for card in self.cards:
            text, raw = card.document.text, card.document.text.encode()
            self.assertGreater(len(card.evidence), 0)
            for e in card.evidence.items:
                self.assertEqual(text[e["begin"] : e["end"]], e["quote"])
                self.assertEqual(raw[e["byte_begin"] : e["byte_end"]].decode(), e["quote"])

    def test_the_fields_are_the_command_line_s(self):
        for card in self.cards:
            raw = json.loads(card.to_json())
            self.assertEqual([{**n, "range": list(n["range"])} for n in card.nodes], raw["nodes"])
            self.assertEqual(
                (card.score, list(card.range), card.coverage, card.band()),
                (raw["score"], raw["range"], raw["coverage"], raw["band"]),
            )
            lines = [json.loads(line) for line in card.evidence.to_jsonl().split("\n") if line]
            self.assertEqual([e["byte_begin"] for e in card.evidence.items], [line["begin"] for line in lines])
            standings = [piece.pop("standing") for piece in raw["evidence"]]  # a card's own: weights may change it, evidence not
            self.assertEqual(lines, raw["evidence"])
            self.assertLessEqual(set(standings), {"counts", "foreign", "stale"})

    def test_any_thread_count_gives_the_same_bits(self):
        reference = [c.to_json() for c in self.cards]
        for threads in (1, 2, 3, 7):
            self.assertEqual([c.to_json() for c in self.engine.evaluate(self.docs * 3, threads=threads)], reference * 3)

    def test_cards_share_their_framework(self):
        self.assertIs(self.cards[0].framework, self.engine.framework)
        self.assertIs(self.cards[1].evidence.framework, self.engine.framework)


class Work(Seeds):
    def test_the_gil_is_released(self):
        ticks, stop = 0, threading.Event()

        def tick():
            nonlocal ticks
            while not stop.is_set():
                ticks += 1
                time.sleep(0.0005)

        thread = threading.Thread(target=tick)
        thread.start()
        before = ticks
        self.engine.evaluate(self.docs * 100, threads=1)
        during = ticks - before
        stop.set()
        thread.join()
        self.assertGreater(during, 5)

    def test_threads_share_an_engine(self):
        reference = [c.to_json() for c in self.cards]
        results = []
        workers = [
            threading.Thread(target=lambda: results.append([c.to_json() for c in self.engine.evaluate(self.docs, threads=2)]))
            for _ in range(4)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(results, [reference] * 4)

    def test_progress_is_told_and_its_exception_comes_out(self):
        seen = []
        self.engine.evaluate(self.docs * 10, progress=lambda done, total: seen.append((done, total)))
        self.assertEqual(seen[-1], (50, 50))
        self.assertEqual(seen, sorted(seen))

        def fail(done, total):
            raise KeyError("mine")

        with self.assertRaisesRegex(KeyError, "mine"):
            self.engine.evaluate(self.docs, progress=fail)

    def test_ctrl_c_stops_the_work(self):
        code = (
            "import rulescore as rs, sys, time\n"
            "engine, docs = rs.Engine(rs.load()), rs.read(sys.argv[1]) * 100_000\n"
            "print('go', flush=True)\n"
            "try: engine.evaluate(docs, threads=1)\n"
            "except KeyboardInterrupt: print('heard')\n"
        )
        with subprocess.Popen([sys.executable, "-c", code, str(SEEDS)], stdout=subprocess.PIPE, text=True) as child:
            self.assertEqual(child.stdout.readline(), "go\n")
            time.sleep(0.3)
            child.send_signal(signal.SIGINT)
            self.assertEqual(child.communicate(timeout=60)[0], "heard\n")

    def test_a_forked_worker_scores(self):
        code = (
            "import json, multiprocessing as mp, rulescore as rs, sys\n"
            "engine = rs.Engine(rs.load()); docs = rs.read(sys.argv[1]); engine.evaluate(docs, threads=2)\n"
            "def work(d): return engine.evaluate([d], threads=2)[0].score\n"
            "with mp.get_context('fork').Pool(2) as pool: print(json.dumps(pool.map(work, docs)))\n"
        )
        out = subprocess.run([sys.executable, "-c", code, str(SEEDS)], capture_output=True, text=True, timeout=120, check=True)
        self.assertEqual(json.loads(out.stdout), [c.score for c in self.cards])


if __name__ == "__main__":
    unittest.main()

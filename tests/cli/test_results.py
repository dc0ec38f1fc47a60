"""Every verb and format over the five founding documents, and that what they say agrees."""
import csv
import io
import json
import unittest

from support import SEED_FILES, SEEDS, SOURCE, CliTest, run

JURISDICTIONS = ["宁波市", "宁波市海曙区", "慈溪市", "无锡市", "青岛市"]
EVIDENCE_FIELDS = ["document", "indicator", "number", "status", "begin", "end", "quote", "value", "unit", "bound", "change", "section", "rule"]


def lines(result):
    return [json.loads(line) for line in result.out.splitlines()]


class Score(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.json = run("score", SEEDS)
        cls.cards = json.loads(cls.json.out)

    def test_a_pipe_gets_json(self):
        self.assert_code(self.json, 0)
        self.assertEqual(self.json.err, "")
        self.assertEqual([card["jurisdiction"] for card in self.cards], JURISDICTIONS)

    def test_fields_and_their_order(self):
        for card in self.cards:
            self.assertEqual(list(card), ["document", "jurisdiction", "level", "year", "framework", "score", "full", "coverage", "range",
                                          "band", "nodes", "evidence", "warnings", "failed", "vetoes"])
            for node in card["nodes"]:
                self.assertEqual(list(node)[:10], ["code", "number", "title", "weight", "score", "points", "full", "state", "reason", "evidence"])
            for piece in card["evidence"]:
                self.assertEqual(list(piece)[:13], EVIDENCE_FIELDS)

    def test_the_tree_adds_up(self):
        for card in self.cards:
            nodes = card["nodes"]
            leaves = [node for node in nodes if node["number"] is not None]
            self.assertEqual(sorted(node["number"] for node in leaves), list(range(1, 101)))
            self.assertAlmostEqual(sum(node["weight"] for node in leaves), 1, places=9)
            for node in nodes:
                children = [child for child in nodes if child["parent"] == node["code"]]
                if children:
                    self.assertAlmostEqual(sum(child["points"] for child in children), node["points"], delta=1e-9)
                self.assertTrue(node["reason"])
            self.assertEqual(card["score"], nodes[0]["points"])
            low, high = card["range"]
            self.assertLessEqual(low, card["score"])
            self.assertLessEqual(card["score"], high)
            self.assertLessEqual(high, card["full"] + 1e-9)

    def test_points_lead_to_bytes(self):
        for card in self.cards:
            data = (SOURCE / card["document"]).read_bytes()  # an absolute name stays what it is
            for node in card["nodes"]:
                for index in node["evidence"]:
                    self.assertEqual(card["evidence"][index]["indicator"], node["code"])
                if node["points"] > 0 and node["number"] is not None:
                    self.assertTrue(any(card["evidence"][i]["status"] == "achieved" for i in node["evidence"]), node["code"])
            for piece in card["evidence"]:
                self.assertEqual(data[piece["begin"]:piece["end"]].decode("utf-8"), piece["quote"])

    def test_jsonl_is_the_same_cards(self):
        result = run("score", SEEDS, "--format", "jsonl")
        self.assert_code(result, 0)
        self.assertEqual(lines(result), self.cards)

    def test_csv_is_the_same_scores(self):
        rows = list(csv.DictReader(io.StringIO(run("score", SEEDS, "--format", "csv").out, newline="")))
        nodes = [(card["document"], node["code"], node["points"]) for card in self.cards for node in card["nodes"]]
        self.assertEqual([(row["document"], row["code"], float(row["points"])) for row in rows], nodes)

    def test_table_and_markdown_for_people(self):
        for format in ("table", "md"):
            result = run("score", SEEDS, "--format", format)
            self.assert_code(result, 0)
            for name in JURISDICTIONS:
                self.assertIn(name, result.out)
            self.assertNotIn("\x1b", result.out)
        self.assertIn("Jurisdiction", run("score", SEEDS, "--format", "table", "--lang", "en").out)

    def test_threads_and_order_of_arguments_change_no_bit(self):
        for threads in (1, 2, 7):
            self.assertEqual(run("score", SEEDS, "--threads", threads).out, self.json.out)
        cards = json.loads(run("score", *reversed(SEED_FILES)).out)
        by_name = {card["jurisdiction"]: card for card in cards}
        for card in self.cards:
            self.assertEqual(by_name[card["jurisdiction"]]["nodes"], card["nodes"])

    def test_locale_changes_nothing(self):
        self.assertEqual(run("score", SEEDS, env={"LC_ALL": "de_DE.UTF-8"}).out, self.json.out)

    def test_fail_under(self):
        report, small = self.report(rate=90), self.small()
        self.assert_code(run("score", report, "--framework", small, "--fail-under", "8"), 0)
        result = run("score", report, "--framework", small, "--fail-under", "8.5")
        self.assert_code(result, 1)
        self.assertEqual(json.loads(result.out)[0]["score"], 8)
        self.assertIn("scores 8, under 8.5", result.err)
        self.assert_code(run("score", report, "--framework", small, "--fail-under", "8.5", "--format", "jsonl"), 1)

    def test_standard_input_and_json_lines(self):
        small = self.small()
        result = run("score", "-", "--framework", small, stdin="负责人出庭应诉率75%。\n".encode())
        self.assert_code(result, 0)
        self.assertEqual(json.loads(result.out)[0]["score"], 5)
        rows = [{"text": f"负责人出庭应诉率{rate}%。", "name": f"r{rate}", "jurisdiction": "甲", "year": 2020} for rate in (50, 75, 100)]
        many = self.file("many.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        cards = lines(run("score", many, "--framework", small, "--format", "jsonl"))
        self.assertEqual([(card["document"], card["score"]) for card in cards], [("r50", 0), ("r75", 5), ("r100", 10)])


class Evidence(CliTest):
    def test_lines(self):
        result = run("evidence", SEEDS)
        self.assert_code(result, 0)
        pieces = lines(result)
        self.assertGreater(len(pieces), 50)
        for piece in pieces:
            self.assertEqual(list(piece)[:13], EVIDENCE_FIELDS)
            self.assertIn(piece["status"], ("achieved", "planned", "problem"))
            self.assertIn(piece["bound"], ("exact", "at_least", "about", "at_most"))
            self.assertIn(piece["change"], (None, "increase", "decrease"))
            self.assertEqual(piece["value"] is None, piece["unit"] is None)
            self.assertRegex(piece["rule"], r"^[A-I]\d+\.\d+#\d+$")

    def test_other_formats(self):
        pieces = lines(run("evidence", SEEDS))
        rows = list(csv.DictReader(io.StringIO(run("evidence", SEEDS, "--format", "csv").out, newline="")))
        self.assertEqual([(row["indicator"], int(row["begin"])) for row in rows], [(p["indicator"], p["begin"]) for p in pieces])
        table = run("evidence", SEEDS, "--format", "table")
        self.assert_code(table, 0)
        self.assertIn("海曙区", table.out)


class Quantities(CliTest):
    def test_lines_and_table(self):
        result = run("quantities", SEED_FILES[1])
        self.assert_code(result, 0)
        data = SEED_FILES[1].read_bytes()
        found = lines(result)
        self.assertGreater(len(found), 20)
        for quantity in found:
            self.assertEqual(list(quantity)[:8], ["document", "begin", "end", "text", "value", "unit", "bound", "change"])
            self.assertEqual(data[quantity["begin"]:quantity["end"]].decode(), quantity["text"])
        self.assert_code(run("quantities", SEEDS, "--format", "table"), 0)


class Explain(CliTest):
    def test_text_by_code_and_by_number(self):
        by_code = run("explain", SEED_FILES[1], "E1.3")
        self.assert_code(by_code, 0)
        self.assertIn("出庭", by_code.out)
        self.assertIn("规则", by_code.out)
        self.assertEqual(run("explain", SEED_FILES[1], "61").out, by_code.out)
        self.assertIn("Rules", run("explain", SEED_FILES[1], "61", "--lang", "en").out)

    def test_every_node_can_be_explained(self):
        card = json.loads(run("score", SEED_FILES[1]).out)[0]
        for node in card["nodes"][::7]:
            explained = json.loads(run("explain", SEED_FILES[1], node["code"], "--format", "json").out)
            self.assertEqual(explained["node"]["points"], node["points"])
            self.assertEqual(explained["score"], card["score"])

    def test_unknown_code(self):
        self.assert_refused(run("explain", SEED_FILES[1], "E1.33"), "E1.33")


class Analysis(CliTest):
    def test_gaps_agree_with_scores(self):
        cards = {card["document"]: card for card in json.loads(run("score", SEEDS).out)}
        result = run("gaps", SEEDS)
        self.assert_code(result, 0)
        for report in json.loads(result.out):
            self.assertEqual(report["score"], cards[report["document"]]["score"])
            gains = [gap["gain"] for gap in report["gaps"]]
            for larger, smaller in zip(gains, gains[1:]):
                self.assertGreaterEqual(larger, smaller - 1e-9)  # as near as that, the framework's order stands
            for gap in report["gaps"]:
                self.assertIn(gap["kind"], ("no_evidence", "only_planned", "problem", "below_target", "out_of_scope", "stale",
                                            "contradicted", "unjudged"))
                self.assertTrue(gap["owner"])
                if gap["kind"] in ("only_planned", "problem"):
                    self.assertTrue(gap["sentence"])

    def test_gap_targets_and_formats(self):
        for target in ("full", "best", "median", "60", "62.5"):
            for format in ("table", "json", "csv", "md"):
                result = run("gaps", SEEDS, "--target", target, "--format", format)
                self.assert_code(result, 0)
                self.assertTrue(result.out)

    def test_rank(self):
        result = run("rank", SEEDS, "--draws", "500", "--seed", "7")
        self.assert_code(result, 0)
        ranking = json.loads(result.out)
        self.assertEqual((ranking["draws"], ranking["seed"]), (500, 7))
        scores = [row["score"] for row in ranking["rows"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertEqual(run("rank", SEEDS, "--draws", "500", "--seed", "7", "--threads", "1").out, result.out)
        for format in ("table", "csv"):
            self.assert_code(run("rank", SEEDS, "--draws", "50", "--format", format), 0)


if __name__ == "__main__":
    unittest.main()

"""--what-if of score, rank and explain, over the real executable: against texts that say what is supposed, on the five seeds, too."""
import csv
import io
import json
import re
import unittest

from support import FRAMEWORK, SEED_FILES, SEEDS, CliTest, run


class WhatIf(CliTest):
    def setUp(self):
        super().setUp()
        self.framework = self.small()
        self.document = self.report(rate=60)

    def ask(self, *arguments):
        return run(*arguments, "--framework", self.framework)

    def test_score_as_a_table(self):
        result = self.ask("score", self.document, "--what-if", "A1=90%", "--format", "table")
        self.assert_code(result, 0)
        self.assertIn("假设情形，不是报告所证\n  若 A1=90% · A1 出庭 rate\n得分 2.00 → 8.00（+6.00） · 覆盖率 100.0%", result.out)
        self.assertRegex(result.out, r"A1 出庭 +0\.200 → 0\.800 +2\.000 → 8\.000 +\+6\.000 +有实证\n总分 +\+6\.000")

    def test_score_in_english(self):
        result = self.ask("score", self.document, "--what-if", "1=40%", "--format", "table", "--lang", "en")
        self.assertIn("supposed, not what the report shows\n  if 1=40% · A1 In court rate\nscore 2.00 → 0.00 (−2.00)", result.out)

    def test_json_is_the_card_as_it_would_be(self):
        result = self.ask("score", self.document, "--what-if", "A1=90%", "--format", "json")
        card = json.loads(result.out)[0]
        self.assertAlmostEqual(card["score"], 8)
        self.assertEqual(card["warnings"], ["得分含 1 条假设，不是报告所证"])
        self.assertEqual([(p["kind"], p["standing"], p["value"]) for p in card["evidence"]],
                         [("intended", "counts", 90.0), ("text", "set_aside", 60.0)])
        what = card["what_if"]
        self.assertEqual(what["supposed"], [{"indicator": "A1", "rule": None, "value": 90.0, "unit": "%", "status": "achieved",
                                             "note": "A1=90%", "where": "A1=90%"}])
        self.assertAlmostEqual(what["before"]["score"], 2)
        self.assertAlmostEqual(what["after"]["score"], card["score"])
        self.assertAlmostEqual(what["gain"], 6)
        self.assertEqual(what["beside_the_points"], 0)
        self.assertEqual([c["code"] for c in what["changes"]], ["small", "A", "A1"])

    def test_jsonl_csv_and_markdown(self):
        lines = self.ask("score", self.document, "--what-if", "A1=90%", "--format", "jsonl").out.splitlines()
        self.assertEqual(len(lines), 1)
        self.assertAlmostEqual(json.loads(lines[0])["what_if"]["gain"], 6)
        rows = list(csv.DictReader(io.StringIO(self.ask("score", self.document, "--what-if", "A1=90%", "--format", "csv").out, newline="")))
        self.assertEqual([(r["code"], r["score_before"], r["score"]) for r in rows][-1], ("A1", "0.2", "0.8"))
        self.assertIn("- 若 A1=90%\n", self.ask("score", self.document, "--what-if", "A1=90%", "--format", "md").out)

    def test_fail_under_looks_at_what_would_be(self):
        self.assert_code(self.ask("score", self.document, "--fail-under", "5"), 1)
        self.assert_code(self.ask("score", self.document, "--fail-under", "5", "--what-if", "A1=90%"), 0)

    def test_explain(self):
        result = self.ask("explain", self.document, "A1", "--what-if", "A1=90%")
        self.assertTrue(result.out.startswith("假设情形，不是报告所证\n  若 A1=90% · A1 出庭 rate\n得分 2.00 → 8.00（+6.00）"), result.out)
        self.assertIn("[1] 假设“A1=90%”\n      已做到 · 90% · A1#1 rate → 决定得分\n      来源：假设：A1=90%\n", result.out)
        self.assertIn("不得分：以假设为准，这一条暂不计", result.out)
        explained = json.loads(self.ask("explain", self.document, "A1", "--what-if", "A1=90%", "--format", "json").out)
        self.assertAlmostEqual(explained["what_if"]["gain"], 6)
        self.assertAlmostEqual(explained["node"]["score"], 0.8)

    def test_a_plan(self):
        plan = self.file("plan.yaml", "- indicator: A1\n  value: 100%\n  note: 明年全部出庭\n")
        result = self.ask("score", self.document, "--what-if", plan, "--format", "table")
        self.assert_code(result, 0)
        self.assertIn(f"  若 明年全部出庭（{plan}:1:3） · A1 出庭 rate\n得分 2.00 → 10.00", result.out)

    def test_a_plan_with_a_mistake_is_not_half_done(self):
        plan = self.file("plan.yaml", "- A1=100%\n- {indicator: A11, value: 100%}\n")
        result = self.ask("score", self.document, "--what-if", plan, "--format", "table")
        self.assert_code(result, 3)
        self.assertEqual(result.out, "")
        self.assertTrue(result.err.startswith(f"{plan}:2:15: error[unknown-indicator]: there is no indicator `A11` in small"), result.err)

    def test_a_plan_for_somebody_else_is_named(self):
        plan = self.file("plan.yaml", "- {indicator: A1, value: 100%, jurisdiction: 别市}\n")
        result = self.ask("score", self.document, "--what-if", plan, "--format", "table")
        self.assert_code(result, 0)
        self.assertEqual(result.err, f"rulescore: not used: {plan}:1:3: it is about none of these documents\n")
        self.assertIn("没有与本文档有关的假设\n得分 2.00", result.out)

    def test_what_is_unclear(self):
        result = self.ask("score", self.document, "--what-if", "A1=0.8")
        self.assert_code(result, 2)
        self.assertEqual(result.err, "rulescore: `A1=0.8`: `0.8` may be a score or a figure: write `score:0.8` for the score of A1, or "
                                     "the figure with its unit; its rules count rate (%)\n")

    def test_rank(self):
        other = self.file("other.txt", "负责人出庭应诉率80%。")
        before = json.loads(self.ask("rank", self.document, other, "--format", "json").out)
        self.assertEqual([r["document"] for r in before["rows"]], [str(other), str(self.document)])
        ask = ("rank", self.document, other, "--what-if", "A1=90%")
        result = self.ask(*ask, "--for", "report", "--format", "json")
        self.assert_code(result, 0)
        what = json.loads(result.out)
        self.assertEqual((what["rank_before"], what["rank"]), (2, 1))
        self.assertEqual([p["document"] for p in what["passes"]], [str(other)])
        self.assertEqual([(r["rank_before"], r["rank"]) for r in what["rows"]], [(2, 1), (1, 2)])
        table = self.ask(*ask, "--for", "report", "--format", "table").out
        self.assertIn("名次 2 → 1，共 2 家 · 超过 other.txt\n", table)
        rows = list(csv.DictReader(io.StringIO(self.ask(*ask, "--for", "report", "--format", "csv").out, newline="")))
        self.assertEqual([(r["rank"], r["supposed"]) for r in rows], [("1", "yes"), ("2", "")])

    def test_rank_needs_to_know_whose(self):
        other = self.file("other.txt", "负责人出庭应诉率80%。")
        result = self.ask("rank", self.document, other, "--what-if", "A1=90%")
        self.assert_code(result, 2)
        self.assertEqual(result.err, "rulescore: --what-if is about one of the documents; say which with --for: there are "
                                     f"{self.document}, {other}\n")
        self.assert_code(self.ask("rank", self.document, other, "--for", "other"), 2)
        self.assert_code(self.ask("rank", self.document, other, "--for", "other", "--what-if", "A1=90%", "--draws", "10"), 2)


class Seeds(CliTest):
    """What is supposed, and the same written into the report, are worth the same."""

    def total(self, *arguments):
        card = json.loads(run("score", *arguments, "--format", "jsonl").out)
        return card["score"], {n["code"]: n["score"] for n in card["nodes"]}

    def test_a_rate_that_the_report_is_silent_about(self):
        for seed in (SEED_FILES[0], SEED_FILES[2]):
            pieces = [json.loads(line) for line in run("evidence", seed, "--format", "jsonl").out.splitlines()]
            sentence = next(p["sentence"] for p in pieces if p["status"] == "achieved" and p["sentence"].endswith("。"))
            text = seed.read_text(encoding="utf-8")
            edited = self.file("edited.txt", text.replace(sentence, sentence + "全市行政机关负责人出庭应诉率90%。", 1))
            _, supposed = self.total(seed, "--what-if", "E1.3#rate=90%")
            _, written = self.total(edited)
            self.assertEqual(supposed["E1.3"], 0.8)
            self.assertEqual(written["E1.3"], 0.8, seed)

    def test_a_rate_that_the_report_states(self):
        seed = SEED_FILES[4]
        text = seed.read_text(encoding="utf-8")
        self.assertIn("出庭应诉率100%", text)
        edited = self.file("edited.txt", re.sub("出庭应诉率100%", "出庭应诉率75%", text))
        supposed, leaves = self.total(seed, "--what-if", "61=75%")
        written, written_leaves = self.total(edited)
        self.assertEqual(leaves["E1.3"], 0.5)
        self.assertEqual(leaves, written_leaves)
        self.assertEqual(supposed, written)

    def test_everything_at_full_marks(self):
        codes = re.findall(r"(?m)^\s+- code: (\S+\.\S+)", "".join(p.read_text(encoding="utf-8") for p in sorted(FRAMEWORK.glob("*-*.yaml"))))
        codes = [code for code in dict.fromkeys(codes)]
        self.assertEqual(len(codes), 100)
        plan = self.file("plan.yaml", "".join(f"- {code}=full\n" for code in codes))
        for seed in SEED_FILES:
            self.assertEqual(self.total(seed, "--what-if", plan)[0], 100)

    def test_ranks(self):
        plan = self.file("plan.yaml", "- E1.3=100%\n- {indicator: A1.1, score: 1}\n- B2.1=done\n")
        what = json.loads(run("rank", SEEDS, "--what-if", plan, "--for", "宁波市", "--format", "json").out)
        changed = [r for r in what["rows"] if r["score"] != r["score_before"]]
        self.assertEqual([r["jurisdiction"] for r in changed], ["宁波市"])
        self.assertAlmostEqual(changed[0]["score"] - changed[0]["score_before"], what["what_if"]["gain"], 9)


if __name__ == "__main__":
    unittest.main()

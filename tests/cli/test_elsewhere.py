"""--facts and --review: figures from elsewhere and a person's verdicts, over the real executable. All figures are invented."""
import csv
import io
import json
import unittest

from support import SEEDS, SOURCE, CliTest, run

HEADER = "jurisdiction,year,indicator,value,unit,kind,source\n"


class Elsewhere(CliTest):
    def setUp(self):
        super().setUp()
        self.framework = self.small()
        self.document = self.report(rate=90)
        self.file("manifest.yaml", "- file: report.txt\n  jurisdiction: 青岛市\n  period: 2020\n")

    def ask(self, *arguments):
        return run(*arguments, "--framework", self.framework)

    def facts(self, rows, name="facts.csv"):
        return self.file(name, HEADER + rows)

    def review(self, fields, fingerprint=None):
        if fingerprint is None:
            fingerprint = json.loads(self.ask("evidence", self.document).out.splitlines()[0])["fingerprint"]
        return self.file("review.yaml", f'rulescore-review: 1\nreviews:\n  - evidence: "{fingerprint}"\n{fields}')


class Facts(Elsewhere):
    def test_a_statistic_speaks_before_the_text(self):
        facts = self.facts("青岛市,2020,A1,98,%,,中院统计\n")
        result = self.ask("score", self.document, "--facts", facts)
        self.assert_code(result, 0)
        self.assertEqual(result.err, "")
        card = json.loads(result.out)[0]
        node = card["nodes"][-1]
        self.assertEqual(node["score"], 0.96)
        self.assertEqual(node["reason"], "统计“中院统计”：98%按50%→100%线性计，得0.96（规则 rate）。得分0.96。")
        pieces = [(p["kind"], p["source"], p["fact"], p["standing"], p["quote"]) for p in card["evidence"]]
        self.assertEqual(pieces, [("statistic", "中院统计", f"{facts}:2", "counts", ""),
                                  ("text", None, None, "outranked", "负责人出庭应诉率90%")])

    def test_explain_shows_the_source_of_each_point(self):
        facts = self.facts("青岛市,2020,A1,98,%,,中院统计\n")
        result = self.ask("explain", self.document, "A1", "--facts", facts)
        self.assertIn(f"来源：统计：中院统计 ({facts}:2)\n", result.out)
        self.assertIn("不得分：以优先的来源为准，这一条只作参考", result.out)

    def test_every_verb_that_scores_takes_them(self):
        facts = self.facts("青岛市,2020,1,0.5,score,expert,专家组\n")
        self.assertEqual(json.loads(self.ask("rank", self.document, "--facts", facts).out)["rows"][0]["score"], 5)
        gap = json.loads(self.ask("gaps", self.document, "--facts", facts).out)[0]["gaps"][0]
        self.assertEqual((gap["score"], gap["evidence"]["rule"], gap["sentence"]), (0.5, "A1#score", "专家组"))
        rows = list(csv.DictReader(io.StringIO(self.ask("evidence", self.document, "--facts", facts, "--format", "csv").out, newline="")))
        self.assertEqual([(r["kind"], r["source"], r["rule_name"]) for r in rows], [("expert", "专家组", "score"), ("text", "", "rate")])

    def test_several_files_in_any_order(self):
        one = self.facts("青岛市,2020,A1,0.5,score,expert,甲\n", "one.csv")
        two = self.file("two.jsonl", '{"document":"report","indicator":"A1","value":1,"unit":"score","kind":"expert","source":"乙"}\n')
        there = self.ask("score", self.document, "--facts", one, "--facts", two)
        back = self.ask("score", self.document, "--facts", two, "--facts", one)
        self.assert_code(there, 0)
        self.assertEqual(there.out, back.out)
        self.assertEqual(json.loads(there.out)[0]["score"], 7.5)

    def test_what_can_not_be_read_or_used_is_named_and_the_rest_answered(self):
        facts = self.facts("青岛市,2020,A2,98,%,,统计\n青岛市,,A1,98,%,,统计\n青岛市,2020,A1,98,%,,统计\n")
        result = self.ask("score", self.document, "--facts", facts, "--facts", self.folder / "none.csv")
        self.assert_code(result, 3)
        self.assertEqual(result.err, f"rulescore: cannot read {facts}:3: it names no `year`, nor a `document`\n"
                                     f"rulescore: cannot read {self.folder}/none.csv: no such file\n"
                                     f"rulescore: cannot use {facts}:2: there is no indicator `A2` in small; did you mean `A1`?\n")
        self.assertEqual(json.loads(result.out)[0]["nodes"][-1]["score"], 0.96)

    def test_facts_about_others_are_a_note(self):
        facts = self.facts("青岛市,2019,A1,98,%,,统计\n青道市,2020,A1,98,%,,统计\n")
        result = self.ask("score", self.document, "--facts", facts)
        self.assert_code(result, 0)
        self.assertEqual(result.err, f"rulescore: not used: {facts}:2: no document is about 青岛市 2019; those of 青岛市 are about 2020\n"
                                     f"rulescore: not used: {facts}:3: no document is about 青道市 2020; did you mean `青岛市`?\n")

    def test_a_national_table_is_not_listed_row_by_row(self):
        facts = self.facts("".join(f"某县{i},2020,A1,98,%,,统计\n" for i in range(100)))
        result = self.ask("score", self.document, "--facts", facts)
        self.assertEqual(len(result.err.splitlines()), 21)
        self.assertTrue(result.err.endswith("rulescore: not used: 80 more facts\n"))

    def test_langextract(self):
        text = self.document.read_text(encoding="utf-8")
        passage = "出庭应诉率90%"
        line = {"extractions": [{"extraction_class": "A1", "extraction_text": passage, "attributes": {"status": "achieved"},
                                 "char_interval": {"start_pos": text.index(passage), "end_pos": text.index(passage) + len(passage)},
                                 "alignment_status": "match_exact", "extraction_index": 1, "group_index": 0, "description": None},
                                {"extraction_class": "A1", "extraction_text": "从未说过", "char_interval": None, "attributes": None}],
                "text": text, "document_id": "report"}
        facts = self.file("extracted.jsonl", json.dumps(line, ensure_ascii=False) + "\n")
        result = self.ask("evidence", self.document, "--facts", facts)
        self.assert_code(result, 0)
        pieces = [json.loads(row) for row in result.out.splitlines()]
        self.assertEqual([(p["kind"], p["quote"], p["value"]) for p in pieces],
                         [("text", "负责人出庭应诉率90%", 90), ("extract", passage, 90)])
        self.assertEqual(self.document.read_bytes()[pieces[1]["begin"]:pieces[1]["end"]].decode(), passage)
        self.assertEqual(pieces[1]["duplicate_of"], 0)
        self.assertEqual(result.err, f"rulescore: not used: {facts}:1#2: its passage doesn't stand in {self.document}: “从未说过”\n")


class Seeds(CliTest):
    def test_invented_figures_for_the_founding_documents(self):
        figures = SOURCE / "tests" / "cli" / "data" / "figures.csv"
        result = run("score", SEEDS, "--facts", figures)
        self.assert_code(result, 0)
        self.assertEqual(result.err, "")
        found = {}
        for card in json.loads(result.out):
            node = next(node for node in card["nodes"] if node["code"] == "E1.3")
            facts = [card["evidence"][i] for i in node["evidence"] if card["evidence"][i]["fact"]]
            found[card["jurisdiction"]] = (node["score"], [(p["rule_name"], p["value"], p["standing"]) for p in facts])
        self.assertEqual(found["青岛市"], (0.8, [("rate", 98.6, "outranked"), ("score", 0.8, "counts")]))
        self.assertEqual(found["无锡市"], (0.75, [("score", 0.75, "counts")]))
        self.assertEqual(found["慈溪市"][1], [("rate", 91, "counts")])
        self.assertAlmostEqual(found["慈溪市"][0], 0.82)
        self.assertEqual(found["宁波市海曙区"][1], [("count", 12, "counts")])
        self.assertEqual(found["宁波市"][1], [])


class Reviews(Elsewhere):
    def test_the_form_is_filled_in_and_applied(self):
        form = self.folder / "form.yaml"
        self.assert_code(self.ask("evidence", self.document, "-o", form), 0)
        text = form.read_text(encoding="utf-8")
        self.assertIn('      quote: "负责人出庭应诉率90%"\n', text)
        untouched = self.ask("score", self.document, "--review", form)
        self.assert_code(untouched, 0)
        self.assertEqual(untouched.err, "")
        form.write_text(text.replace("    verdict:\n    reason:\n    date:\n",
                                     "    verdict: correct\n    value: 100%\n    reason: 原件是100%\n    date: 2024-05-01\n"), encoding="utf-8")
        card = json.loads(self.ask("score", self.document, "--review", form).out)[0]
        self.assertEqual(card["score"], 10)
        self.assertEqual(card["evidence"][0]["review"],
                         {"verdict": "correct", "reason": "原件是100%", "date": "2024-05-01",
                          "was": {"status": "achieved", "value": 90, "unit": "%", "scope": "own", "year": 2020}})
        again = self.ask("evidence", self.document, "--review", form, "--format", "review")
        self.assertIn("    verdict: correct\n", again.out)

    def test_a_rejected_piece_earns_nothing(self):
        review = self.review("    verdict: reject\n    reason: 是旁听\n    date: 2024-05-01\n")
        result = self.ask("explain", self.document, "A1", "--review", review)
        self.assert_code(result, 0)
        self.assertIn("没有可采用的依据：“负责人出庭应诉率90%”，复核不采用（2024-05-01）：是旁听，未评，计0分。", result.out)
        self.assertIn("复核：不采用 2024-05-01：是旁听\n", result.out)

    def test_a_review_that_matches_nothing_is_a_note(self):
        review = self.review("    verdict: accept\n    date: 2024-05-01\n", "0123456789abcdef")
        result = self.ask("score", self.document, "--review", review)
        self.assert_code(result, 0)
        self.assertEqual(result.err, f"rulescore: not used: {review}:3: no piece of evidence has the fingerprint 0123456789abcdef any more\n")

    def test_a_mistake_is_shown_with_its_line_and_the_rest_applied(self):
        review = self.review("    verdict: reject\n    reason: 是旁听\n    date: 2024-05-01\n"
                             '  - evidence: "0123456789abcdef"\n    verdict: accept\n    date: 2024-05-01\n    reviewer: 王\n')
        result = self.ask("score", self.document, "--review", review)
        self.assert_code(result, 3)
        self.assertEqual(result.err, f"{review}:10:5: error[named-review]: reviews carry no names; found `reviewer`\n"
                                     "      reviewer: 王\n      ^\n  drop it; the reason and the date are what others need\n")
        self.assertEqual(json.loads(result.out)[0]["score"], 0)

    def test_a_file_that_is_not_there(self):
        result = self.ask("score", self.document, "--review", self.folder / "none.yaml")
        self.assert_code(result, 3)
        self.assertEqual(result.err, f"rulescore: {self.folder}/none.yaml: no such file\n")


if __name__ == "__main__":
    unittest.main()

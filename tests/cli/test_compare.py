"""rulescore compare: two frameworks on the same documents, two result files, and what it refuses."""
import json
import unittest

from support import SEEDS, SMALL, CliTest, run


class Compare(CliTest):
    def setUp(self):
        super().setUp()
        self.old = self.file("old.yaml", SMALL)
        self.new = self.file("new.yaml", SMALL.replace("{from: 50%, to: 100%}", "{from: 80%, to: 100%}"))
        self.reports = self.file(
            "reports.jsonl",
            "".join(json.dumps({"name": n, "jurisdiction": n, "year": 2020, "text": f"出庭应诉率{r}%。"}) + "\n" for n, r in (("甲", 90), ("乙", 70), ("丙", 100))),
        )

    def test_what_changed_and_what_that_did(self):
        result = run("compare", self.old, self.new, self.reports, "--format", "table", "--lang", "en")
        self.assert_code(result, 0)
        self.assertEqual(
            result.out,
            "small 1 → small 1 · 3 documents\n"
            "\n"
            "  A1 score.rate.from: 50% → 80%\n"
            "\n"
            "mean total 7.3 → 5.0 · up 0 · down 2 · level 1\n"
            "\n"
            "Rank  Jurisdiction  Year  Before  After  Change  Band\n"
            "─────────────────────────────────────────────────────\n"
            "   1  丙            2020    10.0   10.0    0.00  –\n"
            "   2  甲            2020     8.0    5.0   −3.00  –\n"
            "   3  乙            2020     4.0    0.0   −4.00  –\n"
            "\n"
            "Indicator    Up  Down   Score  Points  Furthest\n"
            "─────────────────────────────────────────────────────\n"
            "A1 In court   0     2  −0.233  −2.333  乙 0.40 → 0.00\n",
        )

    def test_json_and_two_result_files_agree(self):
        frameworks = json.loads(run("compare", self.old, self.new, self.reports).out)
        for form in ("json", "jsonl"):
            before, after = self.folder / f"before.{form}", self.folder / f"after.{form}"
            self.assert_code(run("score", self.reports, "--framework", self.old, "-o", before), 0)
            self.assert_code(run("score", self.reports, "--framework", self.new, "-o", after), 0)
            result = run("compare", before, after)
            self.assert_code(result, 0)
            files = json.loads(result.out)
            self.assertEqual(files["documents"], frameworks["documents"])
            self.assertEqual(files["text"], [])
            for one, other in zip(files["indicators"], frameworks["indicators"]):
                self.assertEqual({**one, "text": None}, {**other, "text": None})
        self.assertEqual(frameworks["indicators"][0]["text"], [{"code": "A1", "path": "score.rate.from", "before": "50%", "after": "80%", "part": False}])
        self.assertEqual(frameworks["documents"][1]["change"], -4.0)

    def test_other_rules_are_matched_again(self):
        other = self.file("other.yaml", SMALL.replace("[出庭应诉率]", "[出庭率]"))
        moved = json.loads(run("compare", self.old, other, self.reports).out)
        self.assertEqual([row["after"] for row in moved["documents"]], [0.0, 0.0, 0.0])
        self.assertEqual(moved["indicators"][0]["text"][0]["before"], "出庭应诉率")

    def test_facts_go_with_both(self):
        facts = self.file("facts.csv", "jurisdiction,year,indicator,value,unit,source\n乙,2020,A1,100,%,年鉴\n")
        moved = json.loads(run("compare", self.old, self.new, self.reports, "--facts", facts).out)
        self.assertEqual([row["after"] for row in moved["documents"]], [5.0, 10.0, 10.0])
        self.assertEqual([row["before"] for row in moved["documents"]], [8.0, 10.0, 10.0])

    def test_the_shipped_framework_against_itself(self):
        from support import FRAMEWORK

        result = run("compare", FRAMEWORK, FRAMEWORK, SEEDS, "--format", "table", "--lang", "en")
        self.assert_code(result, 0)
        self.assertIn("up 0 · down 0 · level 5\n", result.out)
        self.assertTrue(result.out.endswith("no indicator moved\n"), result.out)

    def test_refusals(self):
        self.assert_refused(run("compare"), "PATHS is required")
        self.assert_refused(run("compare", self.old), "compare needs OLD and NEW: two years, two frameworks and the documents to score, or two result files")
        self.assert_refused(run("compare", self.old, self.new), f"compare needs documents to score under both frameworks: rulescore compare {self.old} {self.new} DOCUMENT...")
        self.assert_refused(run("compare", "a.json", self.new), f"compare takes two of a kind: a.json is a result file, {self.new} is a framework")
        self.assert_refused(run("compare", "a.json", "b.json", self.reports), "two result files need no documents")
        self.assertEqual(run("compare", "a.json", "b.json").code, 3)
        broken = self.file("broken.yaml", "rulescore: 1\n")
        self.assertEqual(run("compare", self.old, broken, self.reports).code, 1)


if __name__ == "__main__":
    unittest.main()

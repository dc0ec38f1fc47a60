"""rulescore matrix: places by items."""
import json
import unittest

from support import SEEDS, SMALL, CliTest, run


class Matrix(CliTest):
    def setUp(self):
        super().setUp()
        self.small = self.file("small.yaml", SMALL)
        self.reports = self.file(
            "reports.jsonl",
            "".join(json.dumps({"name": n, "jurisdiction": n, "level": "county", "year": 2020, "text": t}, ensure_ascii=False) + "\n" for n, t in (("甲", "出庭应诉率80%。"), ("乙", "开会。"), ("丙", "出庭应诉率100%。"))),
        )

    def test_json_csv_and_threshold(self):
        found = json.loads(run("matrix", self.reports, "--framework", self.small, "--format", "json").out)
        first = found["shared"][0]["gaps"][0]
        self.assertEqual((first["indicator"], first["lack"], first["of"]), ("A1", 2, 3))
        self.assertEqual([one["lacking"] for one in found["places"]], [["below"], ["no_evidence"], ["nothing"]])
        lower = json.loads(run("matrix", self.reports, "--framework", self.small, "--enough", "0.6", "--format", "json").out)
        self.assertEqual(lower["shared"][0]["gaps"][0]["lack"], 1)
        target = self.folder / "matrix.csv"
        self.assert_code(run("matrix", self.reports, "--framework", self.small, "-o", target), 0)
        self.assertEqual(target.read_text(encoding="utf-8").splitlines()[1], "甲,甲,county,2020,6,0.6")

    def test_quotes_of_the_seeds_leaders_stand_in_their_files(self):
        found = json.loads(run("matrix", SEEDS, "--format", "json").out)
        self.assertEqual((len(found["places"]), len(found["indicators"])), (5, 100))
        for item in found["leaders"]:
            self.assertEqual(len(item["leaders"]), min(item["tied"], 3))
            for leader in item["leaders"]:
                piece = leader["evidence"]
                with open(piece["document"], "rb") as file:
                    self.assertEqual(file.read()[piece["begin"] : piece["end"]].decode("utf-8"), piece["quote"])

    def test_refusals(self):
        self.assert_refused(run("matrix"), "DOCUMENT is required")
        self.assert_refused(run("matrix", self.reports, "--enough", "0"), "--enough is above 0 and at most 1, not 0")
        self.assert_refused(run("matrix", self.reports, "--cut", "2"), "--cut is from 0 to 1, not 2")
        self.assertEqual(run("matrix", "no-such.txt").code, 3)


if __name__ == "__main__":
    unittest.main()

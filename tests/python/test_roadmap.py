"""roadmap(): steps that add up, files to hand out, values that travel."""
import os
import pathlib
import pickle
import tempfile
import unittest

import rulescore as rs
from support import Seeds, needs

ROOT = pathlib.Path(os.environ["RULESCORE_SOURCE_DIR"])


class RoadMap(Seeds):
    def test_steps_lead_from_the_score_to_the_total(self):
        maps = rs.roadmap(self.panel, target=80)
        self.assertEqual(len(maps), 5)
        for one in maps:
            total = one.card.score
            for step in one:
                total += step["gain"]
                self.assertAlmostEqual(step["total"], total, delta=1e-9)
            self.assertAlmostEqual(one.total, total, delta=1e-9)
            self.assertTrue(one.reaches and one.proven and one.affordable)
            self.assertEqual(one.effort, one.least_effort)

    def test_budget_start_and_crosswalk(self):
        walk = rs.Crosswalk.load(ROOT / "indicators/crosswalks/2021-to-2019.yaml")
        one = rs.roadmap(self.cards[0], 80, budget=10, start="2022Q2", quarters=2, crosswalks=[walk])[0]
        self.assertFalse(one.reaches or one.affordable)
        self.assertLessEqual(one.effort, 10)
        self.assertEqual({step["quarter"] for step in one}, {"2022Q2", "2022Q3"})
        self.assertEqual(one.elsewhere[0]["framework"], "demonstration-city-2019")
        gains = sum(step["elsewhere"][0]["gain"] for step in one)
        self.assertAlmostEqual(one.elsewhere[0]["total"] - one.elsewhere[0]["before"], gains, delta=1e-9)
        with self.assertRaises(rs.UsageError):
            rs.roadmap(self.panel, budget=0)
        with self.assertRaises(rs.UsageError):
            rs.roadmap(self.panel, quarters=0)

    def test_files_to_hand_out(self):
        maps = rs.roadmap(self.panel, target=60)
        with tempfile.TemporaryDirectory() as folder:
            for suffix, opening in ((".xlsx", b"PK"), (".ics", b"BEGIN:VCALENDAR"), (".md", b"## "), (".csv", b"document,"), (".json", b"[")):
                path = pathlib.Path(folder) / ("plan" + suffix)
                maps.save(path)
                self.assertTrue(path.read_bytes().startswith(opening))
            with self.assertRaises(rs.UsageError):
                maps.save(pathlib.Path(folder) / "plan.pdf")

    def test_values(self):
        maps = rs.roadmap(self.panel, target=60)
        again = pickle.loads(pickle.dumps(maps))
        self.assertEqual([one.steps for one in again], [one.steps for one in maps])
        self.assertIn("steps, effort", repr(maps[0]))
        self.assertIn("<table", maps._repr_html_())

    def test_as_a_frame(self):
        needs(self, "pandas")
        maps = rs.roadmap(self.panel, target=60)
        self.assertEqual(len(maps.to_frame()), sum(len(one) for one in maps))


if __name__ == "__main__":
    unittest.main()

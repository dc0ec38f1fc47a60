"""Panel, gaps(), ranking(), and the frames made of them."""

import unittest

import numpy as np

from support import TINY, Seeds, needs, tiny_card
import rulescore as rs


class Views(Seeds):
    def test_they_are_read_only_and_keep_the_panel_alive(self):
        panel = rs.Panel(self.cards)
        scores, totals = panel.scores, panel.totals
        address = scores.ctypes.data
        self.assertEqual(panel.scores.ctypes.data, address)  # no copy
        del panel
        self.assertEqual((scores.shape, totals.shape), ((5, 100), (5,)))
        for view in (scores, totals):
            self.assertFalse(view.flags.writeable or view.flags.owndata)
            with self.assertRaises(ValueError):
                view[0] = 1
        np.testing.assert_array_equal(totals, [c.score for c in self.cards])
        np.testing.assert_array_equal(
            scores[1], [np.nan if n["score"] is None else n["score"] for n in self.cards[1].nodes if n["number"]]
        )

    def test_cards_of_other_frameworks_and_none_are_refused(self):
        with self.assertRaises(rs.UsageError):
            rs.Panel([self.cards[0], tiny_card()])
        with self.assertRaises(rs.UsageError):
            rs.Panel([])
        self.assertEqual((len(self.panel), self.panel.framework.id, len(self.panel.cards)), (5, "demonstration-city-2021", 5))


class Gaps(Seeds):
    def test_they_reconcile_with_the_score(self):
        report = rs.gaps(tiny_card())[0]
        self.assertEqual(
            [(g["indicator"], g["kind"], g["gain"], g["cumulative"]) for g in report],
            [("A1", "below_target", 25.0, 75.0), ("A2", "below_target", 25.0, 100.0)],
        )
        self.assertEqual((report.target_total, report.reachable, report.within_reach, len(report)), (100.0, 100.0, True, 2))
        piece = report[0]["evidence"]
        self.assertEqual(report.card.document.text[piece["begin"] : piece["end"]], piece["quote"])

    def test_every_target(self):
        for target in ("full", "best", "median", "60", 60, 62.5, np.float64(60), "合格", "fair"):
            with self.subTest(target=target):
                self.assertEqual(len(rs.gaps(self.panel, target=target)), 5)
        self.assertEqual(rs.gaps(self.panel, 60)[0].target_total, 60.0)
        with self.assertRaisesRegex(rs.UsageError, "accepted are full, best, median"):
            rs.gaps(self.panel, "bset")

    def test_a_panel_its_cards_or_one_card(self):
        first = rs.gaps(self.panel, 60)[0].gaps
        self.assertEqual(rs.gaps(iter(self.cards), 60)[0].gaps, first)
        alone = [{**gap, "exemplars": []} for gap in first]  # nobody to learn from
        self.assertEqual(rs.gaps(self.cards[0], 60)[0].gaps, alone)

    def test_as_a_frame(self):
        needs(self, "pandas")
        gaps = rs.gaps(self.panel)
        frame = gaps.to_frame()
        self.assertEqual(len(frame), sum(len(report) for report in gaps))
        self.assertEqual(list(frame.columns[:4]), ["document", "jurisdiction", "year", "indicator"])
        self.assertEqual(len(gaps[0].to_frame()), len(gaps[0]))


class Ranking(Seeds):
    def test_plain(self):
        ranking = rs.ranking(self.panel)
        self.assertEqual([r["rank"] for r in ranking], [1, 2, 3, 4, 5])
        self.assertEqual([r["score"] for r in ranking], sorted((c.score for c in self.cards), reverse=True))
        self.assertEqual((ranking.draws, ranking[0]["mean_rank"]), (0, 1.0))

    def test_draws_are_the_same_for_a_seed_and_any_threads(self):
        drawn = rs.ranking(self.panel, draws=500, seed=7, noise=0.9, threads=1)
        self.assertEqual(list(rs.ranking(self.panel, draws=500, seed=7, noise=0.9, threads=3)), list(drawn))
        self.assertNotEqual(
            [r["mean_rank"] for r in rs.ranking(self.panel, draws=500, seed=8, noise=0.9)], [r["mean_rank"] for r in drawn]
        )
        self.assertAlmostEqual(sum(r["p_first"] for r in drawn), 1.0, delta=1e-9)
        self.assertIsNone(drawn[-1]["p_ahead_of_next"])

    def test_noise_that_would_turn_a_weight_round(self):
        for noise in (1, -0.1, float("nan")):
            with self.subTest(noise=noise), self.assertRaises(rs.UsageError):
                rs.ranking(self.panel, draws=10, noise=noise)

    def test_as_a_frame(self):
        needs(self, "pandas")
        self.assertEqual(list(rs.ranking(self.panel).to_frame()["rank"]), [1, 2, 3, 4, 5])


class Frames(Seeds):
    def test_pandas(self):
        needs(self, "pandas")
        frame = self.panel.to_frame()
        self.assertEqual(
            list(frame.columns),
            ["document", "jurisdiction", "year", "score", "coverage", "low", "high", *self.panel.framework.codes],
        )
        np.testing.assert_array_equal(frame[self.panel.framework.codes].to_numpy(), self.panel.scores)
        self.assertEqual(list(frame["year"]), [2020, 2020, 2016, 2022, 2020])
        found = self.cards[1].evidence
        self.assertEqual(len(found.to_frame()), len(found))
        self.assertIn("quote", rs.Engine(rs.parse(TINY)).match(rs.Document("")).to_frame().columns)

    def test_a_year_that_is_not_known(self):
        pd = needs(self, "pandas")
        self.assertIs(rs.Panel([tiny_card()]).to_frame()["year"][0], pd.NA)

    def test_arrow(self):
        needs(self, "pyarrow")
        table = self.panel.to_arrow()
        self.assertEqual((table.num_rows, table.num_columns), (5, 107))
        self.assertEqual(table.column("A1.1").null_count, int(np.isnan(self.panel.scores[:, 0]).sum()))
        self.assertEqual(table.column("year").to_pylist(), [2020, 2020, 2016, 2022, 2020])
        self.assertEqual(rs.Panel([tiny_card()]).to_arrow().column("year").null_count, 1)


if __name__ == "__main__":
    unittest.main()

"""resolve, the overlays that ship, and what they do to the seeds."""
import json
import unittest

from support import SEEDS, SMALL, SOURCE, CliTest, run

OVERLAYS = SOURCE / "indicators" / "overlays"
OVER = 'rulescore: 1\nid: over\nversion: "1"\ntitle: t\nextends: base.yaml\n'


def cards(*arguments):
    """Scorecards of the seeds by document."""
    result = run("score", SEEDS, "--format", "json", *arguments)
    assert result.code == 0, result.err
    return {card["document"]: card for card in json.loads(result.out)}


def nodes(card):
    return {node["code"]: node for node in card["nodes"]}


class Resolve(CliTest):
    def overlay(self, lines):
        self.file("base.yaml", SMALL)
        return self.file("over.yaml", OVER + lines)

    def fingerprint(self, framework):
        result = run("check", framework)
        self.assert_code(result, 0)
        return result.out.split()[-1]

    def test_flat_and_the_same(self):
        over = self.overlay("set:\n  A1: {weight: 3}\n")
        result = run("resolve", over)
        self.assert_code(result, 0)
        self.assertRegex(result.out, r"(?m)^ *weight: 3 +# overlay over\.yaml:7$")
        self.assertRegex(result.out, r"(?m)^full: 10 +# base\.yaml:5$")
        flat = self.folder / "flat.yaml"
        self.assert_code(run("resolve", "--framework", over, "-o", flat), 0)
        self.assertEqual(flat.read_text(encoding="utf-8"), result.out)
        self.assertEqual(self.fingerprint(flat), self.fingerprint(over))

    def test_the_shipped_framework(self):
        flat = self.folder / "flat.yaml"
        for framework in ([], [OVERLAYS / "county.yaml"], [OVERLAYS / "uneven-weights.yaml"], [OVERLAYS / "bonus-and-veto.yaml"]):
            self.assert_code(run("resolve", *framework, "-o", flat), 0)
            self.assertEqual(run("check", flat).out.split()[-1], run("check", *framework).out.split()[-1])

    def test_outside_only_when_allowed(self):
        (self.folder / "sub").mkdir()
        over = self.file("sub/over.yaml", OVER.replace("base.yaml", "../base.yaml"))
        self.file("base.yaml", SMALL)
        for verb in ("check", "resolve", "test"):
            result = run(verb, over)
            self.assert_code(result, 1)
            self.assertIn("over.yaml:5:10: error[bad-path]", result.out + result.err)
            self.assertIn("--allow-outside lets it stand elsewhere", result.out + result.err)
            self.assert_code(run(verb, over, "--allow-outside"), 0)
        report = self.file("report.txt", "负责人出庭应诉率100%。")
        self.assert_code(run("score", report, "--framework", over), 1)
        self.assert_code(run("score", report, "--framework", over, "--allow-outside"), 0)

    def test_links_that_lead_out(self):
        (self.folder / "sub").mkdir()
        over = self.file("sub/over.yaml", OVER)
        (self.folder / "sub" / "base.yaml").symlink_to(self.file("base.yaml", SMALL))
        self.assertIn("a link that leads out of the framework's folder", run("check", over).out)
        self.assert_code(run("check", over, "--allow-outside"), 0)

    def test_what_is_wrong_with_an_overlay(self):
        result = run("resolve", self.overlay("set: {A2: {weight: 1}}\n"))
        self.assert_code(result, 1)
        self.assertIn("did you mean `A`?", result.err)


class Shipped(unittest.TestCase):
    def test_sound_and_tested(self):
        for overlay in sorted(OVERLAYS.glob("*.yaml")):
            with self.subTest(overlay.name):
                self.assertEqual(run("check", overlay, "--strict").out.count("\n"), 1)
                self.assertEqual(run("test", overlay).code, 0)

    def test_a_county_makes_no_rules(self):
        before, after = cards(), cards("--framework", OVERLAYS / "county.yaml")
        levels = {card["level"] for card in before.values()}
        self.assertEqual(levels, {"prefecture", "county"})
        for name, card in before.items():
            old, new = nodes(card), nodes(after[name])
            if card["level"] == "prefecture":
                self.assertEqual(card["score"], after[name]["score"])
                self.assertEqual([(node["score"], node["points"], node["state"]) for node in card["nodes"]],
                                 [(node["score"], node["points"], node["state"]) for node in after[name]["nodes"]])
                continue
            self.assertEqual([new[code]["state"] for code in ("B1.1", "B1.2")], ["not_applicable"] * 2)
            for code, node in old.items():
                if "." in code and code not in ("B1.1", "B1.2"):
                    self.assertEqual(node["score"], new[code]["score"], code)
            self.assertAlmostEqual(sum(node["full"] for code, node in new.items() if code in ("B2", "B3")), 8)
            self.assertGreater(after[name]["score"], card["score"])  # both proved nothing there

    def test_weights_move_totals_and_nothing_below(self):
        weights = dict(zip("ABCDEFGHI", (5, 15, 15, 10, 15, 10, 10, 15, 5)))
        before, after = cards(), cards("--framework", OVERLAYS / "uneven-weights.yaml")
        for name, card in before.items():
            old, new = nodes(card), nodes(after[name])
            for code, node in old.items():
                if node["code"] != card["framework"]["id"]:
                    self.assertEqual(node["score"], new[code]["score"], code)
            self.assertAlmostEqual(after[name]["score"], sum(weight * old[code]["score"] for code, weight in weights.items()), 9)
            self.assertNotEqual(after[name]["score"], card["score"])

    def test_bonus_and_veto(self):
        before, after = cards(), cards("--framework", OVERLAYS / "bonus-and-veto.yaml")
        failed = set()
        for name, card in before.items():
            old, new = nodes(card), nodes(after[name])
            for code, node in old.items():
                if node["code"] != card["framework"]["id"]:
                    self.assertEqual(node["points"], new[code]["points"], code)
            self.assertAlmostEqual(after[name]["score"], card["score"] + new["J"]["points"] + new["K"]["points"], 9)
            self.assertTrue(0 <= new["J"]["points"] <= 5 and -5 <= new["K"]["points"] <= 0)
            self.assertEqual(old["D"]["score"] < 0.25, after[name]["failed"], name)
            failed.add(after[name]["failed"])
        self.assertEqual(failed, {True, False})
        self.assertGreater(max(nodes(card)["J"]["points"] for card in after.values()), 0)


if __name__ == "__main__":
    unittest.main()

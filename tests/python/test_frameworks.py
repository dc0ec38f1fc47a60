"""Framework, load(), parse(), check_examples(), and the errors."""

import os
import pathlib
import pickle
import tempfile
import unittest
from unittest import mock

from support import DEMONSTRATION, ROOT, TINY
import rulescore as rs


class Load(unittest.TestCase):
    def test_a_file_its_folder_and_the_default_are_one(self):
        fw = rs.load(DEMONSTRATION / "framework.yaml")
        self.assertEqual(rs.load(str(DEMONSTRATION)).fingerprint, fw.fingerprint)
        self.assertEqual(rs.load().fingerprint, fw.fingerprint)
        self.assertEqual(len(fw), 100)

    def test_the_environment_names_another_default(self):
        with mock.patch.dict(os.environ, RULESCORE_FRAMEWORK=str(ROOT / "indicators/templates")):
            self.assertEqual(rs.default_framework_path(), str(ROOT / "indicators/templates"))

    def test_what_is_not_there(self):
        with self.assertRaisesRegex(OSError, "/nowhere/framework.yaml"):
            rs.load("/nowhere/framework.yaml")


class Overlays(unittest.TestCase):
    OVER = 'rulescore: 1\nid: over\nversion: "1"\ntitle: t\nextends: %s\nset: {A1: {weight: 3}}\n'

    def test_resolved_pickled_and_parsed_it_is_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            base, over = pathlib.Path(folder, "base.yaml"), pathlib.Path(folder, "over.yaml")
            base.write_text(TINY, encoding="utf-8")
            over.write_text(self.OVER % "base.yaml", encoding="utf-8")
            fw = rs.load(over)
        self.assertEqual((fw.id, fw.node("A1")["weight"]), ("over", 3.0))
        for same in (rs.parse(fw.resolve()), pickle.loads(pickle.dumps(fw))):
            self.assertEqual((same.fingerprint, same.rules_fingerprint), (fw.fingerprint, fw.rules_fingerprint))
        self.assertRegex(fw.resolve(), r"(?m)^ *weight: 3 +# overlay over\.yaml:6$")
        edited = fw.with_weight("A2", 0.125)
        self.assertEqual(rs.parse(edited.resolve()).fingerprint, edited.fingerprint)

    def test_a_text_may_extend_what_ships(self):
        fw = rs.parse(self.OVER.replace("A1:", "E1.3:") % "demonstration-2021")
        self.assertEqual((len(fw), fw.node("61")["weight"]), (100, 3.0))
        with self.assertRaisesRegex(rs.FrameworkError, "no-files"):
            rs.parse(self.OVER % "base.yaml")

    def test_outside_only_when_allowed(self):
        with tempfile.TemporaryDirectory() as folder:
            base, over = pathlib.Path(folder, "base.yaml"), pathlib.Path(folder, "sub", "over.yaml")
            over.parent.mkdir()
            base.write_text(TINY, encoding="utf-8")
            over.write_text(self.OVER % "../base.yaml", encoding="utf-8")
            with self.assertRaisesRegex(rs.FrameworkError, "bad-path"):
                rs.load(over)
            self.assertEqual(rs.check(over)[0]["code"], "bad-path")
            self.assertEqual(rs.load(over, allow_outside=True).id, "over")
            self.assertEqual([issue for issue in rs.check(over, allow_outside=True) if issue["severity"] == "error"], [])

    def test_those_that_ship_are_installed(self):
        for name in ("county", "uneven-weights", "bonus-and-veto"):
            over = 'rulescore: 1\nid: over\nversion: "1"\ntitle: t\nextends: %s\n' % name
            self.assertGreaterEqual(len(rs.parse(over)), 100)


class Look(unittest.TestCase):
    def setUp(self):
        self.fw = rs.parse(TINY)

    def test_the_whole(self):
        fw = self.fw
        self.assertEqual(
            (fw.id, fw.version, fw.title, fw.full, fw.missing), ("tiny", "1", {"zh": "小", "en": "tiny"}, 100.0, "zero")
        )
        self.assertEqual(fw.bands[0], {"from": 60.0, "name": {"zh": "合格", "en": "fair"}})
        self.assertEqual((fw.codes, len(fw), fw.warnings), (["A1", "A2"], 2, []))
        self.assertRegex(fw.fingerprint + fw.rules_fingerprint, "^[0-9a-f]{32}$")

    def test_nodes_by_code_and_by_number(self):
        node = self.fw.node("A1")
        self.assertEqual(node, self.fw.node("1"))
        self.assertEqual([n["code"] for n in self.fw.nodes], ["tiny", "A", "A1", "A2"])
        self.assertEqual(
            (
                node["number"],
                node["title"]["en"],
                node["asks"]["zh"],
                node["parent"],
                node["depth"],
                node["share"],
                node["is_indicator"],
            ),
            (1, "court", "出庭。", "A", 2, 0.5, True),
        )
        self.assertIsNone(self.fw.nodes[0]["parent"])
        self.assertTrue("A1" in self.fw and "A3" not in self.fw)
        with self.assertRaisesRegex(rs.UsageError, "did you mean `A1`"):
            self.fw.node("A11")


class Edit(unittest.TestCase):
    def test_a_weight_makes_another_framework(self):
        fw = rs.parse(TINY)
        heavier = fw.with_weight("A1", 3)
        self.assertEqual((fw.node("A1")["share"], heavier.node("A1")["share"]), (0.5, 0.75))
        self.assertNotEqual(heavier.fingerprint, fw.fingerprint)
        self.assertEqual(heavier.rules_fingerprint, fw.rules_fingerprint)

    def test_weights_that_are_none(self):
        fw = rs.parse(TINY)
        for code, weight in (("A1", -1), ("A1", float("nan")), ("A1", float("inf")), ("A9", 1)):
            with self.subTest(code=code, weight=weight), self.assertRaises(rs.UsageError):
                fw.with_weight(code, weight)


class Check(unittest.TestCase):
    def test_errors_warnings_or_nothing(self):
        self.assertEqual(rs.check(), [])
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "mine.yaml"
            path.write_text(TINY.replace("version", "verison"), encoding="utf-8")
            (wrong,) = rs.check(path)
            self.assertEqual((wrong["severity"], wrong["code"], wrong["file"]), ("error", "unknown-key", str(path)))
            path.write_text(TINY + "lexicon: {idle: [建立]}\n", encoding="utf-8")
            (doubtful,) = rs.check(str(path))
            self.assertEqual((doubtful["severity"], doubtful["code"]), ("warning", "unused"))
        with self.assertRaises(rs.IoError):
            rs.check("/nowhere")


class Examples(unittest.TestCase):
    def test_they_hold_or_say_what_they_found(self):
        written = TINY.replace(
            "        score: {rate:",
            """        examples:
          - {text: 出庭率80%。, find: {rule: rate, value: 80}}
          - {text: 出庭率80%。, find: {rule: rate, value: 70}}
          - {text: 普法。, find: nothing}
        score: {rate:""",
        )
        good, bad, none = rs.check_examples(rs.parse(written, "mine.yaml"))
        self.assertEqual((good["indicator"], good["passed"], bad["passed"], none["passed"]), ("A1", True, False, True))
        self.assertEqual((bad["file"], bad["line"]), ("mine.yaml", good["line"] + 1))
        self.assertIn("70", bad["expected"])
        self.assertIn("80", bad["found"])


class Errors(unittest.TestCase):
    def test_each_is_also_the_builtin_people_catch(self):
        for kind, builtin in (
            (rs.FrameworkError, ValueError),
            (rs.DocumentError, ValueError),
            (rs.IoError, OSError),
            (rs.UsageError, ValueError),
        ):
            self.assertTrue(issubclass(kind, rs.Error) and issubclass(kind, builtin))

    def test_a_framework_error_carries_its_issues(self):
        with self.assertRaises(rs.FrameworkError) as caught:
            rs.parse(TINY.replace("full:", "ful:").replace("any:", "ayn:"), "mine.yaml")
        issues = caught.exception.issues
        self.assertGreaterEqual(len(issues), 3)
        self.assertEqual(
            [issues[0][k] for k in ("file", "line", "column", "severity", "source_line")],
            ["mine.yaml", 6, 1, "error", "ful: 100"],
        )
        self.assertIn("full", issues[0]["hint"] + issues[0]["message"])
        self.assertIn("mine.yaml:6:1: error", str(caught.exception))

    def test_errors_travel(self):
        with self.assertRaises(rs.FrameworkError) as caught:
            rs.parse("ful: 1")
        twin = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual(
            (type(twin), str(twin), twin.issues), (rs.FrameworkError, str(caught.exception), caught.exception.issues)
        )


if __name__ == "__main__":
    unittest.main()

"""check and test, and what a broken framework does to the other verbs."""
import json
import unittest
import xml.etree.ElementTree as ElementTree

from support import FRAMEWORK, SMALL, CliTest, run


class Check(CliTest):
    def test_the_shipped_framework_is_sound(self):
        for arguments in ([], [FRAMEWORK], ["--framework", FRAMEWORK], [FRAMEWORK / "framework.yaml"]):
            result = run("check", *arguments)
            self.assert_code(result, 0)
            self.assertRegex(result.out, r"(?m)^ok: .*100 indicators, .* examples?, fingerprint [0-9a-f]{16}$")
        json.loads(run("check", "--format", "json").out)

    def test_every_issue_with_its_place(self):
        broken = self.file("broken.yaml", SMALL.replace("missing: zero", "mising: zero").replace("number: 1", "number: one"))
        result = run("check", broken)
        self.assert_code(result, 1)
        self.assertRegex(result.out, r"broken\.yaml:6:1: error\S*: ")
        self.assertIn("mising: zero", result.out)
        self.assertIn("^", result.out)
        self.assertRegex(result.out, r"(?m)^[2-9] errors")
        issues = json.loads(run("check", broken, "--format", "json").out)
        self.assertGreaterEqual(len(issues), 2)
        self.assertEqual(list(issues[0])[:6], ["file", "line", "column", "severity", "code", "message"])
        self.assertEqual(issues[0]["line"], 6)

    def test_warnings_leave_the_exit_code_alone_unless_strict(self):
        doubtful = self.file("doubtful.yaml", SMALL.replace("any: [出庭应诉率]", "any: [出庭应诉率, 未出庭应诉率]"))
        result = run("check", doubtful)
        self.assert_code(result, 0)
        self.assertRegex(result.out, r"doubtful\.yaml:15:\d+: warning\[denied-phrase\]: ")
        self.assertRegex(result.out, r"(?m)^1 warning\nok: small 1: ")
        self.assert_code(run("check", doubtful, "--strict"), 1)
        self.assert_code(run("check", self.small(), "--strict"), 0)

    def test_annotations_for_a_build_server(self):
        broken = self.file("broken.yaml", SMALL.replace("missing: zero", "mising: zero"))
        result = run("check", broken, "--format", "github")
        self.assert_code(result, 1)
        self.assertEqual(
            result.out.splitlines()[0].split("%0A")[0],
            f"::error file={broken},line=6,col=1,title=unknown-key::a framework has no entry `mising`",
        )
        self.assertEqual(run("check", self.small(), "--format", "github").out, "")

    def test_rules_tried_on_documents(self):
        wide = self.file("wide.yaml", SMALL.replace("any: [出庭应诉率], value: {unit: \"%\"}", "any: [出庭]").replace(
            "{from: 50%, to: 100%}", "0.5").replace(", value: 100", ""))
        report = self.file("report.txt", "出庭应诉。\n会议召开。\n" * 200)
        result = run("check", wide, "--on", report)
        self.assert_code(result, 0)
        self.assertIn("warning[finds-everywhere]: the rule `rate` finds something in 50% of the sentences", result.out)
        self.assertNotIn("warning", run("check", wide).out)
        self.assert_code(run("check", wide, "--on", self.folder / "nowhere"), 3)

    def test_a_framework_that_is_not_there(self):
        result = run("check", self.folder / "nowhere.yaml")
        self.assert_code(result, 3)
        self.assertIn("nowhere.yaml", result.err)

    def test_other_verbs_say_every_issue_on_standard_error(self):
        broken = self.file("broken.yaml", SMALL.replace("missing: zero", "mising: zero").replace("number: 1", "number: one"))
        target = self.file("out.csv", "old")
        for verb in (["score"], ["evidence"], ["gaps"], ["rank"]):
            result = run(*verb, self.report(), "--framework", broken, "-o", target)
            self.assert_code(result, 1)
            self.assertEqual(result.out, "")
            self.assertRegex(result.err, r"broken\.yaml:6:1: error")
            self.assertRegex(result.err, r"(?m)^[2-9] errors")
            self.assertEqual(target.read_text(), "old")
        self.assert_code(run("explain", self.report(), "A1", "--framework", broken), 1)
        self.assert_code(run("test", broken), 1)


class Test(CliTest):
    def test_examples_hold(self):
        result = run("test", self.small())
        self.assert_code(result, 0)
        self.assertEqual(result.out, "2 of 2 examples hold\n")

    def test_the_shipped_examples_hold(self):
        result = run("test")
        self.assert_code(result, 0)
        self.assertRegex(result.out, r"(?m)^(\d+) of \1 examples hold$")

    def test_a_failed_example_with_its_place(self):
        path = self.file("wrong.yaml", SMALL.replace("value: 100}", "value: 99}"))
        result = run("test", path)
        self.assert_code(result, 1)
        self.assertRegex(result.out, r"wrong\.yaml:\d+: A1: example 1 fails")
        self.assertIn("expected:", result.out)
        self.assertIn("1 of 2 examples hold, 1 fail", result.out)
        answer = json.loads(run("test", path, "--format", "json").out)
        self.assertEqual((answer["passed"], answer["failed"]), (1, 1))
        junit = self.folder / "results.xml"
        self.assert_code(run("test", path, "-o", junit), 1)
        suites = ElementTree.parse(junit).getroot()
        self.assertEqual(suites.attrib, {"tests": "2", "failures": "1"})
        self.assertEqual(len(suites.findall(".//failure")), 1)


if __name__ == "__main__":
    unittest.main()

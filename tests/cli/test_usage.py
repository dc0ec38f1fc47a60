"""Help pages, and commands that make no sense: exit 2, a clear message, nothing on standard output."""
import unittest

from support import CliTest, run

VERBS = ["score", "evidence", "quantities", "explain", "gaps", "roadmap", "rank", "text", "check", "test"]


class Help(CliTest):
    def test_overview_names_every_verb(self):
        for arguments in (["--help"], ["-h"], ["help"]):
            result = run(*arguments)
            self.assert_code(result, 0)
            for verb in VERBS:
                self.assertIn(f"  {verb} ", result.out)

    def test_every_verb_has_a_page_with_examples(self):
        for verb in VERBS:
            result = run(verb, "--help")
            self.assert_code(result, 0)
            self.assertIn(f"rulescore {verb}", result.out)
            self.assertIn("Examples:", result.out)
            self.assertIn("--format", result.out)
            self.assertEqual(run("help", verb).out, result.out)

    def test_version(self):
        result = run("--version")
        self.assert_code(result, 0)
        self.assertRegex(result.out, r"^rulescore \d+\.\d+\.\d+\n$")

    def test_nothing_asked(self):
        result = run()
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("Usage:", result.err)


class Refused(CliTest):
    def test_unknown_verb(self):
        self.assert_refused(run("scor", "x.txt"), "no verb scor", "did you mean score?")
        self.assert_refused(run("explian", "x.txt"), "did you mean explain?")
        self.assert_refused(run("frobnicate"), "no verb frobnicate", "score")

    def test_options_before_the_verb(self):
        self.assert_refused(run("--framework", "x", "score", "y"), "the verb comes first")

    def test_unknown_format(self):
        report = self.report()
        self.assert_refused(run("score", report, "--format", "jsn"), "no format jsn", "did you mean json?")
        self.assert_refused(run("rank", report, "--format", "md"), "no format md", "table, json and csv")

    def test_formats_to_come(self):
        report = self.report()
        for verb, format in (("score", "html"), ("score", "xlsx"), ("gaps", "html")):
            self.assert_refused(run(verb, report, "--format", format), f"format {format} is not in this version", "csv")
        self.assert_refused(run("score", report, "-o", self.folder / "x.html"), "format html is not in this version")

    def test_unknown_option(self):
        report = self.report()
        self.assert_refused(run("score", report, "--formt", "json"), "no option --formt", "did you mean --format?")
        self.assert_refused(run("score", report, "--formt=json"), "no option --formt", "did you mean --format?")
        self.assert_refused(run("score", "--thread", "2"), "no option --thread", "did you mean --threads?")
        self.assert_refused(run("score", report, "-x"), "no option -x")
        self.assert_refused(run("quantities", report, "--framework", "x"), "no option --framework")

    def test_missing_arguments(self):
        self.assert_refused(run("score"), "DOCUMENT")
        self.assert_refused(run("explain", self.report()), "CODE")
        self.assert_refused(run("explain", self.report(), "A1", "A2"), "too many arguments: A2")
        self.assert_refused(run("score", self.report(), "--format"), "--format")

    def test_numbers(self):
        report = self.report()
        self.assert_refused(run("score", report, "--threads", "many"), "--threads wants a whole number")
        self.assert_refused(run("score", report, "--threads", "-1"), "--threads wants a whole number")
        self.assert_refused(run("score", report, "--fail-under", "60%"), "--fail-under wants a number")
        self.assert_refused(run("score", report, "--fail-under", "nan"), "--fail-under wants a number")
        self.assert_refused(run("rank", report, "--draws", "1e4"), "--draws wants a whole number")
        self.assert_refused(run("rank", report, "--noise", "1"), "--noise")

    def test_other_values(self):
        report, small = self.report(), self.small()
        self.assert_refused(run("score", report, "--lang", "fr"), "--lang is zh or en")
        self.assert_refused(run("explain", report, "A9", "--framework", small), "A9")
        self.assert_refused(run("gaps", report, "--target", "worst", "--framework", small), "worst")

    def test_a_suffix_that_names_no_format(self):
        for name in ("out", "out.docx", "out.d/x"):
            self.assert_refused(run("score", self.report(), "-o", self.folder / name), "--format")


if __name__ == "__main__":
    unittest.main()

"""Bad documents, files that appear whole or not at all, readers that go away, terminals."""
import json
import os
import pty
import stat
import subprocess
import unittest

from support import CLI, FRAMEWORK, SEEDS, CliTest, run

ESC = "\x1b"


class BadDocuments(CliTest):
    def test_named_with_a_reason_while_the_others_are_answered(self):
        small = self.small()
        good, better = self.report("a.txt", 75), self.report("b.txt", 100)
        binary = self.file("bad.txt", b"\xd0\xd0\xd5\xfe\xff\x00")
        missing = self.folder / "missing.txt"
        for format in ("json", "jsonl", "csv", "table", "md"):
            result = run("score", good, binary, missing, better, "--framework", small, "--format", format)
            self.assert_code(result, 3)
            self.assertIn("a.txt", result.out + "a.txt" if format in ("table", "md") else result.out)
            for name in ("bad.txt", "missing.txt"):
                self.assertRegex(result.err, rf"cannot read .*{name}: .+")
        cards = json.loads(run("score", good, binary, missing, better, "--framework", small).out)
        self.assertEqual([card["score"] for card in cards], [5, 10])
        clean = json.loads(run("score", good, better, "--framework", small).out)
        self.assertEqual(cards, clean)

    def test_every_verb(self):
        small, good, missing = self.small(), self.report(), self.folder / "missing.txt"
        for verb in ("evidence", "gaps", "rank"):
            result = run(verb, good, missing, "--framework", small)
            self.assert_code(result, 3)
            self.assertIn("report.txt", result.out)
            self.assertIn("missing.txt", result.err)
        self.assert_code(run("quantities", good, missing), 3)
        self.assert_code(run("explain", missing, "A1", "--framework", small), 3)

    def test_nothing_could_be_read(self):
        small, missing = self.small(), self.folder / "missing.txt"
        for verb in ("score", "evidence", "gaps", "rank"):
            result = run(verb, missing, "--framework", small)
            self.assert_code(result, 3)
            self.assertIn("missing.txt", result.err)

    def test_an_empty_folder(self):
        (self.folder / "empty").mkdir()
        result = run("score", self.folder / "empty", "--framework", self.small())
        self.assert_code(result, 3)
        self.assertIn("empty", result.err)

    def test_unreadable_outranks_findings(self):
        result = run("score", self.report(), self.folder / "missing.txt", "--framework", self.small(), "--fail-under", "100")
        self.assert_code(result, 3)


class Files(CliTest):
    def leftovers(self):
        return [path.name for path in self.folder.iterdir() if path.name.startswith(".rulescore-")]

    def test_the_suffix_picks_the_format(self):
        report, small = self.report(), self.small()
        for suffix in ("json", "jsonl", "csv", "md", "txt"):
            path = self.folder / f"out.{suffix}"
            result = run("score", report, "--framework", small, "-o", path)
            self.assert_code(result, 0)
            self.assertEqual(result.out, "")
            format = "table" if suffix == "txt" else suffix
            self.assertEqual(path.read_bytes(), run("score", report, "--framework", small, "--format", format).out.encode())
        run("score", report, "--framework", small, "--format", "csv", "-o", self.folder / "x.json")
        self.assertTrue((self.folder / "x.json").read_text().startswith("document,"))
        self.assertEqual(self.leftovers(), [])

    def test_replaced_with_its_mode_and_through_a_link(self):
        target = self.file("real.json", "old")
        target.chmod(0o600)
        link = self.folder / "link.json"
        link.symlink_to("real.json")
        self.assert_code(run("score", self.report(), "--framework", self.small(), "-o", link), 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o600)
        json.loads(target.read_text())

    def test_a_folder_that_is_not_there(self):
        result = run("score", self.report(), "--framework", self.small(), "-o", self.folder / "no" / "out.json")
        self.assert_code(result, 3)
        self.assertIn("cannot write", result.err)

    def test_a_folder_as_the_file(self):
        (self.folder / "out.json").mkdir()
        self.assert_code(run("score", self.report(), "--framework", self.small(), "-o", self.folder / "out.json"), 3)

    def test_a_device_is_written_not_replaced(self):
        self.assert_code(run("score", self.report(), "--framework", self.small(), "--format", "json", "-o", "/dev/null"), 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))
        result = run("score", self.report(), "--framework", self.small(), "--format", "json", "-o", "/dev/full")
        self.assert_code(result, 3)
        self.assertIn("No space left", result.err)

    def test_leftovers_of_the_dead_are_swept_those_of_the_living_stay(self):
        gone = subprocess.Popen(["true"])
        gone.wait()
        self.file(f".rulescore-{gone.pid}-0.tmp", "half")
        self.file(f".rulescore-{os.getpid()}-0.tmp", "in work")
        self.file(".rulescore-notes.tmp", "a user's own")
        self.assert_code(run("score", self.report(), "--framework", self.small(), "-o", self.folder / "out.json"), 0)
        self.assertEqual(sorted(self.leftovers()), sorted([f".rulescore-{os.getpid()}-0.tmp", ".rulescore-notes.tmp"]))

    def test_a_killed_run_leaves_the_old_file(self):
        target = self.file("out.jsonl", "old\n")
        process = subprocess.Popen([CLI, "score", "-", "--framework", str(self.small()), "-o", str(target)], stdin=subprocess.PIPE)
        process.kill()
        process.communicate()
        self.assertEqual(target.read_text(), "old\n")


class Readers(CliTest):
    def test_a_reader_that_goes_away_is_no_error(self):
        environment = dict(os.environ, RULESCORE_FRAMEWORK=str(FRAMEWORK))
        for format in ("jsonl", "json"):
            process = subprocess.Popen([CLI, "score", *[str(SEEDS)] * 20, "--format", format], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, env=environment)
            process.stdout.read(10)
            process.stdout.close()
            error = process.stderr.read()
            process.stderr.close()
            self.assertEqual((process.wait(), error), (0, b""))

    def test_a_full_disk_is(self):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([CLI, "quantities", str(self.report())], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(process.returncode, 3)
        self.assertIn(b"No space left", process.stderr)


class Terminal(CliTest):
    def on_terminal(self, *arguments, **environment):
        """What a person would see on a terminal of 100 columns."""
        import fcntl
        import struct
        import termios
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        env = dict(os.environ, RULESCORE_FRAMEWORK=str(FRAMEWORK), TERM="xterm", **environment)
        env.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
        process = subprocess.Popen([CLI, *map(str, arguments)], stdout=slave, stderr=subprocess.PIPE, env=env)
        os.close(slave)
        shown = b""
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
        process.stderr.close()
        process.wait()
        os.close(master)
        return shown.decode("utf-8")

    def test_a_person_gets_a_table_in_colour(self):
        shown = self.on_terminal("score", SEEDS)
        self.assertIn("得分", shown)
        self.assertIn(ESC + "[3", shown)
        self.assertNotIn(ESC, self.on_terminal("score", SEEDS, NO_COLOR="1"))

    def test_hostile_text_reaches_no_terminal(self):
        report = self.file("evil.txt", "负责人出庭应诉率90%\u009b31m\u202e。\n")
        for arguments in (["score", report], ["evidence", report], ["quantities", report], ["explain", report, "A1"],
                          ["gaps", report], ["evidence", report, "--format", "jsonl"]):
            more = [] if arguments[0] == "quantities" else ["--framework", self.small()]
            shown = self.on_terminal(*arguments, *more, NO_COLOR="1")
            self.assertTrue(shown)
            for forbidden in (ESC, "\u009b", "\u202e"):
                self.assertNotIn(forbidden, shown)


if __name__ == "__main__":
    unittest.main()

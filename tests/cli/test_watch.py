"""rulescore watch: what a save moves, how fast, what a broken file does, and how it ends."""
import json
import os
import queue
import re
import signal
import subprocess
import threading
import time
import unittest

from support import CLI, FRAMEWORK, SEED_FILES, SMALL, CliTest, run

PATIENCE = 60  # seconds; a busy machine is slow, and a test that hangs says so


class Watching:
    """The real program, its lines as they come."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            [CLI, "watch", *map(str, arguments), "--lang", "en"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(os.environ, RULESCORE_FRAMEWORK=str(FRAMEWORK)),
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.decode())
        self.lines.put(None)

    def until(self, pattern):
        """Everything printed up to a line that matches."""
        text = ""
        while True:
            line = self.lines.get(timeout=PATIENCE)
            if line is None:
                raise AssertionError(f"ended before {pattern!r}:\n{text}{self.process.stderr.read().decode()}")
            text += line
            if re.search(pattern, line):
                return text

    def end(self):
        self.process.wait(timeout=PATIENCE)
        rest = ""
        while (line := self.lines.get(timeout=PATIENCE)) is not None:
            rest += line
        return rest


class Watch(CliTest):
    def setUp(self):
        super().setUp()
        self.framework = self.small()
        self.reports = [self.report(f"r{rate}.txt", rate) for rate in (90, 70, 100)]

    def watch(self, *arguments, framework=None):
        watching = Watching(*(arguments or self.reports), "--framework", framework or self.framework)
        self.addCleanup(watching.process.stdout.close)
        self.addCleanup(watching.process.stderr.close)
        self.addCleanup(watching.process.wait)
        self.addCleanup(watching.process.kill)
        return watching

    def save(self, text, path=None):
        """As editors do: a new file, renamed over the old one."""
        path = path or self.framework
        beside = path.with_suffix(".saving")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)

    def test_a_save_is_answered_with_what_moved(self):
        watching = self.watch(*self.reports, "--for", "1")
        start = watching.until("^   3 ")
        self.assertRegex(start, r"^3 documents matched in \d+ ms\n1 file watched; Ctrl-C stops\n")
        self.save(SMALL.replace("from: 50%", "from: 80%"))
        answer = watching.end()
        self.assertRegex(
            answer,
            r"^\nsave 1 · \d+ ms · none of 3 documents matched again\n"
            r"  A1 score.rate.from: 50% → 80%\n"
            r"\nmean total 7.3 → 5.0 · up 0 · down 2 · level 1\n"
            r"\nRank  Jurisdiction  Year  Before  After  Change  Band\n─+\n"
            r"   3  r70.txt\s+4.0    0.0   −4.00  –\n"
            r"   2  r90.txt\s+8.0    5.0   −3.00  –\n"
            r"\nIndicator    Up  Down   Score  Points  Furthest\n─+\n"
            r"A1 In court   0     2  −0.233  −2.333  r70.txt 0.40 → 0.00\n\n$",
        )
        self.assertEqual(watching.process.returncode, 0)

    def test_rules_are_matched_again_weights_and_scores_are_not(self):
        watching = self.watch(*self.reports, "--for", "4")
        watching.until("^   3 ")
        for number, (text, again) in enumerate(
            [
                (SMALL.replace("from: 50%", "from: 60%"), "none of 3 documents matched again"),
                (SMALL.replace("[出庭应诉率]", "[应诉率]"), "3 documents matched again"),
                (SMALL.replace("[出庭应诉率]", "[应诉率]").replace("title: {zh: 甲", "weight: 3\n    title: {zh: 甲"), "none of 3 documents matched again"),
                (SMALL, "3 documents matched again"),
            ],
            1,
        ):
            self.save(text)
            self.assertIn(again, watching.until(f"^save {number} "))
        watching.end()
        self.assertEqual(watching.process.returncode, 0)

    def test_what_it_says_is_what_a_fresh_run_says(self):
        watching = self.watch(*self.reports, "--for", "1")
        watching.until("^   3 ")
        self.save(SMALL.replace("from: 50%", "from: 70%"))
        answer = watching.end()
        fresh = run("rank", *self.reports, "--framework", self.framework, "--format", "table").out
        totals = dict(re.findall(r"(r\d+\.txt) +([\d.]+)", fresh))
        moved = re.findall(r"(r\d+\.txt) +[\d.]+ +([\d.]+) +[−+]", answer)
        self.assertEqual([totals[name] for name, _ in moved], [total for _, total in moved])
        self.assertEqual(len(moved), 2)

    def test_a_broken_save_shows_the_issue_and_keeps_the_scores(self):
        watching = self.watch(*self.reports, "--for", "3")
        watching.until("^   3 ")
        self.save(SMALL.replace("from: 50%", "form: 50%"))
        broken = watching.until("mended")
        self.assertIn("small.yaml:17:18: error[unknown-key]: the shape of `rate` has no entry `form`", broken)
        self.assertTrue(broken.endswith("The scores stay as they were until this is mended.\n"), broken)
        self.framework.unlink()
        self.assertIn("small.yaml: no such file", watching.until("mended"))
        self.save(SMALL.replace("from: 50%", "from: 80%"))
        self.assertIn("mean total 7.3 → 5.0", watching.end())  # held against the last that made sense
        self.assertEqual(watching.process.returncode, 0)

    def test_it_waits_for_a_framework_that_is_broken_from_the_start(self):
        self.save("rulescore: 1\n")
        watching = self.watch(*self.reports, "--for", "1")
        self.assertIn("error[missing-key]", watching.until("Waiting until this is mended"))
        self.save(SMALL)
        self.assertIn("file watched", watching.end())

    def test_a_file_caught_half_saved_is_waited_for(self):
        watching = self.watch(*self.reports, "--for", "1")
        watching.until("^   3 ")
        text = SMALL.replace("from: 50%", "from: 80%")
        with open(self.framework, "w", encoding="utf-8") as file:
            for begin in range(0, len(text), 100):
                file.write(text[begin : begin + 100])
                file.flush()
                time.sleep(0.005)
        self.assertNotIn("error", watching.end())

    def test_two_saves_of_the_same_size_in_one_tick_of_the_clock(self):
        watching = self.watch(*self.reports)
        watching.until("^   3 ")
        stamp = os.stat(self.framework).st_mtime_ns
        for number, text in enumerate(("60%", "70%", "80%"), 1):
            with open(self.framework, "r+b") as file:  # the same inode
                file.write(SMALL.replace("from: 50%", f"from: {text}").encode())
            stamp = max(stamp, os.stat(self.framework).st_mtime_ns)
            os.utime(self.framework, ns=(stamp, stamp))
            self.assertIn(f"→ {text}", watching.until("score.rate.from"))

    def test_files_of_groups_and_of_what_is_extended_are_watched(self):
        head = 'rulescore: 1\nid: g\nversion: "1"\ntitle: g\nfull: 10\nmissing: zero\ngroups: [a.yaml]\n'
        group = SMALL[SMALL.index("  - code: A\n") :].replace("  - code", "    code", 1)
        group = "".join(line[4:] + "\n" for line in group.splitlines())
        self.file("base/framework.yaml", head)
        a = self.file("base/a.yaml", group)
        over = self.file("over.yaml", 'rulescore: 1\nid: o\nversion: "1"\ntitle: o\nextends: base/framework.yaml\nset: {A1: {weight: 2}}\n')
        watching = self.watch(*self.reports, "--for", "1", framework=over)
        self.assertIn("3 files watched", watching.until("^   3 "))
        self.save(group.replace("from: 50%", "from: 80%"), a)
        self.assertIn("A1 score.rate.from: 50% → 80%", watching.end())

    def test_a_signal_ends_it_cleanly(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            watching = self.watch()
            watching.until("^   3 ")
            watching.process.send_signal(number)
            watching.end()
            self.assertEqual(watching.process.returncode, 0)

    def test_facts_and_refusals(self):
        facts = self.file("facts.csv", "document,indicator,value,unit,source\nr70.txt,A1,100,%,年鉴\n甲,Z9,1,件,年鉴\n")
        watching = self.watch(*self.reports, "--for", "1", "--facts", facts)
        self.assertRegex(watching.until("^   3 "), r"r70\.txt +10\.0")
        self.save(SMALL.replace("from: 50%", "from: 80%"))
        self.assertIn("mean total 9.3 → 8.3", watching.end())
        self.assertEqual(watching.process.returncode, 0)
        self.assertEqual(watching.process.stderr.read().decode().count("cannot use"), 1)
        self.assert_refused(run("watch"), "DOCUMENT is required")
        self.assert_refused(run("watch", self.reports[0], "--for", "x"), "--for wants a whole number")


class Speed(CliTest):
    """1,000 reports under the shipped framework. Times are of a busy machine: what is asked of them is generous, the figure printed."""

    def test_a_thousand_documents(self):
        texts = [path.read_text(encoding="utf-8") for path in SEED_FILES]
        many = self.file("many.jsonl", "".join(json.dumps({"name": f"{i}", "text": texts[i % len(texts)]}, ensure_ascii=False) + "\n" for i in range(1000)))
        folder = self.folder / "framework"
        for path in FRAMEWORK.glob("*.yaml"):
            self.file(f"framework/{path.name}", path.read_bytes())
        watching = Watching(many, "--framework", folder, "--for", "6")
        self.addCleanup(watching.process.kill)
        matched = int(re.search(r"matched in (\d+) ms", watching.until("watched; Ctrl-C")).group(1))
        times = []
        court = folder / "E-oversight.yaml"
        original = court.read_text(encoding="utf-8")
        for number in range(1, 7):
            beside = folder / "saving"
            beside.write_text(original.replace("weight: 16", f"weight: {16 + number}", 1), encoding="utf-8")
            os.replace(beside, court)
            answer = watching.until(f"^save {number} ")
            self.assertIn("none of 1000 documents matched again", answer)
            times.append(int(re.search(r"· (\d+) ms ·", answer).group(1)))
            watching.until("^E")
        watching.end()
        watching.process.stdout.close()
        watching.process.stderr.close()
        print(f"1,000 documents: matched in {matched} ms; answered {min(times)} ms after a save (of six: {times})")
        self.assertLess(min(times), max(1000, matched / 3))


if __name__ == "__main__":
    unittest.main()

"""Runs the real executable. CTest says where it is: RULESCORE_CLI, and the source tree: RULESCORE_SOURCE."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["RULESCORE_CLI"]
SOURCE = pathlib.Path(os.environ["RULESCORE_SOURCE"])
SEEDS = SOURCE / "seeds"
FRAMEWORK = SOURCE / "indicators" / "demonstration-2021"
SEED_FILES = sorted(SEEDS.glob("*.txt"))

SMALL = """\
rulescore: 1
id: small
version: "1"
title: {zh: 小, en: Small}
full: 10
missing: zero
children:
  - code: A
    title: {zh: 甲, en: A}
    children:
      - code: A1
        number: 1
        title: {zh: 出庭, en: In court}
        evidence:
          rate: {any: [出庭应诉率], value: {unit: "%"}}
        score:
          rate: {from: 50%, to: 100%}
        examples:
          - text: 负责人出庭应诉率100%。
            find: {rule: rate, value: 100}
          - text: 组织旁听庭审12次。
            find: nothing
"""


class Result:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8", "replace")


def run(*arguments, stdin=b"", env=None, cwd=None):
    environment = dict(os.environ, RULESCORE_FRAMEWORK=str(FRAMEWORK), **(env or {}))
    process = subprocess.run([CLI, *map(str, arguments)], input=stdin, capture_output=True, env=environment, cwd=cwd, timeout=120)
    return Result(process)


class CliTest(unittest.TestCase):
    """A folder of its own for each test, gone afterwards."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rulescore-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def small(self):
        return self.file("small.yaml", SMALL)

    def report(self, name="report.txt", rate=90):
        return self.file(name, f"一、主要做法\n负责人出庭应诉率{rate}%。\n")

    def assert_refused(self, result, *words):
        """Exit 2, nothing on standard output, and a message that holds the words."""
        self.assertEqual(result.code, 2, result.err)
        self.assertEqual(result.out, "")
        for word in words:
            self.assertIn(word, result.err)

    def assert_code(self, result, code):
        self.assertEqual(result.code, code, result.err + result.out[:2000])

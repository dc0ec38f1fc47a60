"""Every YAML example of indicators/README.md is read by `rulescore check`, and the sentences in it are put to the test. A fragment
stands where its first key belongs: in the framework, in a list of nodes, or in an indicator."""
import re
import unittest

import page
from support import FRAMEWORK, SOURCE, CliTest, run
from test_tutorial import PAGE, SECTION

HEAD = """\
rulescore: 1
id: reference
version: "1"
title: {zh: 例, en: Example}
"""
WORDS = """\
lexicon:
  established: [建立, 健全, 完善]
  lacking: [薄弱, 不足]
"""
STATUS = """\
status:
  headings: {plan: [下一步], problem: [存在的问题]}
  planned: [{any: [力争, 拟]}]
  problem: [{lexicon: lacking, direction: both}]
"""
NODE = """\
children:
  - code: A
    title: {zh: 甲, en: A}
    evidence: {found: {any: [公开], near: {lexicon: established}}}
    score: {found: 1}
"""
INDICATOR = """\
children:
  - code: A
    title: {zh: 甲, en: A}
"""
OF_AN_INDICATOR = {"evidence", "score", "metrics", "examples", "full", "scorers", "veto"}


def indented(text, by):
    return "".join(" " * by + line + "\n" if line else "\n" for line in text.splitlines())


def wrapped(text):
    first = re.search(r"(?m)^(- )?(\w+):", text)
    keys = set(re.findall(r"(?m)^(\w+):", text))
    words = "" if "lexicon" in keys else WORDS
    status = "" if "status" in keys else STATUS
    if first[2] in ("rulescore", "extends"):
        return text
    if first[1]:
        return HEAD + words + status + "children:\n" + indented(text, 2)
    if first[2] in OF_AN_INDICATOR and "children" not in keys:
        return HEAD + words + status + INDICATOR + indented(text, 4)
    return HEAD + words + status + text + ("" if keys & {"children", "groups"} else NODE)


class Reference(CliTest):
    def test_every_example_of_the_page(self):
        seen = 0
        for block in page.blocks(PAGE.read_text(encoding="utf-8")):
            if block.language != "yaml" or block.section == SECTION:
                continue
            seen += 1
            framework = self.file(f"line-{block.line}/framework.yaml", wrapped(block.text))
            with self.subTest(line=block.line):
                self.assert_code(run("check", framework), 0)
                if "\ncrosswalk:" not in block.text:
                    self.assert_code(run("test", framework), 0)
        self.assertGreater(seen, 5)


if __name__ == "__main__":
    unittest.main()

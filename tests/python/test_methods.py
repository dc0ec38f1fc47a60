"""indicators/methods.md: its examples do what they say."""

import doctest
import os
import unittest

from support import ROOT


class Page(unittest.TestCase):
    def test_its_examples_run(self):
        page = os.path.join(ROOT, "indicators", "methods.md")
        with open(page, encoding="utf-8") as file:
            # A fence ends what an example prints.
            text = "".join("\n" if line.startswith("```") else line for line in file)
        examples = doctest.DocTestParser().get_doctest(text, {}, "methods.md", page, 0)
        self.assertGreater(len(examples.examples), 0)
        before = os.getcwd()
        os.chdir(ROOT)  # the page's paths are the source tree's
        self.addCleanup(os.chdir, before)
        self.assertEqual(doctest.DocTestRunner().run(examples).failed, 0)

"""Follows the tutorial of indicators/README.md from an empty folder: saves what it says to save, types what it says to type, and
compares what is printed, character by character. `test_tutorial.py --write` puts what is printed into the page, to be read and
judged before it is committed."""
import os
import pathlib
import sys
import unittest

import page
from support import CLI, SOURCE, CliTest

PAGE = SOURCE / "indicators" / "README.md"
SECTION = "From nothing to a tested framework of five indicators"
COLUMNS = 110


def follow(folder):
    """Yields every command with what it printed."""
    bin_folder = folder / ".bin"
    bin_folder.mkdir()
    (bin_folder / "rulescore").symlink_to(pathlib.Path(CLI).resolve())
    env = {"PATH": f"{bin_folder}:{os.environ['PATH']}"}
    for block in page.blocks(PAGE.read_text(encoding="utf-8")):
        if block.section != SECTION:
            continue
        if block.language == "console":
            for command in page.commands(block):
                yield block, command, page.on_a_terminal(command.line, folder, env, COLUMNS)
            continue
        title, text = block.text.split("\n", 1)
        if title.startswith("# add to "):
            with open(folder / title[len("# add to "):], "a", encoding="utf-8") as file:
                file.write(text)
        else:
            (folder / title[2:]).write_text(text, encoding="utf-8")


class Tutorial(CliTest):
    def test_it_works_as_it_says(self):
        seen = 0
        for block, command, printed in follow(self.folder):
            seen += 1
            with self.subTest(line=block.line, command=command.line):
                self.assertEqual(printed, command.expected)
        self.assertGreater(seen, 8)
        self.assertEqual((self.folder / "framework.yaml").read_text(encoding="utf-8").count("- code:"), 5)


def write(folder):
    text = PAGE.read_text(encoding="utf-8")
    lines = {}  # of the page, by the block's first line: the new content
    for block, command, printed in follow(folder):
        lines.setdefault(block.line, [block, ""])[1] += f"$ {command.line}\n{printed}"
    for block, new in lines.values():
        text = text.replace(f"```console\n{block.text}```", f"```console\n{new}```", 1)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        import tempfile

        with tempfile.TemporaryDirectory() as scratch:
            write(pathlib.Path(scratch))
    else:
        unittest.main()

"""Reads a Markdown page as its reader does: headings, fenced blocks, commands with what they print."""
import dataclasses
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios


@dataclasses.dataclass
class Block:
    language: str
    text: str
    line: int      # of its first line in the page, from 1
    section: str   # the last "## " heading above it


def blocks(page):
    section, found, lines = "", [], page.split("\n")
    i = 0
    while i < len(lines):
        if lines[i].startswith("## "):
            section = lines[i][3:]
        if match := re.fullmatch(r"```(\w+)", lines[i]):
            begin = i + 1
            i = begin
            while lines[i] != "```":
                i += 1
            found.append(Block(match[1], "\n".join(lines[begin:i]) + "\n", begin + 1, section))
        i += 1
    return found


@dataclasses.dataclass
class Command:
    line: str
    expected: str


def commands(block):
    """`$ command`, and below it what it prints."""
    found = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:], ""))
        else:
            found[-1].expected += line + "\n"
    return found


def on_a_terminal(command, cwd, env, columns):
    """What a person sees who types it: the command's output on a terminal so wide, without colours."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    process = subprocess.Popen(["sh", "-c", command], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=cwd,
                               env={**os.environ, "NO_COLOR": "1", "TERM": "xterm", **env})
    os.close(theirs)
    printed = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        printed += more
    process.wait(60)
    os.close(ours)
    return printed.decode("utf-8").replace("\r\n", "\n")

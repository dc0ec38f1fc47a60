"""Every code of an issue that the sources can say is explained in indicators/README.md and has its whole message in a test."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
CALL = re.compile(r"\b(?:error|warn|issue|report|stop|unprintable)\(")
CODE = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')
CHOICE = re.compile(r'\? "([a-z]+(?:-[a-z0-9]+)+)"\s*:\s*"([a-z]+(?:-[a-z0-9]+)+)"')
TRANSLATION = re.compile(r'Translation\{[^}]*"([a-z]+(?:-[a-z]+)+|alias)"\}')


def first_text(text, at):
    """The first argument of the call open at `at` that is a plain code."""
    depth = 0
    while at < len(text) and depth >= 0:
        if text[at] == '"':
            found = CODE.match(text, at)
            if depth == 0:
                return [found.group(1)] if found else []
            at = re.compile(r'"(?:[^"\\\\]|\\\\.)*"').match(text, at).end()
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return []


def in_sources():
    """Codes in the calls that report issues."""
    codes = set()
    for folder in ("framework", "engine"):
        for path in sorted((ROOT / "src" / folder).glob("*.cpp")):
            text = path.read_text(encoding="utf-8")
            for call in CALL.finditer(text):
                codes.update(first_text(text, call.end()))
            codes.update(TRANSLATION.findall(text))
            for pair in CHOICE.findall(text):
                codes.update(pair)
    return codes


def explained():
    guide = (ROOT / "indicators" / "README.md").read_text(encoding="utf-8")
    table = guide.split("\n## What check says\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"(?m)^\| `([a-z0-9-]+)`", table))


def quoted_whole():
    """Codes of messages.txt, and those that C++ tests quote in a message."""
    table = (ROOT / "tests" / "malformed" / "messages.txt").read_text(encoding="utf-8")
    codes = set(re.findall(r"(?m)^== (\S+)", table))
    for folder in ("framework", "engine"):
        for path in sorted((ROOT / "tests" / "unit" / folder).glob("*.cpp")):
            codes.update(re.findall(r"(?:error|warning)\[([a-z0-9-]+)\]: \w", path.read_text(encoding="utf-8")))
    return codes


def main():
    said, known, tested = in_sources(), explained(), quoted_whole()
    wrong = [f"{code}: no line in indicators/README.md" for code in sorted(said - known)]
    wrong += [f"{code}: explained, but nothing in the sources says it" for code in sorted(known - said)]
    wrong += [f"{code}: no test of its whole message; tests/malformed/messages.txt has the others" for code in sorted(said - tested)]
    print(f"{len(said)} codes, {len(known)} explained, {len(said & tested)} tested by their whole message")
    print("\n".join(wrong))
    return 1 if wrong or len(said) < 70 else 0


if __name__ == "__main__":
    sys.exit(main())

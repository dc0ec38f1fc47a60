#!/usr/bin/env python3
"""Writes src/base/han.inc: which Chinese characters are read as which, one to one.

Traditional and variant forms are read as simplified ones. OpenCC's TSCharacters come first (its first choice where there are several);
what it leaves alone is asked of ICU's Traditional-Simplified, which knows more variants (著 瞭 藉), then of OpenCC's Hong Kong forms
(衞 衹). Radicals and compatibility ideographs, which PDF text is full of, are read as the characters they stand for: Unicode's
Equivalent_Unified_Ideograph and NFKC.
Every answer is followed to its end, so that folding twice is folding once.

    python3 src/base/han.py > src/base/han.inc      needs libopencc1.1, libopencc-data, icu-devtools, perl
    python3 src/base/han.py --check                 compares; 77 when the libraries here are missing or of other versions
"""

import ctypes
import pathlib
import shutil
import subprocess
import sys
import unicodedata

TABLE = pathlib.Path(__file__).with_name("han.inc")
UNIFIED = [chr(c) for c in range(0x4E00, 0xA000)]
LOOKS = [chr(c) for r in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00)) for c in r]


class Missing(Exception):
    pass


def opencc(config, characters):
    try:
        library = ctypes.CDLL("libopencc.so.1.1")
    except OSError as error:
        raise Missing(error) from error
    library.opencc_open.restype = ctypes.c_void_p
    library.opencc_convert_utf8.restype = ctypes.c_void_p
    library.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    converter = library.opencc_open(config)
    if converter in (None, ctypes.c_void_p(-1).value):
        raise Missing("no OpenCC data")

    def convert(character):
        raw = character.encode()
        return ctypes.cast(library.opencc_convert_utf8(converter, raw, len(raw)), ctypes.c_char_p).value.decode()

    return {c: convert(c) for c in characters}


def run(*command, text=""):
    if shutil.which(command[0]) is None:
        raise Missing(command[0])
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


def icu(characters):
    lines = run("uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified", text="\n".join(characters))
    return dict(zip(characters, lines.split("\n"), strict=True))


def equivalents(characters):
    script = r"""
        use Unicode::UCD 'prop_invmap';
        my ($from, $to) = prop_invmap('Equivalent_Unified_Ideograph');
        for my $i (0 .. $#$from) {
            next unless $to->[$i];
            my $last = $i < $#$from ? $from->[$i + 1] - 1 : $from->[$i];
            printf "%d %d\n", $_, $to->[$i] + $_ - $from->[$i] for $from->[$i] .. $last;
        }"""
    pairs = (line.split() for line in run("perl", "-e", script).splitlines())
    known = {chr(int(a)): chr(int(b)) for a, b in pairs}
    return {c: known.get(c) or unicodedata.normalize("NFKC", c) for c in characters}


def versions():
    library = run("dpkg-query", "-W", "-f", "${Version}", "libopencc1.1").split("+")[0]
    return f"OpenCC {library}, ICU {run('uconv', '--version').split('ICU')[-1].strip()}, Unicode {unicodedata.unidata_version}"


def pairs():
    answer = opencc(b"t2s.json", UNIFIED)
    unsimplified = [c for c in UNIFIED if not c.encode("gb2312", "ignore")]  # Hong Kong's forms turn 抬 into 擡
    for more in icu(UNIFIED), opencc(b"hk2s.json", unsimplified):
        final = {to for c, to in answer.items() if to != c}  # 苎 is simplified already, whatever the next one says
        answer.update((c, to) for c, to in more.items() if answer[c] == c and c not in final)
    answer.update(equivalents(LOOKS))
    for c in answer:
        while answer.get(answer[c], answer[c]) != answer[c]:
            answer[c] = answer[answer[c]]
    kept = {c: to for c, to in answer.items() if to != c and len(to) == 1 and 0x3400 <= ord(to) < 0xA000}
    assert not set(kept) & set(kept.values())
    return kept


def table():
    words = [c + to for c, to in sorted(pairs().items())]
    yield f"// {versions()}. Written by src/base/han.py, which says from what; each character is followed by the one it is read as."
    yield "// OpenCC's data is under the Apache License 2.0, ICU's and Unicode's under the Unicode licence."
    for i in range(0, len(words), 30):
        yield f'u"{"".join(words[i : i + 30])}"'


def main():
    try:
        if sys.argv[1:] != ["--check"]:
            print("\n".join(table()))
            return 0
        written = TABLE.read_text(encoding="utf-8")
        if versions() not in written:
            raise Missing(f"these are {versions()}")
        if written != "\n".join(table()) + "\n":
            print(f"{TABLE.name} is not what {versions()} give; write it anew")
            return 1
        print(f"{TABLE.name} is what {versions()} give")
        return 0
    except (Missing, subprocess.CalledProcessError) as error:
        print(f"cannot check: {error}", file=sys.stderr)
        return 77


if __name__ == "__main__":
    sys.exit(main())

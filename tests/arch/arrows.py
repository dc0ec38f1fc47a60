"""The house's rules, read off the includes: one-way arrows, three walls, a silent library, headers that stand alone.

Run by CTest as `python3 tests/arch/arrows.py SOURCE_DIR`; prints each breach as file:line: what, and fails.
"""

import pathlib
import re
import sys

# Who may include whom, in data-flow order: a folder sees the named folders and itself.
ARROWS = {
    "base": set(),
    "quantity": {"base"},
    "document": {"base", "quantity"},
    "pattern": {"base", "quantity"},
    "score": {"base", "quantity", "pattern", "framework", "document", "evidence"},
    "framework": {"base", "quantity", "pattern"},
    "format": {"base", "framework"},
    "corpus": {"base", "document", "framework", "format"},
    "evidence": {"base", "quantity", "document", "pattern", "framework"},
    "elsewhere": {"base", "quantity", "document", "framework", "format", "corpus", "evidence"},
    "engine": {"base", "document", "framework", "evidence", "elsewhere", "score"},
    "panel": {"base", "framework", "format", "corpus", "score", "engine"},
    "analysis": {"base", "framework", "evidence", "elsewhere", "score", "engine", "panel"},
    "render": {"base", "quantity", "document", "framework", "evidence", "elsewhere", "score", "engine", "panel", "analysis"},
    "cli": set(),
}
# The scoring shapes and the rules of nodes are data that the framework reader fills in and `score` runs: they cross, as data.
DATA_HEADERS = {("framework", "score/shape.hpp"), ("framework", "score/node_rules.hpp")}
# The Python package offers the command line, too: its one function.
OUTSIDE_FACES = {("python/bind/bind_cli.cpp", "cli/cli.hpp")}

WALLS = [
    (r"#include\s*<yaml-cpp", lambda p: p == "src/framework/yaml.cpp", "yaml-cpp outside src/framework/yaml.cpp"),
    (r"#include\s*<(Eigen|unsupported)", lambda p: p.startswith(("src/panel/", "src/analysis/")), "Eigen outside src/panel and src/analysis"),
    (r"#include\s*<spdlog", lambda p: p == "src/base/log.cpp", "spdlog outside src/base/log.cpp"),
    (r"#include\s*<xlsxwriter", lambda p: p == "src/render/workbook.cpp", "libxlsxwriter outside src/render/workbook.cpp"),
    (r"#include\s*<libical", lambda p: p == "src/render/roadmap_calendar.cpp", "libical outside src/render/roadmap_calendar.cpp"),
    (r"#include\s*<coin/", lambda p: p == "src/panel/linear_programme.cpp", "Clp outside src/panel/linear_programme.cpp"),
    (r"#include\s*<(fmt|nlohmann|CLI)", lambda p: not p.startswith("include/"), "a private library in a public header"),
    (r"#include\s*<regex>|std::regex", lambda p: False, "std::regex"),
    (r"#include\s*<iostream>|std::cout|std::cerr", lambda p: p.startswith("src/cli/") or p == "python/bind/bind_cli.cpp", "printing from the library"),
    (r"\b(exit|abort|_Exit|quick_exit)\s*\(", lambda p: p.startswith("src/cli/"), "ending the process from the library"),
    (r"\bstd::(setlocale|locale::global)", lambda p: False, "global locale"),
    (r"#include\s*<unordered_", lambda p: p.startswith("src/cli/"), "an unordered container (outputs must come in one order)"),
]


def breaches(root: pathlib.Path):
    for path in sorted([*root.glob("src/**/*.[ch]pp"), *root.glob("include/**/*.hpp"), *root.glob("python/**/*.cpp")]):
        name = path.relative_to(root).as_posix()
        folder = name.split("/")[1] if name.startswith("src/") else name.split("/")[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("//")[0]
            for pattern, allowed, what in WALLS:
                if re.search(pattern, code) and not allowed(name):
                    yield f"{name}:{number}: {what}"
            included = re.match(r'\s*#include\s*"([a-z_]+)/([^"]+)"', code)
            if included and name.startswith("src/"):
                target = included.group(1)
                crossing = (folder, f"{target}/{included.group(2)}") in DATA_HEADERS
                if target != folder and target not in ARROWS.get(folder, set()) and not crossing:
                    yield f"{name}:{number}: {folder} must not see {target}"
            if included and not name.startswith("src/") and (name, included.group(0).split('"')[1]) not in OUTSIDE_FACES:
                yield f"{name}:{number}: only public headers here, found {included.group(0).strip()}"


def self_test():
    """The rules bite: each pattern finds its own breach."""
    for pattern, sample in [(WALLS[0][0], "#include <yaml-cpp/yaml.h>"), (WALLS[7][0], "std::regex r;"), (WALLS[9][0], "std::abort();"),
                            (WALLS[8][0], "std::cout << 1;"), (WALLS[1][0], "#include <Eigen/Dense>"), (WALLS[4][0], "#include <libical/ical.h>"), (WALLS[3][0], "#include <xlsxwriter.h>"), (WALLS[5][0], "#include <coin/Clp_C_Interface.h>")]:
        assert re.search(pattern, sample), pattern


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    self_test()
    found = list(breaches(root))
    sources = len(list(root.glob("src/**/*.cpp")))
    print("\n".join(found) or f"{sources} sources keep the arrows and the walls")
    return 1 if found or sources == 0 else 0


if __name__ == "__main__":
    sys.exit(main())

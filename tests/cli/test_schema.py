"""indicators/rulescore.schema.json, for editors: it knows the keys that the reader knows, it accepts what ships, and it refuses what is
wrong in structure. Crosswalks have one of their own beside it."""
import json
import os
import pathlib
import re
import unittest

import jsonschema
import yaml

from support import SOURCE, CliTest, run

INDICATORS = SOURCE / "indicators"
SCHEMA = json.loads((INDICATORS / "rulescore.schema.json").read_text(encoding="utf-8"))
CROSSWALK = json.loads((INDICATORS / "crosswalk.schema.json").read_text(encoding="utf-8"))
MALFORMED = SOURCE / "tests" / "malformed"

# Keys and maps of the schema that the reader doesn't take yet: none.
COMING = set()


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true and false are booleans, 010 is ten, dates are texts."""


Loader.yaml_implicit_resolvers = {}
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$"), list("-+.0123456789"))
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def construct_map(loader, node, deep=True):
    """Keys are texts, as in JSON; none twice."""
    value = {}
    for key, item in node.value:
        name = loader.construct_object(key, deep=True)
        name = key.value if isinstance(key, yaml.ScalarNode) else str(name)
        if name in value:
            raise yaml.YAMLError(f"{name} stands twice")
        value[name] = loader.construct_object(item, deep=True)
    return value


Loader.add_constructor("tag:yaml.org,2002:map", construct_map)


def read(text):
    return yaml.load(text, Loader)


def errors(value, part=None):
    schema = SCHEMA if part is None else {"definitions": SCHEMA["definitions"], **part}
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in jsonschema.Draft7Validator(schema).iter_errors(value)]


def at(pointer):
    """The part of the schema that a path leads to, from the definitions."""
    part = SCHEMA["definitions"]
    for step in pointer.split("/"):
        part = part[int(step)] if isinstance(part, list) else part[step]
    return part


def indicator(**entries):
    return {"code": "A", "title": "t", "evidence": {"r": {"any": ["出庭"], "value": {"unit": "%"}}}, "score": {"r": {"reach": 1}}, **entries}


def framework(*nodes, **entries):
    return {"rulescore": "1", "id": "f", "version": "1", "title": "t", **entries, "children": list(nodes) or [indicator()]}


def rule(**entries):
    return framework(indicator(evidence={"r": {"any": ["出庭"], "value": {"unit": "%"}, **entries}}))


def score(**entries):
    return framework(indicator(score={"r": 0.5, **entries}))


def term(**entries):
    return framework(indicator(score={"r": entries}))


# Every kind of map the reader takes: where the schema has it, and a framework with a key in it that nobody knows.
UNKNOWN = {"zzz": "1"}
PROBES = {
    "framework": framework(**UNKNOWN),
    "group": framework({"code": "G", "title": "t", "children": [indicator()], **UNKNOWN}),
    "indicator": framework(indicator(**UNKNOWN)),
    "localised/anyOf/1": framework(indicator(title=UNKNOWN)),
    "shared": rule(any=[UNKNOWN]),
    "rule": rule(**UNKNOWN),
    "value": rule(value=UNKNOWN),
    "near": rule(near=UNKNOWN),
    "context": rule(context=UNKNOWN),
    "cue": framework(status={"planned": [UNKNOWN]}),
    "status": framework(status=UNKNOWN),
    "headings": framework(status={"headings": UNKNOWN}),
    "attribution": framework(attribution=UNKNOWN),
    "earns": framework(earns=UNKNOWN),
    "band": framework(bands=[UNKNOWN]),
    "example": framework(indicator(examples=[UNKNOWN])),
    "expectation": framework(indicator(examples=[{"text": "t", "find": UNKNOWN}])),
    "term/anyOf/1": term(**UNKNOWN),
    "cost": score(problem=UNKNOWN),
    "aggregate/anyOf/1": framework(aggregate=UNKNOWN),
    "aggregate/anyOf/1/properties/geometric": framework(aggregate={"geometric": UNKNOWN}),
    "aggregate/anyOf/1/properties/sum": framework(aggregate={"sum": UNKNOWN}),
    "missing/anyOf/1": framework(missing=UNKNOWN),
    "whom": framework(indicator(applies=UNKNOWN)),
    "whom/properties/year/anyOf/1": framework(indicator(applies={"year": UNKNOWN})),
    "veto": framework(indicator(veto=UNKNOWN)),
    "veto/properties/then/anyOf/1": framework(indicator(veto={"below": 0.5, "then": UNKNOWN})),
    "framework/properties/grade": framework(grade=UNKNOWN),
    "together": score(together=[UNKNOWN]),
    "given": framework(indicator(score={"given": UNKNOWN})),
    "scorers": framework(scorers=UNKNOWN),
    "scorer/anyOf/1": framework(scorers={"expert": UNKNOWN}),
    "metric": framework(indicator(metrics={"m": UNKNOWN})),
    "slope": term(target=80, below=UNKNOWN),
    "score_band": term(bands=[UNKNOWN]),
    "tier": term(tiers=[UNKNOWN]),
    "threshold/anyOf/1": term(reach=UNKNOWN),
    "term/anyOf/1/properties/against/anyOf/1": term(reach=1, against=UNKNOWN),
    "index": framework(index=UNKNOWN),
    "data/anyOf/1": framework(indicator(data=UNKNOWN)),
    "impute/anyOf/1": framework(index={"impute": UNKNOWN}),
    "treat/anyOf/1": framework(index={"treat": UNKNOWN}),
    "normalise/anyOf/1": framework(index={"normalise": UNKNOWN}),
}


class Drift(CliTest):
    def allowed(self, probe):
        """The keys that the reader says it knows where it meets `zzz`."""
        path = self.file("probe.yaml", json.dumps(probe, ensure_ascii=False, indent=1))
        for issue in json.loads(run("check", path, "--format", "json").out):
            if issue["code"] == "unknown-key" and "`zzz`" in issue["message"]:
                return set(issue["hint"].split("allowed: ")[1].split(", "))
        return None

    def test_the_schema_and_the_reader_know_the_same_keys(self):
        for pointer, probe in PROBES.items():
            with self.subTest(pointer):
                reader, schema = self.allowed(probe), set(at(pointer)["properties"])
                if reader is None:
                    self.assertIn(pointer, COMING, "the reader has no such map")
                else:
                    self.assertEqual(reader - schema, set(), "the reader takes what the schema doesn't know")
                    self.assertEqual(schema - reader - COMING, set(), "the schema knows what the reader doesn't take")

    def test_every_map_of_the_reader_is_probed(self):
        probed = [self.allowed(probe) for probe in PROBES.values()]
        for path in sorted((SOURCE / "src" / "framework").glob("*.cpp")):
            if path.name == "crosswalk_reader.cpp":  # see Crosswalks
                continue
            for names in re.findall(r"\bFields\s+\w+\(\s*(?:[^(){};]|\([^()]*\))*?\{([^{}]*)\}\s*\)", path.read_text(encoding="utf-8")):
                keys = set(re.findall(r'"(\w+)"', names))
                self.assertIn(keys, probed, f"{path.name}: a map with these keys isn't probed")

    def test_every_definition_is_used_and_every_key_described(self):
        text = json.dumps(SCHEMA)
        for name in SCHEMA["definitions"]:
            self.assertIn(f'"#/definitions/{name}', text, name)

        def described(value):
            """It says what it is, or what it refers to does."""
            inner = value.get("allOf", [value])[0].get("$ref", "")
            return value.get("description") or (inner and described(at(inner[len("#/definitions/"):])))

        def walk(part, where):
            for key, value in part.get("properties", {}).items() if part.get("additionalProperties") is False else ():
                self.assertTrue(described(value), f"{where}/{key}")
            for key, value in part.items():
                for i, item in enumerate(value if isinstance(value, list) else [value]):
                    if isinstance(item, dict):
                        walk(item, f"{where}/{key}/{i}")

        walk(SCHEMA, "")
        jsonschema.Draft7Validator.check_schema(SCHEMA)


class Accepts(unittest.TestCase):
    def test_everything_that_ships(self):
        files = [path for path in sorted(INDICATORS.rglob("*.yaml")) if path.parent.name != "crosswalks"]
        self.assertGreaterEqual(len(files), 11)
        for path in files:
            with self.subTest(path.relative_to(INDICATORS)):
                text = path.read_text(encoding="utf-8")
                self.assertEqual(errors(read(text)), [])
                up = os.path.relpath(INDICATORS / "rulescore.schema.json", path.parent)
                self.assertEqual(text.splitlines()[0], f"# yaml-language-server: $schema={up}")

    def test_the_pieces_that_the_guide_shows(self):
        guide = (INDICATORS / "README.md").read_text(encoding="utf-8")
        blocks = [block for block in re.findall(r"```yaml\n(.*?)```", guide, re.S) if "…:" not in block]
        self.assertGreaterEqual(len(blocks), 3)
        for block in blocks:
            with self.subTest(block.split("\n")[0]):
                value = read(block)
                if "crosswalk" in value:
                    said = [error.message for error in jsonschema.Draft7Validator(CROSSWALK).iter_errors(value)]
                elif isinstance(value, list):
                    said = errors(value, {"$ref": "#/definitions/nodes"})
                elif "rulescore" in value or "code" in value:
                    said = errors(value)
                else:  # some entries of a framework, a group or an indicator
                    said = min(
                        (sum((errors(v, at(kind)["properties"].get(k, {"not": {}})) for k, v in value.items()), [])
                         for kind in ("framework", "group", "indicator")), key=len)
                self.assertEqual(said, [])


# What only a reader can see; the schema lets it pass.
BEYOND = {
    "in another place": "ambiguous-code duplicate-name duplicate-code duplicate-number duplicate-rule duplicate-example unknown-rule unknown-lexicon "
    "unknown-figures unknown-target unknown-band unknown-code unused unscored-rule no-such-file unreadable-file extends-cycle too-many-layers unknown-framework nothing-left still-used unchanged orphan-example",
    "about words": "duplicate-phrase phrase-over-clause blank-in-phrase unless-without-cue never-holds denied-phrase bad-phrase "
    "phrase-too-long too-many-phrases duplicate-unit duplicate-kind duplicate-file",
    "about figures": "bad-date no-figure unit-mismatch unknown-unit any-unit mixed-units bad-order bad-figure weight-sum weights-off",
    "about the whole": "code-order left-out no-example never-decides never-earns comment-in-text unknown-level",
    "about the text": "anchor alias tag merge-key no-value empty-key key-too-long duplicate-key unclosed-quote line-too-long",
}
LIMITS = "how much depends on another entry"
OTHER_FILE = "it depends on the framework that is extended, or on where files may be"
SHAPES = "which figures, and in which order, make a curve that holds together"
SPELLING = "YAML reads the number, or the word, before a schema sees it"
PASSED = {  # file: why the schema lets it pass, where its code isn't in BEYOND
    "bands-group-above-full.yaml": LIMITS,
    "power-large.yaml": LIMITS,
    "quotas-sum.yaml": LIMITS,
    "bands-above-full.yaml": LIMITS,
    "score-above-one.yaml": LIMITS,
    "score-cap-below-each.yaml": LIMITS,
    "score-each-above-one.yaml": LIMITS,
    "score-each-zero.yaml": LIMITS,
    "score-from-is-to.yaml": LIMITS,
    "score-huge-figure.yaml": LIMITS,
    "score-points-score.yaml": LIMITS,
    "score-problem-cost.yaml": LIMITS,
    "score-target-zero.yaml": LIMITS,
    "score-total-zero.yaml": LIMITS,
    "score-two-shapes.yaml": SHAPES,
    "veto-group-found.yaml": "a veto of a group and of an indicator are one definition",
    "overlay-add-to-leaf.yaml": OTHER_FILE,
    "overlay-extends-absolute.yaml": OTHER_FILE,
    "overlay-extends-up.yaml": OTHER_FILE,
    "overlay-remove-whole.yaml": OTHER_FILE,
    "overlay-set-group-evidence.yaml": OTHER_FILE,
    "block-cap-below-floor.yaml": LIMITS,
    "block-start-high.yaml": LIMITS,
    "example-score.yaml": LIMITS,
    "term-bands-earns-high.yaml": LIMITS,
    "term-earns-high.yaml": LIMITS,
    "date-with-reach.yaml": SHAPES,
    "term-bands-mixed.yaml": SHAPES,
    "term-bands-open-first.yaml": SHAPES,
    "term-bands-rest-only.yaml": SHAPES,
    "term-cutoff-two-sided.yaml": SHAPES,
    "term-limit-below.yaml": SHAPES,
    "together-apart.yaml": SHAPES,
    "data-score-alone.yaml": "a score needs evidence unless facts alone give it",
    "index-range-astray.yaml": SHAPES,
    "index-z-sd.yaml": LIMITS,
    "crlf.yaml": SPELLING,
    "map-as-key.yaml": SPELLING,
    "number-leading-zero.yaml": SPELLING,
    "value-optional-case.yaml": SPELLING,
    "weight-huge.yaml": SPELLING,
    "weight-no-digit.yaml": SPELLING,
    "weight-octal.yaml": SPELLING,
    "weight-zero-eight.yaml": SPELLING,
}


class Refuses(unittest.TestCase):
    maxDiff = None

    def test_what_is_wrong_in_structure(self):
        beyond = set(" ".join(BEYOND.values()).split())
        unread = refused = passed = 0
        surprising, excused = [], set(PASSED)
        for line in (MALFORMED / "expected.txt").read_text(encoding="utf-8").splitlines():
            if not line or line[0] == "#":
                continue
            name, said = line.split(None, 1)
            path, codes = MALFORMED / name, {issue.split()[1] for issue in said.split(" | ")}
            try:
                value = read(path.read_bytes().decode("utf-8"))
            except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
                unread += 1
                continue
            if errors(value):
                refused += 1
                if name.startswith("warn-") and name not in PASSED:
                    surprising.append(f"{name}: refused, and can be used")
                continue
            passed += 1
            excused.discard(name)
            if not codes & beyond and name not in PASSED and "group/" not in said:
                surprising.append(f"{name}: passed, {said}")
        print(f"malformed files: {unread} are no YAML, {refused} refused by the schema, {passed} only by the reader")
        self.assertEqual(surprising, [])
        self.assertEqual(excused, set(), "refused by now; PASSED needn't name them")
        self.assertGreaterEqual(refused, 250)


class Crosswalks(CliTest):
    def errors(self, value):
        return [error.message for error in jsonschema.Draft7Validator(CROSSWALK).iter_errors(value)]

    def test_what_ships(self):
        jsonschema.Draft7Validator.check_schema(CROSSWALK)
        files = sorted((INDICATORS / "crosswalks").glob("*.yaml"))
        self.assertGreaterEqual(len(files), 2)
        for path in files:
            with self.subTest(path.name):
                text = path.read_text(encoding="utf-8")
                self.assertEqual(self.errors(read(text)), [])
                self.assertTrue(text.startswith("# yaml-language-server: $schema=../crosswalk.schema.json\n"))

    def test_the_keys_are_the_reader_s(self):
        source = (SOURCE / "src" / "framework" / "crosswalk_reader.cpp").read_text(encoding="utf-8")
        maps = [re.findall(r'"(\w+)"', keys) for keys in re.findall(r"\bFields\s+\w+\([^{;]*\{([^{}]*)\}\s*\)", source)]
        answer = CROSSWALK["definitions"]["answer"]["anyOf"][1]
        self.assertEqual(maps, [list(CROSSWALK["properties"]), list(CROSSWALK["definitions"]["side"]["properties"]), list(answer["properties"])])

    def test_what_is_wrong_in_structure(self):
        good = {"rulescore": 1, "crosswalk": "w", "from": {"id": "a", "path": "./a"}, "to": {"id": "b", "path": "./b"}}
        self.assertEqual(self.errors({**good, "answers": {"X": "A", "Y": {"A": "60%", "B": {"part": 0.4, "back": 1}}}}), [])
        for answers in ({}, {"X": {}}, {"X": ["A"]}, {"X": {"A": 1.2}}, {"X": {"A": 0}}, {"X": {"A": {"back": 1}}}, {"X": {"A": {"part": 1, "bakc": 1}}}):
            with self.subTest(answers):
                self.assertNotEqual(self.errors({**good, "answers": answers}), [])


if __name__ == "__main__":
    unittest.main()

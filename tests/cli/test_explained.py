"""Explanations reckoned again from their own words, by a reader that knows nothing but what is printed.

Every line of the working (计算, Working) is LABEL：EXPRESSION = RESULT, or CONDITION → RESULT. This reads the text that `explain`
prints, works each expression out with an arithmetic of its own, and follows the numbers: from the figure that decides into the
curve, from the terms into the score, from the score into the points; of a group from its parts' own explanations into its score.
"""
import json
import math
import re
import unittest

from support import SEEDS, CliTest, run

NUMBER = re.compile(r"\d+(?:\.\d+)?")
CLOSE = 2e-5  # results and what enters them are printed to six places


class Arithmetic:
    """+ − × ÷ ^ ( ) and functions, by recursive descent."""

    FUNCTIONS = {"min": min, "max": max, "exp": math.exp, "ln": math.log, "ceil": lambda x: math.ceil(x - 1e-6),
                 "floor": lambda x: math.floor(x + 1e-6)}

    def __init__(self, text):
        self.tokens = re.findall(r"\d+(?:\.\d+)?|[a-z]+|[-+−×÷^(),]", text)
        if "".join(self.tokens) != text.replace(" ", ""):
            raise ValueError(f"not an expression: {text}")
        self.at = 0

    def value(self):
        result = self.sum()
        if self.at != len(self.tokens):
            raise ValueError(f"left over: {self.tokens[self.at:]}")
        return result

    def take(self, *wanted):
        if self.at < len(self.tokens) and self.tokens[self.at] in wanted:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def sum(self):
        result = self.product()
        while sign := self.take("+", "−"):
            result += self.product() if sign == "+" else -self.product()
        return result

    def product(self):
        result = self.power()
        while sign := self.take("×", "÷"):
            result = result * self.power() if sign == "×" else result / self.power()
        return result

    def power(self):
        base = self.one()
        return base ** self.power() if self.take("^") else base

    def one(self):
        if self.take("−"):
            return -self.one()
        if self.take("("):
            return self.arguments()[0]
        token = self.tokens[self.at]
        self.at += 1
        if token in self.FUNCTIONS:
            if not self.take("("):
                raise ValueError(f"{token} without brackets")
            return self.FUNCTIONS[token](*self.arguments())
        return float(token)

    def arguments(self):
        values = [self.sum()]
        while self.take(","):
            values.append(self.sum())
        if not self.take(")"):
            raise ValueError("a bracket is open")
        return values


COMPARE = {"≥": lambda a, b: a >= b, ">": lambda a, b: a > b, "≤": lambda a, b: a <= b, "<": lambda a, b: a < b}
WORDS = {
    "zh": {"working": "计算", "colon": "：", "score": "得分", "points": "分数", "full": "满分", "decides": "→ 决定得分",
           "result": re.compile(r"^结果：.*，得分 (\S+)，(\S+) / (\S+) 分$")},
    "en": {"working": "Working", "colon": ": ", "score": "score", "points": "points", "full": "full marks",
           "decides": "→ decides the score", "result": re.compile(r"^Result: .*, score (\S+), (\S+) / (\S+) points$")},
}


def number(text):
    return None if text == "–" else float(text.replace("−", "-"))


class Explained:
    """One explanation, read back."""

    def __init__(self, text, language):
        self.text, self.words = text, WORDS[language]
        lines = text.split("\n")
        self.code = lines[0].split(" ")[0]
        found = next(filter(None, map(self.words["result"].match, lines)), None)
        if found is None:
            raise ValueError("no result: " + lines[0])
        self.score, self.points, self.full = map(number, found.groups())
        begin = lines.index(self.words["working"]) + 1
        self.working = [line.strip() for line in lines[begin:lines.index("", begin)]]
        self.deciding = [line for line in lines if self.words["decides"] in line]

    def steps(self):
        """label, expression or condition, result"""
        for line in self.working:
            label, _, rest = line.partition(self.words["colon"])
            left, sign, right = re.fullmatch(r"(.*) (=|≈|→) (\S+)", rest).groups()
            yield label, left, sign, Arithmetic(right).value()

    def results(self):
        return {label: result for label, _, _, result in self.steps()}

    def faults(self):
        """Steps whose own numbers don't give their result."""
        for label, left, sign, result in self.steps():
            if sign == "→":
                a, compare, b = re.fullmatch(r"(\S+) ([≥>≤<]) (\S+)", left).groups()
                if not COMPARE[compare](Arithmetic(a).value(), Arithmetic(b).value()):
                    yield f"{self.code} {label}: {left} doesn't hold"
                continue
            value = Arithmetic(left).value()
            if abs(value - result) > CLOSE * max(1, abs(result)):
                yield f"{self.code} {label}: {left} is {value}, not {result}"

    def mismatches(self):
        """Where the working doesn't lead to what is printed above it."""
        steps = list(self.steps())
        if not steps or steps[-1][0] != self.words["points"]:
            yield f"{self.code}: no points"
            return
        label, left, _, result = steps[-1]
        if abs(result - self.points) > 6e-4:
            yield f"{self.code}: {result} points by the working, {self.points} printed"
        results = self.results()
        if self.full and abs(results[self.words["full"]] - self.full) > 6e-4:
            yield f"{self.code}: full marks {results[self.words['full']]} and {self.full}"
        if self.score is None or not self.full:
            return
        settled = [r for name, _, _, r in steps if name == self.words["score"]] or [s[3] for s in steps[1:-1]]
        if settled and self.is_leaf() and abs(settled[-1] - self.score) > 6e-4:
            yield f"{self.code}: the working ends at {settled[-1]}, the score is {self.score}"

    def is_leaf(self):
        return "\n证据：" in self.text or "\nEvidence: " in self.text

    def undecided(self):
        """The figure of the piece that decides enters a line of its rule, or else how many pieces the rule found; or its place
        among peers does."""
        if re.search("居同组前|同组[0-9]+家中|in the first|, place ", self.text):
            return
        for line in self.deciding:
            parts = line.split(" · ")
            figure, rule = NUMBER.findall(parts[1]), "#" + parts[2].partition("#")[2].split(" →")[0]
            own = [w for w in self.working if w.split(self.words["colon"])[0].split("（")[0].split(" (")[0] == rule]
            figure.append(str(self.text.count(f"{rule} → ")))
            if own and figure and not any(f in NUMBER.findall(w.partition(self.words["colon"])[2]) for f in figure for w in own):
                yield f"{self.code}: {figure} of {rule} enters none of {own}"


def explanations(output, language):
    marks = [m.start() for m in re.finditer(r"(?m)^(?:总分|of a total of|  总分|  of a total of) .*$", output)]
    begin = 0
    for end in marks:
        stop = output.index("\n", end) + 1
        yield Explained(output[begin:stop].lstrip("\n"), language)
        begin = stop


class Reckoned(CliTest):
    def check(self, count, *arguments):
        """Explains all nodes in both languages; returns what was read, by code, of each document in turn."""
        read = {}
        for language in ("zh", "en"):
            result = run("explain", *arguments[:1], "all", *arguments[1:], "--lang", language)
            self.assertEqual(result.code, 0, result.err)
            found = list(explanations(result.out, language))
            self.assertEqual(len(found) % count, 0)
            self.assertGreater(len(found), 0)
            wrong = [fault for one in found for fault in (*one.faults(), *one.mismatches(), *one.undecided())]
            self.assertEqual(wrong, [])
            for place, one in enumerate(found):
                read.setdefault(language, {}).setdefault(place // count, {})[one.code] = one
        for place, zh in read["zh"].items():  # the same numbers in both languages
            for code, one in zh.items():
                numbers = [[NUMBER.findall(step[1]) for step in each.steps()] for each in (one, read["en"][place][code])]
                self.assertEqual(*numbers)
        return read["zh"]

    def follow(self, documents, nodes):
        """What enters a group's score are its parts' scores, as their own explanations have them."""
        for found in documents.values():
            for code, children in nodes.items():
                entering = [step for step in found[code].steps() if step[0] == "得分"]
                if not entering:
                    continue
                values = {round(float(v), 3) for v in NUMBER.findall(entering[0][1])}
                for child in children:
                    one = found[child]
                    if one.score is not None and one.full:
                        near = any(abs(one.score - v) <= 1.1e-3 for v in values)
                        self.assertTrue(near, f"{child} scores {one.score}, which is none of {entering[0][1]} of {code}")


class Seeds(Reckoned):
    def test_every_node_of_every_seed(self):
        card = json.loads(run("score", SEEDS, "--format", "jsonl").out.splitlines()[0])
        codes = [node["code"] for node in card["nodes"]]
        children = {}
        for node in card["nodes"]:
            if node["parent"] is not None:
                children.setdefault(node["parent"], []).append(node["code"])
        documents = self.check(len(codes), SEEDS)
        self.assertEqual(len(documents), 5)
        self.assertEqual(len(documents[0]), len(codes))
        self.follow(documents, children)


CURVES = {
    "reach": "{reach: 80%}", "over": "{over: 90%}", "atmost": "{at_most: 80%}", "under": "{under: 95%}", "target": "{target: 95%}",
    "line": "{from: 50%, to: 95%}", "falling": "{from: 100%, to: 60%}", "between": "{points: {60%: 0, 85%: 0.5, 100%: 1}}",
    "slope": "{target: 95.5%, below: {each: 1%, deduct: 0.07, steps: linear}}",
    "begun": "{target: 95.5%, below: {each: 2%, deduct: 0.07, steps: started}}",
    "whole": "{limit: 50%, above: {each: 7%, deduct: 0.07, steps: completed}}",
    "banded": "{bands: [{from: 95%, earns: 1}, {over: 85%, earns: 0.7}, {earns: 0.3}]}",
    "part": "{target: 95%, earns: 0.7}", "capped": "{target: 60%}", "cut": "{target: 95%, cutoff: 92%}", "summed": "{of: sum, target: 300%}",
    "mean": "{of: mean, target: 95%}", "counted": "{each: 0.15, cap: 0.4}", "tiered": "{tiers: [{from: 0, each: 0.1}, {from: 1, each: 0.2}]}",
}


def framework(top, body):
    return f'rulescore: 1\nid: reckoned\nversion: "1"\ntitle: t\n{top}children:\n{body}'


def leaf(code, more="", indent=2):
    blank = " " * indent
    return (f'{blank}- {{code: {code}, title: t{more}, evidence: {{s: {{any: [{code}得分], value: {{unit: "%"}}}}}}, '
            "score: {s: {from: 0%, to: 100%}}}\n")


class Shapes(Reckoned):
    TEXT = "甲率90.5%，已经做到。\n又有乙，甲率88%。\n"

    def test_every_curve(self):
        body = "".join(f'  - {{code: K{i}, title: {name}, evidence: {{{name}: {{any: [甲率], value: {{unit: "%"}}}}}}, score: {{{name}: {shape}}}}}\n'
                       for i, (name, shape) in enumerate(CURVES.items()))
        path = self.file("curves.yaml", framework("", body))
        document = self.file("report.txt", self.TEXT)
        self.check(len(CURVES) + 1, document, "--framework", path)

    def test_every_way_to_combine(self):
        rules = 'evidence: {a: {any: [甲率], value: {unit: "%"}}, b: {any: [又有]}, c: {any: [没有的]}, d: {any: [做到]}}'
        blocks = ["{a: {from: 50%, to: 100%}, b: 0.4, c: 0.9}", "{take: sum, a: {target: 100%, earns: 0.5}, b: 0.4, d: 0.3}",
                  "{take: mean, a: {target: 95%, weight: 3}, d: 0.4, c: 0.8}", "{take: min, a: {target: 100%}, b: 0.4, c: 0.9}",
                  "{a: {target: 100%, earns: 0.2}, all_of: {b: 0.4, d: 0.7}}", "{a: {over: 99%}, otherwise: {b: 0.3, d: 0.2}}",
                  "{take: sum, start: 0.1, a: {target: 100%, earns: 0.5}, bonus: {b: 0.2}, deduct: {d: 0.25}}"]
        body = "".join(f"  - {{code: K{i}, title: t, {rules}, score: {block}}}\n" for i, block in enumerate(blocks))
        body += f"  - {{code: K7, title: t, full: 20, {rules}, score: {{a: {{from: 50%, to: 100%, earns: 20}}}}}}\n"
        path = self.file("blocks.yaml", framework("", body))
        document = self.file("report.txt", self.TEXT)
        self.check(len(blocks) + 2, document, "--framework", path)

    def test_every_aggregation_and_policy(self):
        ways = ["mean", "{geometric: {floor: 0.05}}", "{harmonic: {floor: 0.02}}", "{power: 0.5, floor: 0.01}", "{power: -1.5, floor: 0.05}",
                "minimum", "{owa: [0.6, 0.3, 0.1]}", "sum"]
        policies = ["zero", "exclude", "full", "{prior: 0.35}", "bounds"]
        document = self.file("report.txt", "A1得分70%。A3得分45%。B1得分20%。B2得分83%。P得分50%。M得分30%。\n")
        children = {"A": ["A1", "A2", "A3"], "B": ["B1", "B2"]}
        for way in ways:
            for policy in policies:
                with self.subTest(way=way, policy=policy):
                    top = f"missing: {policy}\naggregate: {way}\n" + ("full: 6\n" if way == "sum" else "")
                    body = (f"  - code: A\n    title: t\n    weight: 2\n    aggregate: {way}\n    children:\n"
                            + leaf("A1", ", weight: 3", 6) + leaf("A2", "", 6) + leaf("A3", ", weight: 2", 6)
                            + f"  - code: B\n    title: t\n    aggregate: {way}\n    children:\n" + leaf("B1", "", 6) + leaf("B2", "", 6)
                            + leaf("P", ", role: bonus, full: 5") + leaf("M", ", role: deduction, full: 4"))
                    path = self.file("tree.yaml", framework(top, body))
                    read = self.check(10, document, "--framework", path)
                    self.follow(read, children if policy != "bounds" else {"B": children["B"]})

    def test_compared_with_peers(self):
        ways = ["highest", "lowest", "mean", "rank", "rank_from_lowest", "percentile", "z", "{mean: 80, sd: 10}"]
        shapes = {"highest": "target: 1", "lowest": "target: 1", "mean": "from: -20%, to: 20%", "z": "points: {-2: 0, 2: 1}",
                  "{mean: 80, sd: 10}": "points: {-2: 0, 2: 1}", "percentile": "from: 100%, to: 10%"}
        body = "".join(f'  - {{code: K{i}, title: t, evidence: {{s: {{any: [甲率], value: {{unit: "%"}}}}}}, '
                       f'score: {{s: {{against: {way}, {shapes.get(way, "from: 3, to: 1")}}}}}}}\n' for i, way in enumerate(ways))
        path = self.file("compared.yaml", framework("", body))
        for i, rate in enumerate((91.5, 72.25, 83)):
            self.file(f"reports/{i}.txt", f"甲率{rate}%。\n")
        read = self.check(len(ways) + 1, self.folder / "reports", "--framework", path)
        self.assertEqual(len(read), 3)

    def test_computed_figures_and_events(self):
        found = ('evidence: {a: {any: [甲办结], value: {unit: 件}}, b: {any: [乙新收], value: {unit: 件}}, c: {any: [丙]}, d: {any: [丁]}, '
                 'plan: {any: [计划率], value: {unit: "%"}}, own: {any: [实际率], value: {unit: "%"}}}')
        metrics = ("metrics: {share: {share: a, of: b}, more: {difference: b, minus: a}, grown: {growth: b, from: a}, both: {sum: [a, b]}, "
                   "ratio: {ratio: a, to: b}, least: {least: [a, b]}, line: {least: [plan, plan]}}")
        blocks = ["{share: {from: 50%, to: 100%}}", "{more: {target: 20件}}", "{grown: {from: 0%, to: 30%}}", "{both: {target: 200件}}",
                  "{ratio: {points: {0: 0, 1: 0.8, 2: 1}}}", "{least: {target: 100件}}",
                  "{own: {target: {metric: line}, below: {each: 1%, deduct: 0.1, steps: completed}}}",
                  "{take: sum, c: 0.5, d: 0.4, together: [{of: [c, d], cap: 0.6}]}", "{c: 0.5, problem: {cost: 0.2}}"]
        body = "".join(f"  - {{code: K{i}, title: t, {found}, {metrics}, score: {block}}}\n" for i, block in enumerate(blocks))
        path = self.file("computed.yaml", framework("", body))
        document = self.file("report.txt", "甲办结79件，乙新收86件。\n丙。丁。\n计划率60%，实际率57.5%。\n")
        self.check(len(blocks) + 1, document, "--framework", path)

    def test_judged_by_people(self):
        rate = 'evidence: {s: {any: [甲率], value: {unit: "%"}}}, score: {s: {from: 0%, to: 100%}}'
        body = (f"  - {{code: K0, title: t, scorers: {{text: 50, expert: 30, survey: 20}}, {rate}}}\n  - {{code: K1, title: t, {rate}}}\n"
                "  - {code: K2, title: t, full: 20, score: {given: {out_of: 20, by: [expert], drop: 1, drop_from: 3}}}\n")
        path = self.file("judged.yaml", framework("", body))
        document = self.file("report.txt", "甲率70%。\n")
        self.file("manifest.yaml", "- file: report.txt\n  jurisdiction: 青岛市\n  period: 2020\n")
        rows = ["K0,0.9,expert,甲", "K0,0.4,survey,乙", "K1,0.55,expert,甲", "K1,0.65,expert,乙"]
        rows += [f"K2,{share},expert,{who}" for share, who in ((0.5, "甲"), (0.7, "乙"), (0.9, "丙"), (0.95, "丁"))]
        facts = self.file("facts.csv", "jurisdiction,year,indicator,value,unit,kind,source\n" + "".join(
            "青岛市,2020,{0},{1},score,{2},{3}\n".format(*row.split(",")) for row in rows))
        self.check(4, document, "--framework", path, "--facts", facts)

    def test_too_little_and_vetoed(self):
        for more in ("min_coverage: 80%\n", "veto: {below: 90%, then: zero}\n"):
            path = self.file("stopped.yaml", framework(more, leaf("A") + leaf("B") + leaf("C")))
            document = self.file("report.txt", "A得分70%。B得分20%。\n")
            self.check(4, document, "--framework", path)

    def test_floor_cap_and_what_does_not_apply(self):
        body = ("  - code: A\n    title: t\n    cap: 20\n    children:\n" + leaf("A1", "", 6) + leaf("A2", ", applies: {level: county}", 6)
                + "  - code: B\n    title: t\n    floor: 30\n    children:\n" + leaf("B1", "", 6) + leaf("B2", "", 6))
        for more in ("", "not_applicable: rescale\n", "not_applicable: full\n"):
            path = self.file("limits.yaml", framework(more, body))
            document = self.file("report.txt", "A1得分70%。B1得分20%。B2得分10%。\n")
            self.file("manifest.yaml", "- file: report.txt\n  jurisdiction: 青岛市\n  level: prefecture\n  period: 2020\n")
            self.check(7, document, "--framework", path)


class TheReader(unittest.TestCase):
    """It does find what is wrong."""

    def test_arithmetic(self):
        for text, value in (("(90 − 50) ÷ (100 − 50)", 0.8), ("min(3 × 0.5, 1)", 1), ("2^(1 ÷ 2)", 2 ** 0.5), ("exp(ln(3))", 3),
                            ("1 − (−2) × 3", 7), ("max(0.2, 0.4, 0.3)", 0.4), ("8 ÷ 2 ÷ 2", 2)):
            self.assertAlmostEqual(Arithmetic(text).value(), value, 12)
        for text in ("1 +", "(1", "1 = 1", "sin(1)", "1 2"):
            with self.assertRaises((ValueError, IndexError, KeyError)):
                Arithmetic(text).value()

    def test_faults(self):
        text = ("A1 t\n结果：有实证，得分 0.800，0.800 / 1.000 分\n\n证据：0 条\n\n计算\n  满分：1 = 1\n  rate：(90 − 50) ÷ (100 − 50) = 0.7\n"
                "  b：3 ≥ 4 → 1\n  分数：0.7 × 1 = 0.7\n\n")
        one = Explained(text, "zh")
        self.assertEqual(len(list(one.faults())), 2)
        self.assertEqual(len(list(one.mismatches())), 2)


if __name__ == "__main__":
    unittest.main()

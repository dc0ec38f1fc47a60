"""What the Python tests share: the package, the five seeds, and a framework that fits on a screen."""

import os
import pathlib
import unittest

import rulescore as rs

ROOT = pathlib.Path(os.environ.get("RULESCORE_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
SEEDS = ROOT / "seeds"
DEMONSTRATION = ROOT / "indicators/demonstration-2021"

TINY = """
rulescore: 1
id: tiny
version: "1"
title: {zh: 小, en: tiny}
full: 100
missing: zero
bands:
  - {from: 60, name: {zh: 合格, en: fair}}
  - {from: 0, name: {zh: 不足, en: poor}}
children:
  - code: A
    title: {zh: 甲, en: A}
    children:
      - code: A1
        number: 1
        title: {zh: 出庭, en: court}
        asks: {zh: 出庭。, en: Appear.}
        evidence: {rate: {any: [出庭率], value: {unit: "%"}}}
        score: {rate: {from: 50%, to: 100%}}
      - code: A2
        number: 2
        title: {zh: 普法, en: education}
        asks: {zh: 普法。, en: Teach.}
        evidence: {events: {any: [普法活动], value: {unit: 场}}}
        score: {events: {target: 10场}}
"""


class Seeds(unittest.TestCase):
    """The five seeds under the default framework, evaluated once a class."""

    @classmethod
    def setUpClass(cls):
        cls.engine = rs.Engine(rs.load())
        cls.docs = rs.read(SEEDS)
        cls.cards = cls.engine.evaluate(cls.docs)
        cls.panel = rs.Panel(cls.cards)


def tiny_card(text="出庭率75%。普法活动5场。", **metadata):
    """A1 reaches 75%, which is half of the way; A2 reaches 5 of 10: 50 points."""
    return rs.Engine(rs.parse(TINY)).evaluate(rs.Document(text, **metadata))


def needs(case, module):
    """The optional module, or skips the test."""
    try:
        return __import__(module)
    except ImportError:
        return case.skipTest(f"{module} is not installed")

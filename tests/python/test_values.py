"""What every value does: shows itself, copies, travels between processes."""

import copy
import multiprocessing
import pickle
import unittest

from support import Seeds, tiny_card
import rulescore as rs


def twin(value):
    return pickle.loads(pickle.dumps(value))


def scored(args):
    engine, document = args
    return engine.evaluate(document)


class Shown(Seeds):
    def test_everything_shows_itself(self):
        gaps, ranking = rs.gaps(self.panel), rs.ranking(self.panel, draws=10)
        for value in (
            self.docs[0],
            self.engine.framework,
            self.cards[0],
            self.cards[0].evidence,
            self.panel,
            gaps,
            gaps[0],
            ranking,
        ):
            self.assertNotIn(" object at 0x", repr(value))
            self.assertRegex(value._repr_html_(), r"^<")
        self.assertIn("Framework('demonstration-city-2021'", repr(self.engine))
        self.assertEqual(len(repr(self.cards[0]).splitlines()), 1)
        self.assertEqual(len(repr(ranking).splitlines()), 5)

    def test_html_escapes_what_documents_say(self):
        card = self.engine.evaluate(
            rs.Document("行政机关负责人出庭应诉率<script>alert(1)</script>100%。", jurisdiction="<i>甲市")
        )
        panel = rs.Panel([card])
        for value in (card, card.evidence, card.document, panel, rs.gaps(panel), rs.ranking(panel)):
            html = value._repr_html_()
            self.assertFalse("<script" in html or "<i>" in html, repr(value))


class Copied(unittest.TestCase):
    def test_what_is_immutable_is_its_own_copy(self):
        card = tiny_card()
        for value in (card, card.document, card.framework, card.evidence, rs.Panel([card]), rs.Engine(card.framework)):
            self.assertIs(copy.copy(value), value)
            self.assertIs(copy.deepcopy([value])[0], value)


class Travelling(Seeds):
    def test_document_and_framework(self):
        document, framework = self.docs[1], self.engine.framework.with_weight("A", 3)
        self.assertEqual((twin(document).text, twin(document).metadata), (document.text, document.metadata))
        self.assertEqual(twin(framework).fingerprint, framework.fingerprint)
        self.assertEqual(twin(framework).nodes, framework.nodes)

    def test_engine_evidence_card_and_panel(self):
        card = self.cards[1]
        self.assertEqual(twin(self.engine).evaluate(twin(self.docs[1])).to_json(), card.to_json())
        self.assertEqual(twin(card.evidence).items, card.evidence.items)
        self.assertEqual(twin(card).to_json(), card.to_json())
        self.assertEqual([c.to_json() for c in twin(self.panel).cards], [c.to_json() for c in self.cards])

    def test_results(self):
        gaps, ranking = rs.gaps(self.panel), rs.ranking(self.panel, draws=10, seed=3)
        self.assertEqual([r.gaps for r in twin(gaps)], [r.gaps for r in gaps])
        self.assertEqual((list(twin(ranking)), twin(ranking).seed), (list(ranking), 3))

    def test_a_pickle_holds_a_framework_once(self):
        framework = len(pickle.dumps(self.engine.framework))
        self.assertLess(len(pickle.dumps(self.cards)), framework + sum(len(d.text.encode()) for d in self.docs) + 5_000)

    def test_to_a_worker_and_back(self):
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            cards = pool.map(scored, [(self.engine, d) for d in self.docs])
        self.assertEqual([c.to_json() for c in cards], [c.to_json() for c in self.cards])


if __name__ == "__main__":
    unittest.main()

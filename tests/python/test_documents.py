"""Document and read()."""

import json
import os
import pathlib
import tempfile
import unittest
import warnings

from support import SEEDS, needs
import rulescore as rs


class FromText(unittest.TestCase):
    def test_str_and_bytes_are_the_same_document(self):
        text = "全年办理行政复议案件120件。"
        self.assertEqual(rs.Document(text).text, text)
        self.assertEqual(rs.Document(text.encode()).quantities, rs.Document(text).quantities)
        self.assertEqual(len(rs.Document(text)), len(text))

    def test_metadata_comes_from_keywords(self):
        d = rs.Document(
            "一。",
            name="a.txt",
            title="报告",
            jurisdiction="甲市",
            level="prefecture",
            province="某省",
            publisher="市政府",
            published="2021-01",
            kind="notice",
            year=2020,
        )
        self.assertEqual(
            d.metadata,
            {
                "name": "a.txt",
                "title": "报告",
                "jurisdiction": "甲市",
                "level": "prefecture",
                "province": "某省",
                "publisher": "市政府",
                "published": "2021-01",
                "kind": "notice",
                "year": 2020,
            },
        )
        self.assertEqual((d.name, d.jurisdiction, d.year), ("a.txt", "甲市", 2020))
        self.assertEqual((rs.Document("").metadata["year"], rs.Document("").jurisdiction), (None, ""))
        with self.assertRaises(TypeError):
            rs.Document("一。", jurisdicton="甲市")

    def test_what_is_no_text_is_refused(self):
        with self.assertRaisesRegex(rs.DocumentError, "offset 6"):
            rs.Document("一二".encode() + b"\xff")
        with self.assertRaises(ValueError):
            rs.Document("\udc80")
        with self.assertRaisesRegex(TypeError, "not int"):
            rs.Document(3)


class Structure(unittest.TestCase):
    def setUp(self):
        self.doc = rs.Document("\ufeff标题\n一、成绩\n办案12件，同比下降5.5%。🙂共3至5个。\n二、存在的问题\n办案1万件不够。\n")

    def test_spans_index_the_string_and_the_bytes(self):
        text, raw = self.doc.text, self.doc.text.encode()
        self.assertEqual([q["text"] for q in self.doc.quantities], ["12件", "5.5%", "3至5个", "1万件"])
        for q in self.doc.quantities:
            self.assertEqual(text[q["begin"] : q["end"]], q["text"])
            self.assertEqual(raw[q["byte_begin"] : q["byte_end"]].decode(), q["text"])
        for sentence in self.doc.sentences:
            self.assertEqual(text[sentence["begin"] : sentence["end"]], sentence["text"])

    def test_quantities_carry_what_the_text_says(self):
        cases, fall, span, ten_thousand = self.doc.quantities
        self.assertEqual((cases["value"], cases["unit"], cases["bound"], cases["change"]), (12.0, "件", "exact", None))
        self.assertEqual((fall["value"], fall["unit"], fall["change"]), (5.5, "%", "decrease"))
        self.assertEqual((span["value"], span["value_high"]), (3.0, 5.0))
        self.assertEqual(ten_thousand["value"], 10_000.0)

    def test_quantities_are_the_command_line_s(self):
        lines = [json.loads(line) for line in self.doc.quantities_jsonl().splitlines()]
        self.assertEqual([line["begin"] for line in lines], [q["byte_begin"] for q in self.doc.quantities])

    def test_sections_hold_their_sentences(self):
        sections = self.doc.sections
        self.assertEqual((sections[0]["heading"], sections[0]["parent"]), ("", None))
        headings = {s["text"].strip(): sections[s["section"]]["heading"] for s in self.doc.sentences}
        self.assertIn("成绩", headings["🙂共3至5个。"])
        self.assertIn("存在的问题", headings["办案1万件不够。"])
        for section in sections[1:]:
            self.assertLess(section["parent"], len(sections))
            self.assertIn(section["heading"], self.doc.text[section["begin"] : section["end"]])

    def test_navigation_is_boilerplate(self):
        boilerplate = [s["text"] for d in rs.read(SEEDS) for s in d.sentences if s["boilerplate"]]
        self.assertTrue(any("当前位置" in text for text in boilerplate))

    def test_no_text_has_nothing(self):
        empty = rs.Document("")
        self.assertEqual((len(empty), empty.quantities, empty.sentences), (0, [], []))


class Read(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "good.txt").write_text("出庭率80%。", encoding="utf-8")

    def test_a_folder_with_its_manifest(self):
        docs = rs.read(SEEDS)
        self.assertEqual([d.jurisdiction for d in docs], ["宁波市", "宁波市海曙区", "慈溪市", "无锡市", "青岛市"])
        self.assertEqual([d.year for d in docs], [2020, 2020, 2016, 2022, 2020])

    def test_a_file_and_a_list_of_files(self):
        files = sorted(SEEDS.glob("*.txt"))
        self.assertEqual([d.jurisdiction for d in rs.read(str(files[4]))], ["青岛市"])
        self.assertEqual([d.jurisdiction for d in rs.read([files[4], files[3]])], ["青岛市", "无锡市"])

    def test_json_lines(self):
        path = self.folder / "many.jsonl"
        path.write_text('{"text":"出庭率80%。","jurisdiction":"甲市","year":2020}\n{"text":"普法活动5场。"}\n', encoding="utf-8")
        self.assertEqual(
            [(d.text, d.jurisdiction, d.year) for d in rs.read(path)],
            [("出庭率80%。", "甲市", 2020), ("普法活动5场。", "", None)],
        )

    def test_a_data_frame(self):
        pd = needs(self, "pandas")
        frame = pd.DataFrame(
            {
                "text": ["出庭率80%。", "普法活动5场。", None],
                "jurisdiction": ["甲市", None, "丙市"],
                "year": [2020, None, None],
                "note": [1, 2, 3],
            },
            index=["a", "b", "c"],
        )
        frame["year"] = frame["year"].astype("Int64")
        with self.assertWarnsRegex(rs.ReadWarning, "^c: "):
            docs = rs.read(frame)
        self.assertEqual([(d.name, d.jurisdiction, d.year) for d in docs], [("a", "甲市", 2020), ("b", "", None)])
        with self.assertRaisesRegex(rs.UsageError, "no column 'text'; its columns are body"):
            rs.read(pd.DataFrame({"body": ["一。"]}))

    def test_a_document_that_is_no_text_is_named_and_the_rest_read(self):
        (self.folder / "bad.txt").write_bytes(b"\xb7\xa8\xd6\xce")
        with self.assertWarnsRegex(rs.ReadWarning, "bad.txt"):
            docs = rs.read(self.folder)
        self.assertEqual([os.path.basename(d.name) for d in docs], ["good.txt"])
        with self.assertRaisesRegex(rs.DocumentError, "bad.txt"):
            rs.read(self.folder, errors="raise")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertEqual(len(rs.read(self.folder, errors="ignore")), 1)
        with self.assertRaisesRegex(rs.UsageError, "explode"):
            rs.read(SEEDS, errors="explode")

    def test_a_source_that_is_not_there(self):
        with self.assertRaisesRegex(OSError, "nowhere: no such"):
            rs.read([self.folder / "good.txt", "nowhere"], errors="ignore")


if __name__ == "__main__":
    unittest.main()

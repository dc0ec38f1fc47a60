"""Document and read()."""

import json
import os
import pathlib
import pickle
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

    def test_any_encoding_and_format(self):
        text = "出庭率80%，办结79件。"
        (self.folder / "gb.txt").write_bytes(text.encode("gb18030"))
        (self.folder / "page.html").write_text(f"<html><nav><a>首页</a></nav><p>{text}</p></html>", encoding="gbk")
        (self.folder / "notes.md").write_text("出庭率**80%**，办结79件。", encoding="utf-8")
        docs = {pathlib.Path(d.name).name: d for d in rs.read(self.folder)}
        told = {name: (d.format, d.encoding, d.verbatim) for name, d in docs.items()}
        self.assertEqual(
            told,
            {
                "gb.txt": ("text", "GB18030", False),
                "good.txt": ("text", "UTF-8", True),
                "notes.md": ("markdown", "UTF-8", True),
                "page.html": ("html", "GB18030", False),
            },
        )
        self.assertEqual(docs["gb.txt"].text, text)
        self.assertEqual(docs["page.html"].text, text + "\n")
        for name in ("gb.txt", "page.html", "notes.md"):
            self.assertEqual([q["value"] for q in docs[name].quantities], [80.0, 79.0])
        self.assertEqual(docs["gb.txt"].quantities[0]["encoding"], "GB18030")
        self.assertNotIn("encoding", docs["notes.md"].quantities[0])
        for document in docs.values():
            again = pickle.loads(pickle.dumps(document))
            self.assertEqual((again.text, again.format, again.encoding, again.verbatim),
                             (document.text, document.format, document.encoding, document.verbatim))
            self.assertEqual(again.quantities, document.quantities)
            self.assertEqual(again.metadata, document.metadata)

    def test_how_to_read_can_be_said(self):
        path = self.folder / "gb.txt"
        path.write_bytes("<p>出庭率80%。</p>".encode("gbk"))
        (document,) = rs.read(path, encoding="gb2312", format="html")
        self.assertEqual((document.text, document.encoding, document.format), ("出庭率80%。\n", "GB18030", "html"))
        with self.assertRaisesRegex(rs.UsageError, "no encoding gb18031 here; did you mean `GB18030`"):
            rs.read(path, encoding="gb18031")
        with self.assertRaisesRegex(rs.UsageError, "no format htlm; did you mean `html`"):
            rs.read(path, format="htlm")
        with self.assertRaisesRegex(rs.DocumentError, "is not UTF-8"):
            rs.read(path, encoding="utf-8", errors="raise")

    def test_bytes_of_any_file(self):
        document = rs.Document.from_bytes("# 报告\n\n办结**79**件。".encode("gb18030"), name="a.md")
        self.assertEqual((document.name, document.format, document.encoding), ("a.md", "markdown", "GB18030"))
        self.assertEqual([q["value"] for q in document.quantities], [79.0])
        with self.assertRaisesRegex(rs.DocumentError, "is empty"):
            rs.Document.from_bytes(b"")

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
        (self.folder / "bad.txt").write_bytes(b"\xb7\xa8\xd6\xce\xff")
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

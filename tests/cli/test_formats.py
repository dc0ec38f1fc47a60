"""Documents in other encodings and formats: what is read, how it is told, and whole messages for what can't be read."""
import json
import os
import shutil
import unittest

from support import SEED_FILES, CliTest, run

REPORT = "一、主要做法\n负责人出庭应诉率90%。\n"


class Encodings(CliTest):
    def evidence(self, *arguments):
        result = run("evidence", *arguments, "--framework", self.small(), "--format", "jsonl")
        self.assert_code(result, 0)
        return [json.loads(line) for line in result.out.splitlines()]

    def test_the_encoding_is_found_out_and_told(self):
        for encoding, told in (("gb18030", "GB18030"), ("gbk", "GB18030"), ("utf-16", "UTF-16LE"), ("utf-16-be", "UTF-16BE")):
            path = self.file(f"{encoding}.txt", REPORT.encode(encoding))
            (piece,) = self.evidence(path)
            self.assertEqual((piece["encoding"], piece["quote"], piece["value"]), (told, "负责人出庭应诉率90%", 90.0))
            self.assertNotIn("format", piece)
            text = run("text", path)
            self.assertEqual(text.out, REPORT)
            self.assertEqual(text.out.encode()[piece["begin"]:piece["end"]].decode(), piece["quote"])

    def test_plain_utf_8_says_nothing(self):
        for data in (REPORT.encode(), REPORT.encode("utf-8-sig")):
            path = self.file("report.txt", data)
            (piece,) = self.evidence(path)
            self.assertNotIn("encoding", piece)
            self.assertNotIn("format", piece)
            self.assertEqual(data[piece["begin"]:piece["end"]].decode(), piece["quote"])

    def test_markdown_keeps_the_file_s_bytes(self):
        data = "## 一、主要做法\n\n负责人**出庭应诉率**90%。\n".encode()
        (piece,) = self.evidence(self.file("report.md", data))
        self.assertNotIn("encoding", piece)
        self.assertEqual(piece["format"], "markdown")
        self.assertEqual(data[piece["begin"]:piece["end"]].decode(), piece["quote"])

    def test_a_page(self):
        page = "<!DOCTYPE html><html><head><meta charset=gb2312></head><body><nav><a>首页</a></nav><p>一、主要做法<p>负责人出庭应诉率90%。"
        path = self.file("page.txt", page.encode("gbk"))
        (piece,) = self.evidence(path)
        self.assertEqual((piece["encoding"], piece["format"]), ("GB18030", "html"))
        self.assertEqual(run("text", path).out, "一、主要做法\n\n负责人出庭应诉率90%。\n")
        card, = json.loads(run("score", path, "--framework", self.small(), "--format", "json").out)
        self.assertEqual((card["encoding"], card["format"]), ("GB18030", "html"))
        table = run("score", path, "--framework", self.small(), "--format", "table").out
        self.assertIn("page.txt：按网页，GB18030读取", table)
        self.assertIn("page.txt (HTML, GB18030)", run("explain", path, "A1", "--framework", self.small(), "--lang", "en").out)

    def test_standard_input(self):
        result = run("text", "-", stdin=REPORT.encode("gb18030"))
        self.assertEqual(result.out, REPORT)

    def test_asked_for(self):
        path = self.file("report.txt", REPORT.encode("utf-16-le"))
        self.assertEqual(run("text", path, "--encoding", "utf-16le").out, REPORT)
        page = self.file("part.txt", "<p>负责人出庭应诉率<b>90</b>%。")
        self.assertEqual(run("text", page).out, "<p>负责人出庭应诉率<b>90</b>%。")
        self.assertEqual(run("text", page, "--input-format", "html").out, "负责人出庭应诉率90%。\n")

    def test_every_verb_that_reads_takes_them(self):
        path = self.file("report.txt", REPORT.encode("gb18030"))
        for verb in ("score", "evidence", "quantities", "gaps", "rank", "text"):
            result = run(verb, path, "--encoding", "gbk", "--input-format", "text")
            self.assert_code(result, 0)
        self.assert_code(run("explain", path, "1", "--encoding", "gbk", "--framework", self.small()), 0)

    def test_text_of_a_seed_is_the_seed(self):
        self.assertEqual(run("text", SEED_FILES[0]).out.encode(), SEED_FILES[0].read_bytes())


class Refused(CliTest):
    def unreadable(self, path, reason, *arguments, env=None):
        result = run("text", path, *arguments, env=env)
        self.assertEqual((result.code, result.out, result.err), (3, "", f"rulescore: cannot read {path}: {reason}\n"))

    def test_unknown_names(self):
        report = self.report()
        for arguments, message in (
            (("--encoding", "gb18031"), "there is no encoding gb18031 here; did you mean `GB18030`?"),
            (("--encoding", "latin1"), "there is no encoding latin1 here; there are UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5"),
            (("--input-format", "htlm"), "documents have no format htlm; did you mean `html`?"),
            (("--input-format", "xls"), "documents have no format xls; there are text, markdown, html, docx, pdf"),
        ):
            result = run("score", report, *arguments, "--framework", self.small())
            self.assertEqual((result.code, result.out, result.err), (2, "", f"rulescore: {message}\n"))

    def test_one_document_at_a_time(self):
        self.report("a.txt")
        self.report("b.txt")
        self.assert_refused(run("text", self.folder), "text prints one document, and there are 2")

    def test_the_wrong_encoding(self):
        path = self.file("a.txt", "办结。".encode())
        self.unreadable(path, "is not Big5 (byte 0xE5 at offset 0); name another encoding, or leave it to be found out", "--encoding", "big5")

    def test_damaged_and_cut_off(self):
        self.unreadable(self.file("a.txt", "办结79件。".encode("gbk") + b"\xff"),
                        "is not GB18030 (byte 0xFF at offset 10); it looks like it, but is damaged there: fetch it again, or mend that place")
        self.unreadable(self.file("b.txt", "办结".encode()[:-1]), "ends in the middle of a character: it was cut off; fetch it again")

    def test_files_of_other_programs(self):
        self.unreadable(self.file("a.doc.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)),
                        "is an old Office file (.doc); save it as .docx or as plain text")
        self.unreadable(self.file("a.rtf", "{\\rtf1}"), "is a rich text file (.rtf); save it as .docx or as plain text")
        self.unreadable(self.file("a.html", "<html><script>1</script>"), "is a page without text")
        self.unreadable(self.file("a.txt", "办结"), "is not a PDF file", "--input-format", "pdf")

    def test_no_pdftotext(self):
        path = self.file("a.pdf", b"%PDF-1.4\n")
        self.unreadable(path, "is a PDF file, and the program that reads those, pdftotext, isn't there: install poppler-utils",
                        env={"PATH": str(self.folder)})

    @unittest.skipUnless(shutil.which("pdftotext"), "needs pdftotext")
    def test_a_broken_pdf(self):
        self.unreadable(self.file("a.pdf", b"%PDF-1.4\n"), "is a broken PDF file: pdftotext can't open it; fetch it again")

    def test_the_rest_is_still_read(self):
        self.file("a.pdf", b"%PDF-1.4\n")
        self.report("b.txt")
        result = run("score", self.folder, "--framework", self.small(), env={"PATH": os.devnull})
        self.assertEqual(result.code, 3)
        self.assertEqual(len(json.loads(result.out)), 1)


if __name__ == "__main__":
    unittest.main()

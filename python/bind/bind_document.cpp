// Documents: text, metadata, structure, figures.
#include "bind.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

namespace {

// Byte offsets of one text as indices into its Python string: characters are counted once for every block of bytes, and from the
// block's start for every question.
class CharacterIndex {
 public:
  explicit CharacterIndex(std::string_view bytes) : bytes_(bytes) {
    for (std::size_t begin = 0; begin < bytes.size(); begin += block)
      before_.push_back(before_.back() + starts(begin, begin + block));
  }

  std::size_t at(std::size_t byte) const {
    if (byte > bytes_.size()) throw py::index_error("byte offset " + std::to_string(byte) + " lies behind the text");
    return before_[byte / block] + starts(byte / block * block, byte);
  }

 private:
  static constexpr std::size_t block = 256;

  std::size_t starts(std::size_t begin, std::size_t end) const {
    const std::string_view part = bytes_.substr(begin, end - begin);
    return static_cast<std::size_t>(
        std::ranges::count_if(part, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
  }

  std::string_view bytes_;
  std::vector<std::size_t> before_{0};
};

rs::Document from_text(const py::object& written, std::string name, std::string title, std::string jurisdiction,
                       std::string level, std::string province, std::string publisher, std::string published, std::string kind,
                       std::optional<int> year) {
  std::string bytes = utf8(written);
  py::gil_scoped_release release;
  return rs::Document::from_text(
      std::move(bytes), {std::move(name), std::move(title), std::move(jurisdiction), std::move(level), std::move(province),
                         std::move(publisher), std::move(published), std::move(kind), year});
}

rs::Document from_bytes(const py::bytes& data, std::string name, std::string encoding, std::string format) {
  std::string bytes = py::cast<std::string>(data);
  py::gil_scoped_release release;
  rs::Metadata about;
  about.name = std::move(name);
  return rs::Document::from_bytes(std::move(bytes), std::move(about), {std::move(encoding), std::move(format)});
}

// What a pickle holds: another document's metadata with this text and origin.
rs::Document restore(const rs::Document& about, const py::object& written,
                     const std::tuple<std::string, std::string, bool>& origin) {
  std::string bytes = utf8(written);
  py::gil_scoped_release release;
  const auto& [format, encoding, verbatim] = origin;
  return rs::Document::from_text(std::move(bytes), about.metadata(), {format, encoding, verbatim});
}

py::dict metadata(const rs::Document& document) {
  const rs::Metadata& about = document.metadata();
  py::dict d;
  d["name"] = about.name;
  d["title"] = about.title;
  d["jurisdiction"] = about.jurisdiction;
  d["level"] = about.level;
  d["province"] = about.province;
  d["publisher"] = about.publisher;
  d["published"] = about.published;
  d["kind"] = about.kind;
  d["year"] = about.year;
  return d;
}

py::list sections(const rs::Document& document) {
  const CharacterIndex index(document.text());
  py::list out;
  for (std::uint32_t i = 0; i < document.sections().size(); ++i) {
    const rs::Section& section = document.sections()[i];
    py::dict d;
    d["heading"] = text(document.heading(i));
    d["level"] = section.level;
    d["parent"] = i == 0 ? py::object(py::none()) : py::object(py::int_(section.parent));
    d["begin"] = index.at(section.begin);
    d["end"] = index.at(section.end);
    out.append(d);
  }
  return out;
}

py::list sentences(const rs::Document& document) {
  const CharacterIndex index(document.text());
  py::list out;
  for (const rs::Sentence& sentence : document.sentences()) {
    py::dict d;
    d["text"] = text(document.text(sentence.begin, sentence.end));
    d["begin"] = index.at(sentence.begin);
    d["end"] = index.at(sentence.end);
    d["section"] = sentence.section;
    d["boilerplate"] = sentence.boilerplate;
    out.append(d);
  }
  return out;
}

std::vector<std::size_t> characters(const rs::Document& document, const std::vector<std::size_t>& offsets) {
  const CharacterIndex index(document.text());
  std::vector<std::size_t> out;
  for (const std::size_t offset : offsets) out.push_back(index.at(offset));
  return out;
}

py::tuple read_sources(const std::vector<std::string>& sources, const std::string& encoding, const std::string& format) {
  rs::ReadResult result;
  {
    py::gil_scoped_release release;
    result = rs::read_documents(sources, {encoding, format});
  }
  py::list failures;
  for (const rs::ReadFailure& failure : result.failures) failures.append(py::make_tuple(failure.name, failure.reason));
  return py::make_tuple(result.documents, failures);
}

}  // namespace

std::string utf8(const py::object& value) {
  if (py::isinstance<py::bytes>(value)) return py::cast<std::string>(value);
  if (!py::isinstance<py::str>(value))
    throw py::type_error("text must be str or bytes, not " + std::string(Py_TYPE(value.ptr())->tp_name));
  Py_ssize_t size = 0;
  const char* bytes = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (bytes == nullptr) throw py::error_already_set();
  return {bytes, static_cast<std::size_t>(size)};
}

void bind_document(py::module_& m) {
  py::class_<rs::Document>(m, "Document",
                           R"(One report of one jurisdiction and period: text, metadata, structure, figures. Immutable.

text: the report as str, or as UTF-8 bytes. The keywords say what the text doesn't say reliably; `year` is the period reported on.
Raises DocumentError (a ValueError) for bytes that are not UTF-8, naming the offending one.)")
      .def(py::init(&from_text), py::arg("text"), py::kw_only(), py::arg("name") = "", py::arg("title") = "",
           py::arg("jurisdiction") = "", py::arg("level") = "", py::arg("province") = "", py::arg("publisher") = "",
           py::arg("published") = "", py::arg("kind") = "", py::arg("year") = py::none())
      .def_property_readonly(
          "text", [](const rs::Document& d) { return text(d.text()); }, "The whole text; spans index it.")
      .def_property_readonly("metadata", &metadata, "What is known about the report, as a dict with the constructor's keywords.")
      .def_property_readonly(
          "name", [](const rs::Document& d) { return d.metadata().name; }, "What messages call it, usually its path.")
      .def_property_readonly(
          "jurisdiction", [](const rs::Document& d) { return d.metadata().jurisdiction; }, "Whose work it reports on.")
      .def_property_readonly(
          "year", [](const rs::Document& d) { return d.metadata().year; }, "The period it reports on, or None.")
      .def_property_readonly(
          "format", [](const rs::Document& d) { return d.origin().format; }, "text, markdown, html, docx or pdf.")
      .def_property_readonly(
          "encoding", [](const rs::Document& d) { return d.origin().encoding; },
          "Of the file: UTF-8, GB18030, Big5, UTF-16LE or UTF-16BE.")
      .def_property_readonly(
          "verbatim", [](const rs::Document& d) { return d.origin().verbatim; },
          "Whether the text is the file's bytes, so that byte offsets point into the file itself.")
      .def_static(
          "from_bytes", &from_bytes, py::arg("data"), py::kw_only(), py::arg("name") = "", py::arg("encoding") = "",
          py::arg("format") = "",
          R"(A document out of a file's bytes, whatever its format; encoding and format are found out unless said, the suffix of
`name` helping. Raises DocumentError, or UsageError for an encoding or format there is not.)")
      .def_static("_restore", &restore, py::arg("about"), py::arg("text"), py::arg("origin"))
      .def_property_readonly("sections", &sections,
                             R"(Headings and what stands under them, as dicts: heading, level (0 the document, 1 一、,
2 (一), 3 1., 4 一是, 5 a heading without a number), parent (index into this list), begin, end.)")
      .def_property_readonly("sentences", &sentences,
                             R"(Sentences as dicts: text, begin, end, section (index into `sections`), boilerplate
(navigation, counters, related links: never evidence).)")
      .def("quantities_jsonl", &rs::quantities_jsonl, unlocked(), "The figures as the command line prints them; spans are bytes.")
      .def("_characters", &characters, py::arg("offsets"))
      .def("__len__", [](const rs::Document& d) { return CharacterIndex(d.text()).at(d.text().size()); });
  m.def("read", &read_sources, py::arg("sources"), py::arg("encoding"), py::arg("format"));
}

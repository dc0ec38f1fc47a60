// Documents: text, metadata, figures. Spans index the Python string.
#include "bind.hpp"

#include <string>

namespace {

py::dict metadata_dict(const rs::Metadata& m) {
  py::dict d;
  d["name"] = m.name;
  d["title"] = m.title;
  d["jurisdiction"] = m.jurisdiction;
  d["level"] = m.level;
  d["province"] = m.province;
  d["publisher"] = m.publisher;
  d["published"] = m.published;
  d["kind"] = m.kind;
  d["year"] = m.year ? py::object(py::int_(*m.year)) : py::object(py::none());
  return d;
}

rs::Metadata metadata_of(const py::dict& d) {
  rs::Metadata m;
  const auto take = [&](const char* key, std::string& into) {
    if (d.contains(key) && !d[key].is_none()) into = py::cast<std::string>(d[key]);
  };
  take("name", m.name);
  take("title", m.title);
  take("jurisdiction", m.jurisdiction);
  take("level", m.level);
  take("province", m.province);
  take("publisher", m.publisher);
  take("published", m.published);
  take("kind", m.kind);
  if (d.contains("year") && !d["year"].is_none()) m.year = py::cast<int>(d["year"]);
  return m;
}

py::list quantities(const rs::Document& document) {
  CharacterIndex index(document.text());
  py::list out;
  for (const rs::Quantity& q : document.quantities()) {
    py::dict d;
    d["begin"] = index.at(q.begin);
    d["end"] = index.at(q.end);
    d["text"] = text(document.text(q.begin, q.end));
    d["value"] = number_or_none(q.value);
    d["value_high"] = number_or_none(q.value_high);
    d["unit"] = text(q.unit);
    d["bound"] = text(to_string(q.bound));
    d["change"] = q.change == rs::Change::none ? py::object(py::none()) : py::object(text(to_string(q.change)));
    out.append(d);
  }
  return out;
}

py::tuple read(const std::vector<std::string>& sources) {
  rs::ReadResult result;
  {
    py::gil_scoped_release release;
    result = rs::read_documents(sources);
  }
  py::list failures;
  for (const rs::ReadFailure& f : result.failures) failures.append(py::make_tuple(f.name, f.reason));
  return py::make_tuple(result.documents, failures);
}

}  // namespace

void bind_document(py::module_& m) {
  py::class_<rs::Document>(m, "Document", "One report: its text, its metadata, its figures. Immutable.")
      .def(py::init([](std::string s, const py::dict& metadata) {
             rs::Metadata meta = metadata_of(metadata);
             py::gil_scoped_release release;
             return rs::Document::from_text(std::move(s), std::move(meta));
           }),
           py::arg("text"), py::arg("metadata") = py::dict())
      .def_property_readonly("text", [](const rs::Document& d) { return text(d.text()); })
      .def_property_readonly("metadata", [](const rs::Document& d) { return metadata_dict(d.metadata()); })
      .def_property_readonly("name", [](const rs::Document& d) { return d.metadata().name; })
      .def_property_readonly("jurisdiction", [](const rs::Document& d) { return d.metadata().jurisdiction; })
      .def_property_readonly("year", [](const rs::Document& d) { return d.metadata().year; })
      .def_property_readonly("quantities", &quantities)
      .def(py::pickle(
          [](const rs::Document& d) { return py::make_tuple(1, py::bytes(d.text().data(), d.text().size()), metadata_dict(d.metadata())); },
          [](const py::tuple& t) {
            if (t.size() != 3 || py::cast<int>(t[0]) != 1) throw py::value_error("a Document pickled by another version of rulescore");
            return rs::Document::from_text(py::cast<std::string>(t[1]), metadata_of(py::cast<py::dict>(t[2])));
          }));
  m.def("read", &read, py::arg("sources"));
}

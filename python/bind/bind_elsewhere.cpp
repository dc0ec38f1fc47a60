// Facts and reviews: read, made ready for a framework, and what of them came to nothing.
#include "bind.hpp"

#include <utility>

namespace {

py::list failure_list(std::span<const rs::ReadFailure> failures) {
  py::list out;
  for (const rs::ReadFailure& failure : failures) out.append(py::make_tuple(failure.name, failure.reason));
  return out;
}

// Facts from files and from JSON lines, reviews from files and from a YAML text; what could not be read or used beside them.
py::tuple elsewhere(const rs::Framework& framework, const std::vector<std::string>& facts, const py::object& jsonl,
                    const std::vector<std::string>& reviews, const py::object& yaml) {
  const std::string lines = utf8(jsonl), text = utf8(yaml);
  std::vector<rs::ReadFailure> failures;
  rs::Elsewhere ready;
  {
    py::gil_scoped_release release;
    rs::FactsResult known = rs::read_facts(facts);
    rs::FactsResult more = rs::parse_facts(lines);
    for (rs::Fact& fact : more.facts) known.facts.push_back(std::move(fact));
    failures = std::move(known.failures);
    failures.insert(failures.end(), more.failures.begin(), more.failures.end());
    rs::ReviewsResult said = rs::read_reviews(reviews);
    rs::ReviewsResult again = text.empty() ? rs::ReviewsResult{} : rs::parse_reviews(text);
    for (rs::Review& review : again.reviews) said.reviews.push_back(std::move(review));
    said.issues.insert(said.issues.end(), again.issues.begin(), again.issues.end());
    for (const rs::Issue& issue : said.issues) failures.push_back({"", to_string(issue)});
    ready = rs::Elsewhere(framework, std::move(known.facts), std::move(said.reviews));
    failures.insert(failures.end(), ready.failures().begin(), ready.failures().end());
  }
  return py::make_tuple(ready, failure_list(failures));
}

py::list leftovers(const rs::Elsewhere& ready, const std::vector<rs::Scorecard>& cards) {
  rs::Leftovers left(ready);
  for (const rs::Scorecard& card : cards) left.saw(card.evidence());
  std::vector<rs::ReadFailure> all = left.facts();
  for (rs::ReadFailure& review : left.reviews()) all.push_back(std::move(review));
  return failure_list(all);
}

}  // namespace

std::vector<rs::Fact> intended(const rs::Framework& framework, const std::vector<std::string>& texts,
                               const std::vector<std::string>& plans) {
  std::vector<rs::Fact> all;
  for (const std::string& text : texts) all.push_back(rs::intend(text, framework));
  for (const std::string& path : plans) {
    rs::PlanResult plan = rs::read_plan(path, framework);
    if (!plan.issues.empty()) throw rs::FrameworkError(std::move(plan.issues));
    all.insert(all.end(), plan.intended.begin(), plan.intended.end());
  }
  return all;
}

void bind_elsewhere(py::module_& m) {
  py::class_<rs::Elsewhere>(m, "Elsewhere", "Facts and reviews made ready for one framework. Immutable.")
      .def(py::init<>())
      .def(
          "applied_to",
          [](const rs::Elsewhere& e, const Found& f) {
            return Found{f.framework, e.applied_to(f.set)};
          },
          py::arg("evidence"), unlocked())
      .def("__bool__", [](const rs::Elsewhere& e) { return !e.empty(); });
  m.def("elsewhere", &elsewhere, py::arg("framework"), py::arg("facts"), py::arg("jsonl"), py::arg("reviews"), py::arg("yaml"));
  m.def("leftovers", &leftovers, py::arg("elsewhere"), py::arg("cards"));
}

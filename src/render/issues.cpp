// What `check` says: the issues of a framework, for programs and for a build server's page, and in a line what a sound framework
// holds. Outside face: render.hpp.
// Tested by tests/unit/render/check_test.cpp.
#include "framework/model.hpp"
#include "render/escape.hpp"
#include "render/json.hpp"

#include <rulescore/render.hpp>

namespace rulescore {
namespace {

std::string counted(std::size_t count, const char* noun) { return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s"); }

// GitHub's workflow commands escape what would end them, in a property also what separates properties.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (!special) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4];
    out += "0123456789ABCDEF"[byte & 15];
  }
  return out;
}

}  // namespace

std::string issues_github(std::span<const Issue> issues) {
  std::string out;
  for (const Issue& issue : issues) {
    out += issue.severity == Severity::error ? "::error file=" : "::warning file=";
    out += escaped(issue.file, true);
    if (issue.line > 0) out += ",line=" + std::to_string(issue.line);
    if (issue.line > 0 && issue.column > 0) out += ",col=" + std::to_string(issue.column);
    out += ",title=" + escaped(issue.code, true) + "::" + escaped(issue.message, false);
    if (!issue.hint.empty()) out += "%0A" + escaped(issue.hint, false);
    out += '\n';
  }
  return out;
}

std::string issues_json(std::span<const Issue> issues) {
  std::vector<render::Json> objects;
  for (const Issue& issue : issues) {
    render::Json object;
    object["file"] = issue.file;
    object["line"] = issue.line;
    object["column"] = issue.column;
    object["severity"] = issue.severity == Severity::error ? "error" : "warning";
    object["code"] = issue.code;
    object["message"] = issue.message;
    object["hint"] = render::text_or_null(issue.hint);
    object["source_line"] = issue.source_line;
    objects.push_back(std::move(object));
  }
  return render::dump_lines(objects);
}

std::string framework_summary(const Framework& framework) {
  std::size_t rules = 0, examples = 0;
  for (const IndicatorModel& indicator : framework.model().indicators) {
    rules += indicator.rules.size();
    examples += indicator.examples.size();
  }
  return render::one_line(framework.id() + ' ' + framework.version()) + ": " +
         counted(framework.indicators().size(), "indicator") + ", " +
         counted(framework.nodes().size() - framework.indicators().size(), "group") + " (the root included), " +
         counted(rules, "rule") + ", " + counted(examples, "example") + ", fingerprint " + framework.fingerprint() + '\n';
}

}  // namespace rulescore

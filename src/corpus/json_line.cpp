// See json_line.hpp.
#include "corpus/json_line.hpp"

#include "corpus/file.hpp"

#include <rulescore/error.hpp>

#include <nlohmann/json.hpp>

#include <set>

namespace rulescore {

nlohmann::json parse_json_line(const std::string& line) {
  using nlohmann::json;
  std::set<std::string> keys;
  const auto refuse_twice = [&](int depth, json::parse_event_t event, json& parsed) {
    if (depth == 1 && event == json::parse_event_t::key && !keys.insert(parsed.get<std::string>()).second)
      throw DocumentError("the key \"" + parsed.get<std::string>() + "\" stands twice");
    return true;
  };
  try {
    return json::parse(line, refuse_twice);
  } catch (const json::parse_error& error) {
    if (std::string reason = why_not_utf8(line); !reason.empty()) throw DocumentError(reason);
    throw DocumentError("is not JSON: it goes wrong at byte " + std::to_string(error.byte) + " of the line");
  }
}

}  // namespace rulescore

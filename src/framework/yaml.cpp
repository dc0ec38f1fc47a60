// The one file that knows yaml-cpp. It is asked for events, never for its node tree: events carry the place of every key and
// alias, take a tenth of the memory, and leave scalars as they were typed.
//
// What yaml-cpp 0.7 lets through is refused here: a key twice, a quote never closed (the rest of the file silently becomes the
// text), several documents, `名称：法治` and `b:2` (keys without values), tags, anchors and merge keys. The start of a second
// document stops the parser: a file that holds `,` alone would otherwise yield documents without end.
// Tested by tests/unit/framework/yaml.cpp and tests/malformed.
#include "framework/yaml.hpp"

#include "framework/shorthand.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <set>
#include <streambuf>
#include <utility>

namespace rulescore::yaml {
namespace {

constexpr std::string_view full_width_colon = "：";

constexpr std::size_t max_reported = 50;  // issues of one file; more don't help anyone
constexpr std::size_t max_key = 1'000;    // bytes; YAML stops looking for the `:` of a key a little later

struct Stop {};          // thrown out of yaml-cpp when going on makes no sense; the issue is written
struct SecondDocument {  // thrown at the start of a document that must not be
  std::size_t byte = 0;
};

// Reads a text where it stands.
class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // a get area is never written to
    setg(begin, begin, begin + text.size());
  }
};

std::size_t position(const YAML::Mark& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

// One past the quote that closes the one at `begin`, or npos.
std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

class Builder final : public YAML::EventHandler {
 public:
  Builder(const Source& source, const Shorthand& shorthand, std::vector<Issue>& issues)
      : source_(source), shorthand_(shorthand), issues_(issues), cursor_(source) {}

  std::optional<Value> take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) throw SecondDocument{byte_of(mark)};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(mark, tag, Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(mark, tag, Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Value value;
    bool has_key = false;
    std::string key;
    Place key_at;
    std::size_t key_byte = 0;
    std::set<std::string, std::less<>> seen;
  };

  std::size_t byte_of(const YAML::Mark& mark) const { return shorthand_.original(position(mark)); }
  char at(std::size_t byte) const { return byte < source_.text().size() ? source_.text()[byte] : '\0'; }
  bool expects_key() const { return !frames_.empty() && frames_.back().value.is_map() && !frames_.back().has_key; }
  void report(std::size_t byte, std::string code, std::string message, std::string hint) {
    issues_.push_back(source_.issue(cursor_.place(byte), std::move(code), std::move(message), std::move(hint)));
    if (++reported_ == max_reported) throw Stop{};
  }
  [[noreturn]] void stop(std::size_t byte, std::string code, std::string message, std::string hint) {
    report(byte, std::move(code), std::move(message), std::move(hint));
    throw Stop{};
  }

  void count(std::size_t byte);
  void check_properties(std::size_t byte, const std::string& tag);
  void check_quotes(std::size_t byte);
  void check_value_of_key(const Frame& frame, std::size_t byte);
  void open(const YAML::Mark& mark, const std::string& tag, Kind kind);
  void close();
  void key(std::string text, std::size_t byte);
  void add(Value value);

  const Source& source_;
  const Shorthand& shorthand_;
  std::vector<Issue>& issues_;
  std::vector<Frame> frames_;
  std::optional<Value> root_;
  Cursor cursor_;
  std::size_t documents_ = 0;
  std::size_t nodes_ = 0;
  std::size_t reported_ = 0;
};

void Builder::count(std::size_t byte) {
  if (++nodes_ <= max_nodes) return;
  stop(byte, "too-many-nodes", "more than 1000000 entries in one file",
       "split it into the files of the groups; the limit is `max_nodes` in src/framework/source.hpp");
}

void Builder::check_properties(std::size_t byte, const std::string& tag) {
  if (at(byte) == '&')
    report(byte, "anchor", "an anchor (&…); anchors and aliases are not read",
           "write the value out, or share words through `lexicon`");
  else if (at(byte) == '!' || (tag != "?" && tag != "!" && !tag.empty()))
    report(byte, "tag", "a tag (!…); tags are not read", "put the text in quotes if the ! belongs to it");
}

void Builder::check_quotes(std::size_t byte) {
  const std::string_view text = source_.text();
  const std::size_t end = end_of_quoted(text, byte);
  const std::string quote(1, text[byte]);
  if (end == std::string_view::npos)
    stop(byte, "unclosed-quote", "the quote " + quote + " that opens here is never closed",
         "put " + quote + " at the end of the text");
  if (text.substr(byte, end - byte).find('\n') != std::string_view::npos)
    stop(byte, "unclosed-quote", "the quote " + quote + " that opens here is not closed on its line",
         "put " + quote + " at the end of the text; write a long text as a block with | or >");
}

// `key:` with nothing after it is left to the reader, which knows whether it matters; here `key` without a `:` is refused.
void Builder::check_value_of_key(const Frame& frame, std::size_t byte) {
  const std::string_view text = source_.text();
  const bool is_quoted = at(frame.key_byte) == '"' || at(frame.key_byte) == '\'';
  const std::size_t after = is_quoted ? end_of_quoted(text, frame.key_byte) : frame.key_byte + frame.key.size();
  if (after < byte && text.substr(after, byte - after).find(':') != std::string_view::npos) return;
  if (frame.key.empty() && text.substr(byte, max_key).find_first_of(":,\n") == std::string_view::npos)
    return report(byte, "key-too-long", "a key of more than 1,024 bytes", "is a `,` or a quote missing in it?");
  if (frame.key.empty()) return report(byte, "empty-key", "an entry that is empty", "is there a `,` too many?");
  std::string hint = colon_hint(frame.key);
  const std::size_t before = text.substr(0, frame.key_byte).find_last_not_of(" \n\r");
  if (hint.empty() && before != std::string_view::npos && text[before] == ',')
    hint = "if the `,` before it belongs to a text, put that text in quotes";
  if (hint.empty()) hint = "write `" + frame.key + ": …`";
  report(frame.key_byte, "no-value", "`" + frame.key + "` stands where `key: value` is expected", std::move(hint));
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t byte = byte_of(mark);
  count(byte);
  if (expects_key()) return key({}, byte);
  if (!frames_.empty() && frames_.back().value.is_map()) check_value_of_key(frames_.back(), byte);
  check_properties(byte, "?");
  Value value;
  value.at = cursor_.place(byte);
  add(std::move(value));
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t byte = byte_of(mark);
  report(byte, "alias", "an alias (*…); anchors and aliases are not read", "write the value out, or put the text in quotes");
  if (expects_key()) return key({}, byte);
  Value value;
  value.kind = Kind::scalar;  // whatever it stands for; one issue at this place is enough
  value.at = cursor_.place(byte);
  add(std::move(value));
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& read) {
  const std::size_t byte = byte_of(mark);
  count(byte);
  check_properties(byte, tag);
  if (at(byte) == '"' || at(byte) == '\'') check_quotes(byte);
  std::string text = shorthand_.restored(read, position(mark));
  if (expects_key()) return key(std::move(text), byte);
  Value value;
  value.kind = Kind::scalar;
  value.quoted = tag == "!";
  value.at = cursor_.place(byte);
  value.text = std::move(text);
  add(std::move(value));
}

void Builder::open(const YAML::Mark& mark, const std::string& tag, Kind kind) {
  const std::size_t byte = byte_of(mark);
  count(byte);
  check_properties(byte, tag);
  if (expects_key() && cursor_.place(byte) == frames_.back().value.at)
    stop(byte, "yaml-syntax", "a bracket that is not closed", "close it");
  if (expects_key()) stop(byte, "key-not-text", "a key must be a text", "is a `{` or `[` missing its quotes?");
  if (frames_.size() == max_depth)
    stop(byte, "too-deep", "nested more than 64 deep",
         "a framework needs a handful of levels; is a bracket not closed? The limit is `max_depth` in src/framework/source.hpp");
  frames_.emplace_back();
  frames_.back().value.kind = kind;
  frames_.back().value.at = cursor_.place(byte);
}

void Builder::close() {
  Value value = std::move(frames_.back().value);
  frames_.pop_back();
  add(std::move(value));
}

void Builder::key(std::string text, std::size_t byte) {
  Frame& frame = frames_.back();
  if (text == "<<") report(byte, "merge-key", "a merge key (<<); there are none here", "write the entries out");
  if (!frame.seen.insert(text).second) {
    const auto first = std::find_if(frame.value.members.begin(), frame.value.members.end(),
                                    [&](const Member& member) { return member.key == text; });
    report(byte, "duplicate-key",
           "`" + text + "` stands twice in the same map; the first is in line " + std::to_string(first->at.line),
           "keep one of them");
  }
  frame.has_key = true;
  frame.key = std::move(text);
  frame.key_at = cursor_.place(byte);
  frame.key_byte = byte;
}

void Builder::add(Value value) {
  if (frames_.empty()) {
    root_ = std::move(value);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.value.is_sequence()) {
    frame.value.items.push_back(std::move(value));
    return;
  }
  if (!frame.has_key) return;  // an empty `?` key's leftover
  frame.value.members.push_back({std::move(frame.key), frame.key_at, std::move(value)});
  frame.has_key = false;
}

// What yaml-cpp says, in words for the people who write frameworks.
struct Translation {
  std::string_view theirs, ours, hint;
  std::string_view code = "yaml-syntax";
};
constexpr std::string_view quote_hint = "put the text in quotes";
constexpr std::array translations = {
    Translation{"end of map flow not found", "a `{` that is not closed, or a `,` missing between its entries",
                "close it with `}`"},
    Translation{"end of sequence flow not found", "a `[` that is not closed, or a `,` missing between its entries",
                "close it with `]`"},
    Translation{"end of map not found", "this doesn't fit the entries before it", "check the indentation and the quotes"},
    Translation{"end of sequence not found", "this doesn't fit the list before it", "check the indentation"},
    Translation{"illegal map value", "a `:` that belongs to no key", "put a text that holds `: ` in quotes"},
    Translation{"illegal map key", "a key where none can stand", "check the indentation"},
    Translation{"illegal block entry", "a `- ` where no list can stand", "check the indentation"},
    Translation{"illegal flow end", "a `]` or `}` that closes nothing", "delete it, or put the text in quotes"},
    Translation{"illegal EOF in scalar", "a quote that is never closed", "put the quote at the end of the text"},
    Translation{"illegal document indicator in scalar", "a quote that is not closed before `---`", "close the quote"},
    Translation{"illegal character in scalar", "a character that can't stand in an unquoted text here", quote_hint},
    Translation{"illegal tab when looking for indentation", "a tab in the indentation", "indent with blanks", "tab-indent"},
    Translation{"unknown token", "a text that starts with a character YAML keeps for itself", quote_hint},
    Translation{"the referenced anchor is not defined", "an alias (*…); anchors and aliases are not read", quote_hint, "alias"},
    Translation{"unknown escape character: ", "an escape (\\…) that YAML doesn't know",
                "use single quotes, or write \\\\ for a backslash"},
    Translation{"unexpected character in block scalar", "a text after | or >", "start the block text on the next line"},
};

// A bracket that seems open is often closed in what a # made a comment: [案卷 #3, 卷宗]. Looks a few lines back.
std::string comment_hint(const Source& source, int line) {
  for (int number = line; number > 0 && number > line - 3; --number) {
    const std::string_view text = source.line(number);
    const std::size_t mark = text.find(" #");
    const bool cuts = mark != std::string_view::npos && mark + 2 < text.size() && text[mark + 2] != ' ' &&
                      text.find_first_of("]}", mark) != std::string_view::npos;
    if (cuts) return "in line " + std::to_string(number) + ", ` #` begins a comment; put a text that holds it in quotes";
  }
  return {};
}

void report(const Source& source, const Shorthand& shorthand, const YAML::Exception& error, std::vector<Issue>& issues) {
  const std::size_t byte = error.mark.is_null() ? source.text().size() : shorthand.original(position(error.mark));
  const auto known = std::find_if(translations.begin(), translations.end(), [&](const Translation& entry) {
    return std::string_view(error.msg).substr(0, entry.theirs.size()) == entry.theirs;
  });
  const bool is_known = known != translations.end();
  const bool too_deep = error.msg.find("bad file") != std::string::npos;
  const std::string_view code = too_deep ? "too-deep" : is_known ? known->code : "yaml-syntax";
  std::string message = too_deep ? "nested too deeply" : is_known ? std::string(known->ours) : "YAML: " + error.msg;
  std::string hint = is_known ? std::string(known->hint) : "";
  const Place at = source.place(byte);
  const std::string_view before = source.line(at.line - 1);
  if (source.line(at.line).find(full_width_colon) != std::string_view::npos)
    hint = colon_hint(full_width_colon);
  else if (before.find(": ") == std::string_view::npos && before.find_last_of(':') != before.find_last_not_of(' ') &&
           !colon_hint(before).empty())
    hint = "in line " + std::to_string(at.line - 1) + ", " + colon_hint(before);
  else if (std::string commented = comment_hint(source, at.line); !commented.empty())
    hint = std::move(commented);
  issues.push_back(source.issue(at, std::string(code), std::move(message), std::move(hint)));
}

void refuse_second_document(const Source& source, std::size_t byte, std::vector<Issue>& issues) {
  const Place at = source.place(byte);
  const bool marked = source.line(at.line).substr(0, 3) == "---" || source.line(at.line - 1).substr(0, 3) == "...";
  issues.push_back(marked ? source.issue(at, "second-document", "a second document in one file", "write it to a file of its own")
                          : source.issue(at, "yaml-syntax", "this doesn't belong to anything before it",
                                         "check the indentation and the quotes"));
}

}  // namespace

const Value* Value::find(std::string_view key) const noexcept {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string colon_hint(std::string_view text) {
  if (text.find(full_width_colon) != std::string_view::npos) return "a full-width colon `：` doesn't end a key; write `: `";
  if (text.find(':') != std::string_view::npos) return "a blank comes after the `:` of a key";
  return {};
}

std::optional<Value> parse(const Source& source, std::vector<Issue>& issues) {
  if (auto refused = source.check()) {
    issues.push_back(std::move(*refused));
    return std::nullopt;
  }
  const Shorthand shorthand(source.text());
  ViewBuffer buffer(shorthand.text());
  std::istream stream(&buffer);
  Builder builder(source, shorthand, issues);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) return Value{};
    parser.HandleNextDocument(builder);  // there must be none
  } catch (const SecondDocument& second) {
    refuse_second_document(source, second.byte, issues);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    report(source, shorthand, error, issues);
    return std::nullopt;
  } catch (const Stop&) {
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace rulescore::yaml

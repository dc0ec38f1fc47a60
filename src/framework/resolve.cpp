// The flat framework as YAML: what the files say once groups are in place, overlays applied and weights edited. Each line that
// says something ends with where it was said; what doesn't come from the framework at the bottom of it all is marked.
// Outside face: resolve() in <rulescore/framework.hpp>. Tested by tests/unit/framework/resolve.cpp.
#include "base/text.hpp"
#include "framework/emit.hpp"
#include "framework/model.hpp"
#include "framework/written.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

namespace rulescore {
namespace {

using yaml::Member;
using yaml::Value;

constexpr int width = 110;          // columns of what is said
constexpr int comment_column = 90;  // where comments begin, if they can
constexpr std::size_t longest_implicit_key = 1'000;

// The lines of one file that a value takes.
struct Span {
  yaml::Place first;
  int last = 0;
  bool one_file = true;
};

void extend(Span& span, yaml::Place at) {
  if (at.file != span.first.file) span.one_file = false;
  span.first.line = std::min(span.first.line, at.line);
  span.last = std::max(span.last, at.line);
}

void extend(Span& span, const Value& value) {
  extend(span, value.at);
  for (const Value& item : value.items) extend(span, item);
  for (const Member& member : value.members) {
    extend(span, member.at);
    extend(span, member.value);
  }
}

Span span_of(yaml::Place at, const Value& value) {
  Span span{at, at.line};
  extend(span, value);
  return span;
}

class Writer {
 public:
  explicit Writer(const FrameworkModel& model) : written_(*model.written), edits_(model.edits) { name_files(); }

  std::string write() {
    write_files();
    Value root = written_.root;
    edit(root);
    write_members(root, 0, "");
    return std::move(out_);
  }

 private:
  // The last part of its path, if no other file has the same.
  void name_files() {
    const auto last = [](const std::string& name) { return name.substr(name.find_last_of('/') + 1); };
    std::map<std::string, int> count;
    for (std::size_t i = 0; i < written_.sources.size(); ++i) ++count[last(written_.sources[i].name())];
    for (std::size_t i = 0; i < written_.sources.size(); ++i) {
      const std::string& name = written_.sources[i].name();
      names_.push_back(yaml::written_comment(count[last(name)] == 1 ? last(name) : name));
    }
  }

  void write_files() {
    for (std::size_t i = 0; i < names_.size(); ++i)
      out_ += (i == 0 ? "# Resolved from " : "#               ") + yaml::written_comment(written_.sources[i].name()) +
              (i < written_.overlays ? "  (overlay)\n" : "\n");
    out_ += '\n';
  }

  void edit(Value& node) {
    const Value* const code = node.find("code");
    if (const auto edit = code == nullptr ? edits_.end() : edits_.find(code->text); edit != edits_.end()) {
      char digits[512];
      const auto end = std::to_chars(digits, digits + sizeof digits, edit->second, std::chars_format::fixed).ptr;
      Value weight{yaml::Kind::scalar, false, {0, 0, node.at.file}, std::string(digits, end), {}, {}};
      const auto old = std::find_if(node.members.begin(), node.members.end(), [](const Member& m) { return m.key == "weight"; });
      if (old == node.members.end())
        node.members.insert(node.members.begin() + 1, {"weight", weight.at, weight});
      else
        *old = {"weight", weight.at, std::move(weight)};
    }
    for (Member& member : node.members)
      if (member.key == "children")
        for (Value& child : member.value.items) edit(child);
  }

  // --- lines

  std::string origin(const Span& span) const {
    if (span.first.line == 0) return "edited";
    std::string text = span.first.file < written_.overlays ? "overlay " : "";
    text += names_[span.first.file] + ":" + std::to_string(span.first.line);
    return span.last > span.first.line ? text + "-" + std::to_string(span.last) : text;
  }

  // `text` may be several lines, the last of which gets the comment.
  void line(const std::string& text, const Span& span) {
    out_ += text;
    const int columns = display_width(std::string_view(text).substr(text.find_last_of('\n') + 1));
    out_ += std::string(static_cast<std::size_t>(std::max(2, comment_column - columns)), ' ') + "# " + origin(span) + '\n';
  }

  // The entries of a map, each on lines of its own. The first line starts with `lead` in place of the indentation.
  void write_members(const Value& map, std::size_t indent, std::string lead) {
    for (const Member& member : map.members) {
      const std::string key = yaml::written_scalar(member.key);
      if (key.size() > longest_implicit_key) {
        out_ += lead + "? " + key + '\n';
        lead = std::string(indent, ' ');
        write_value(lead + ":", member.at, member.value, indent);
      } else {
        write_value(lead + key + ":", member.at, member.value, indent);
      }
      lead = std::string(indent, ' ');
    }
  }

  // What follows `head`, a key with its colon or the dash of a list, whose own indentation is `indent`.
  void write_value(const std::string& head, yaml::Place at, const Value& value, std::size_t indent) {
    const Span span = span_of(at, value);
    const int room = width - display_width(head) - 1;
    if (yaml::is_block_text(value)) return write_block(head, value, indent, span);
    if (value.is_scalar() || value.is_null() || is_empty(value)) return line(head + " " + whole(value), span);
    if (span.one_file && !is_node(value))
      if (const auto text = yaml::written_on_line(value, room)) return line(head + " " + *text, span);
    if (value.is_map()) return write_map(head, value, indent);
    if (span.one_file)
      if (const auto text = wrapped(value, head)) return line(head + " " + *text, span);
    out_ += head + '\n';
    for (const Value& item : value.items) write_item(item, indent + 2);
  }

  static bool is_empty(const Value& value) { return value.items.empty() && value.members.empty(); }
  static bool is_node(const Value& value) { return value.find("code") != nullptr; }
  static std::string whole(const Value& value) { return *yaml::written_on_line(value, std::numeric_limits<int>::max()); }

  void write_block(const std::string& head, const Value& value, std::size_t indent, const Span& span) {
    const std::string text = yaml::written_block(value.text, indent + 2);
    const std::size_t first = text.find('\n');
    line(head + " " + text.substr(0, first), span);
    out_ += text.substr(first + 1) + '\n';
  }

  void write_map(const std::string& head, const Value& value, std::size_t indent) {
    const bool in_list = head.ends_with('-');
    if (in_list) return write_members(value, indent + 2, head + " ");
    out_ += head + '\n';
    write_members(value, indent + 2, std::string(indent + 2, ' '));
  }

  void write_item(const Value& item, std::size_t indent) { write_value(std::string(indent, ' ') + "-", item.at, item, indent); }

  // A list in brackets over several lines, when each of its entries fits on one.
  static std::optional<std::string> wrapped(const Value& list, const std::string& head) {
    const std::size_t column = static_cast<std::size_t>(display_width(head)) + 2;
    if (column > static_cast<std::size_t>(width) / 2) return std::nullopt;
    std::string out = "[";
    int used = static_cast<int>(column);
    for (const Value& item : list.items) {
      const auto text = yaml::written_on_line(item, width - static_cast<int>(column) - 1);
      if (!text) return std::nullopt;
      const int columns = display_width(*text) + 2;
      if (&item != &list.items.front()) {
        const bool breaks = used + columns > width;
        out += breaks ? ",\n" + std::string(column, ' ') : ", ";
        if (breaks) used = static_cast<int>(column);
      }
      out += *text;
      used += columns;
    }
    return out + "]";
  }

  const Written& written_;
  const std::map<std::string, double>& edits_;
  std::vector<std::string> names_;  // by file
  std::string out_;
};

}  // namespace

std::string resolve(const Framework& framework) {
  const FrameworkModel& model = framework.model();
  if (model.written == nullptr) throw UsageError("a framework that wasn't read from texts can't be written as one");
  return Writer(model).write();
}

}  // namespace rulescore

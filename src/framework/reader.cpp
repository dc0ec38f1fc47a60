// A framework as it was assembled from its files: what the whole says, then the tree. Reads on after an error, so that one run
// names them all. Tested by tests/unit/framework/reader.cpp and tests/malformed.
#include "framework/reader.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace rulescore::reader {
namespace {

class FrameworkReader {
 public:
  explicit FrameworkReader(const LoadOptions& limits) : words_(limits) {}

  ReadResult read(std::string name, std::string text, const FileAccess& files) {
    const auto written = std::make_shared<Written>();
    const Context context{written->sources, journal_, words_};
    if (std::optional<yaml::Value> root = assemble(context, *written, std::move(name), text, files)) {
      read_root(context, *root);
      written->root = std::move(*root);
    }
    if (!journal_.failed()) {
      tree_.finish(context);
      check_codes(context, weighed_, *model_);
      words_.warn_unused(context, written->overlays);
    }
    if (journal_.failed()) return {nullptr, journal_.errors()};
    model_->written = written;
    model_->warnings = journal_.warnings();
    rulescore::finish(*model_);
    return {model_, {}};
  }

 private:
  void read_root(const Context& context, const yaml::Value& root) {
    const Fields fields(context, root, "a framework",
                        {"rulescore",   "extends",  "set",     "add",      "remove",    "id",           "version",
                         "title",       "full",     "missing", "bands",    "lexicon",   "figures",      "status",
                         "attribution", "earns",    "groups",  "children", "aggregate", "min_coverage", "not_applicable",
                         "applies",     "excludes", "floor",   "cap",      "veto",      "grade",        "quotas",
                         "scorers",     "zero_over_zero", "peers", "index",    "min_available"});
    if (!fields.is_map()) return;
    read_header(context, fields);
    if (const yaml::Value* bands = fields.get("bands")) model_->bands = read_bands(context, *bands, model_->full);
    if (const yaml::Value* lexicon = fields.get("lexicon")) words_.read_lexicon(context, *lexicon);
    if (const yaml::Value* figures = fields.get("figures")) words_.read_figures(context, *figures);
    if (const yaml::Value* status = fields.get("status")) model_->status = read_status(context, *status);
    if (const yaml::Value* attribution = fields.get("attribution")) model_->attribution = read_attribution(context, *attribution);
    if (const yaml::Value* earns = fields.get("earns")) model_->earns = read_earns(context, *earns, model_->earns);
    if (const yaml::Value* scorers = fields.get("scorers")) model_->scorers = read_scorers(context, *scorers);
    if (const yaml::Value* zero = fields.get("zero_over_zero"))
      model_->zero_over_zero = read_zero_over_zero(context, *zero, "`zero_over_zero`").value_or(ZeroOverZero::missing);
    if (const yaml::Value* peers = fields.get("peers")) read_peers(context, *peers);
    if (const yaml::Value* index = fields.get("index")) {
      model_->index = read_index(context, *index, weighed_);
      // Of a table a gap is a figure that nobody has, not a deed that nobody did.
      if (fields.get("missing") == nullptr) model_->missing = Missing::exclude;
    }
    tree_.add_root(root.at);
    read_whole(context, fields, *model_);
    read_tree(context, fields, root.at);
  }

  void read_header(const Context& context, const Fields& fields) {
    if (const yaml::Value* format = fields.require("rulescore"))
      if (!format->is_scalar() || format->text != "1")
        context.error(format->at, "bad-version", "this reader knows version 1 of the format; found " + found(*format),
                      "write `rulescore: 1`");
    if (const yaml::Value* id = fields.require("id")) read_id(context, *id);
    if (const yaml::Value* version = fields.require("version"))
      model_->version = read_text(context, *version, "`version`").value_or("");
    if (const yaml::Value* title = fields.require("title"))
      model_->title = read_localised(context, *title, "`title`").value_or(Localised{});
    if (const yaml::Value* full = fields.get("full")) model_->full = read_positive(context, *full, "`full`").value_or(100);
  }

  void read_id(const Context& context, const yaml::Value& value) {
    const std::optional<std::string> id = read_text(context, value, "`id`");
    if (!id) return;
    const bool is_good =
        id->size() <= 64 && std::all_of(id->begin(), id->end(), [](char c) {
          return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
        });
    if (is_good)
      model_->id = *id;
    else
      context.error(value.at, "bad-code", "an id has at most 64 letters, digits, `.`, `-` or `_`; found " + quoted(*id));
  }

  void read_peers(const Context& context, const yaml::Value& value) {
    if (!value.is_sequence())
      return context.error(value.at, "wrong-type", "`peers` is a list; found " + found(value),
                           "write `peers: [level, year]`, or `peers: []` to compare all with all");
    model_->peers = {false, false, false};
    for (const yaml::Value& item : value.items)
      if (const auto choice = read_choice(context, item, "an entry of `peers`", {"level", "province", "year"}))
        (*choice == 0 ? model_->peers.level : *choice == 1 ? model_->peers.province : model_->peers.year) = true;
  }

  // `groups`, and what changes another framework, that are left couldn't be read, which is reported.
  void read_tree(const Context& context, const Fields& fields, yaml::Place at) {
    if (const yaml::Value* children = fields.get("children"))
      tree_.read_children(context, *children, 0);
    else if (!fields.has_any({"groups", "children", "extends", "set", "add", "remove"}))
      context.error(at, "missing-key", "a framework lacks `groups`",
                    "add `groups: [file.yaml, …]`, or the nodes under `children:`");
  }

  Journal journal_;
  Words words_;
  std::shared_ptr<FrameworkModel> model_ = std::make_shared<FrameworkModel>();
  TreeReader tree_{*model_};
  std::vector<WeighedCode> weighed_;
};

}  // namespace

ReadResult read_framework(std::string name, std::string text, const FileAccess& files, const LoadOptions& limits) {
  return FrameworkReader(limits).read(std::move(name), std::move(text), files);
}

}  // namespace rulescore::reader

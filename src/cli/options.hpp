// What the verbs share: options, formats, and reading documents.
#pragma once

#include "cli/console.hpp"

#include <rulescore/rulescore.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::cli {

struct Formats {
  std::vector<std::string> names;
  std::string terminal;   // when a person looks
  std::string otherwise;  // into a pipe or a file without a telling suffix
};

// What --facts and --review brought, read once, for as many frameworks as there are.
struct Brought {
  std::vector<Fact> facts;
  std::vector<Review> reviews;
};

// Made ready for a framework; what it can't use is named, and `code` becomes unreadable.
Elsewhere made_ready(const Brought& brought, const Framework& framework, Console& console, int& code);

// One verb's command line. Options are texts until they are used, because CLI11 reads numbers with the host's locale.
class Command {
 public:
  Command(const std::string& verb, const std::string& description, Formats formats, const std::string& examples);

  void take_documents();                            // DOCUMENT..., and how to read them
  void take_reading();                              // --encoding, --input-format
  void take_framework();                            // --framework, --allow-outside
  void take_framework_argument(std::string& path);  // FRAMEWORK or --framework, --allow-outside
  void take_allow_outside();                        // --allow-outside alone
  void take_elsewhere();                            // --facts, --review
  void take_what_if();                              // --what-if
  void take_threads();                              // --threads
  void take_language();                             // --lang
  // An option with a value; `value` holds the default.
  void take(const std::string& name, std::string& value, const std::string& value_name, const std::string& description);
  CLI::App& app() noexcept { return app_; }

  // Empty: go on. A code: --help was answered. Throws UsageError.
  std::optional<int> parse(const Arguments& arguments, Console& console);

  const std::vector<std::string>& documents() const noexcept { return documents_; }
  const ReadOptions& reading() const noexcept { return reading_; }
  const std::string& format() const noexcept { return format_; }
  const std::string& output() const noexcept { return output_; }
  std::string framework_path() const;
  bool names_framework() const noexcept { return !framework_.empty(); }
  Framework framework() const;
  LoadOptions loading() const;
  TableStyle style(const Console& console) const;
  // Facts and reviews; what could not be read is named, and `code` becomes unreadable.
  Brought brought(Console& console, int& code) const;
  Elsewhere elsewhere(const Framework& framework, Console& console, int& code) const;
  bool supposes() const noexcept { return !what_if_.empty(); }
  // What --what-if says. Nothing, and `code` unreadable, when a plan has mistakes, which are named.
  std::optional<std::vector<Fact>> intended(const Framework& framework, Console& console, int& code) const;
  EvaluateOptions evaluate_options(Elsewhere elsewhere = {}) const;

 private:
  void choose_format(const Console& console);

  std::string verb_;
  Formats formats_;
  CLI::App app_;
  std::vector<std::string> documents_, facts_, reviews_, what_if_;
  ReadOptions reading_;
  bool allow_outside_ = false;
  std::string framework_, format_, output_, threads_ = "0", language_ = "zh";
};

// Numbers of options, whatever the locale. Throw UsageError naming the option.
double parse_number(const std::string& option, const std::string& text);
std::uint64_t parse_count(const std::string& option, const std::string& text, std::uint64_t most);

// A document's failures, named on standard error; true when there were any.
bool report(std::span<const ReadFailure> failures, Console& console);

// Facts and reviews that no document took, named on standard error; not a failure.
void report(const Leftovers& leftovers, Console& console);

// What is intended for none of the documents, named on standard error.
void report_unused(std::span<const Fact> intended, std::span<const WhatIf> whats, Console& console);

// What if, of every one of cards that were scored together.
std::vector<WhatIf> supposing(std::span<const Scorecard> cards, std::span<const Fact> intended);

// Reads everything, names what could not be read; `code` becomes unreadable then.
std::vector<Document> read_all(const std::vector<std::string>& sources, const ReadOptions& reading, Console& console, int& code);

// Scored together, as each other's peers; `leftovers` sees what was used.
Panel evaluated(const Engine& engine, std::span<const Document> documents, const EvaluateOptions& options, Leftovers& leftovers);

// A table's figures, or the scores of documents, as an index; nothing when no document could be read. Of a table it can be made
// again otherwise, of documents it has the panel.
struct ReadIndex {
  Index index;
  std::optional<Table> table;
  std::optional<Panel> panel;
};
std::optional<ReadIndex> read_index(const Command& command, const IndexOptions& options, Console& console, int& code);

// --normalise, --impute and their like: a method by its name, without parameters; nothing for no name. Throw UsageError naming the
// option.
std::optional<Normalisation> normalisation_of(const std::string& option, const std::string& name);
std::optional<Imputation> imputation_of(const std::string& option, const std::string& name);

// Reads a command's documents source by source and hands on a batch at a time, so that answers stream.
void read_in_batches(const Command& command, Console& console, int& code,
                     const std::function<void(std::span<const Document>)>& use);

}  // namespace rulescore::cli

#include "cli/options.hpp"

#include "cli/issues.hpp"
#include "cli/suggest.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rulescore::cli {
namespace {

constexpr std::size_t batch = 256;  // documents; keeps many cores busy and memory small

const std::vector<std::string> later_formats{"html", "xlsx"};

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The format a suffix stands for; empty when it stands for none.
std::string format_of_suffix(const std::string& path, const std::vector<std::string>& names) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string::npos || path[dot] != '.') return {};
  const std::string suffix = path.substr(dot + 1);
  if (suffix == "txt") return contains(names, "table") ? "table" : "text";
  if (suffix == "xml") return "junit";
  if (suffix == "markdown") return "md";
  if (suffix == "yaml" && contains(names, "review")) return "review";
  return contains(names, suffix) || contains(later_formats, suffix) ? suffix : std::string();
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

}  // namespace

Command::Command(const std::string& verb, const std::string& description, Formats formats, const std::string& examples)
    : verb_(verb), formats_(std::move(formats)), app_(description, "rulescore " + verb) {
  app_.get_formatter()->column_width(24);
  app_.allow_extras();
  app_.set_help_flag("-h,--help", "this page");
  app_.get_formatter()->label("REQUIRED", "");
  app_.footer("Examples:\n" + examples);
  std::string defaults = formats_.terminal;
  if (formats_.terminal != formats_.otherwise) defaults += " on a terminal, else " + formats_.otherwise;
  take("--format", format_, "NAME", listed(formats_.names) + " (default: " + defaults + ")");
  take("-o,--output", output_, "FILE", "write FILE, whole or not at all; the suffix picks the format");
}

void Command::take(const std::string& name, std::string& value, const std::string& value_name, const std::string& description) {
  app_.add_option(name, value, description)->type_name(value_name)->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

void Command::take_documents() {
  app_.add_option("DOCUMENT", documents_,
                  "files (.txt .md .html .docx .pdf), folders of them, - for standard input, or a .jsonl of many documents")
      ->type_name("")
      ->required();
  take_reading();
}

void Command::take_reading() {
  take("--encoding", reading_.encoding, "NAME", "of the documents: UTF-8, GB18030, Big5, UTF-16 (default: found out)");
  take("--input-format", reading_.format, "NAME", "text, markdown, html, docx or pdf (default: found out)");
}

void Command::take_framework() {
  take("--framework", framework_, "PATH", "a framework.yaml or its folder (default: the installed one)");
  take_allow_outside();
}
void Command::take_framework_argument(std::string& path) {
  app_.add_option("FRAMEWORK", path, "a framework.yaml or its folder (default: the installed one)")->type_name("");
  take("--framework", path, "PATH", "the same, as with the other verbs");
  take_allow_outside();
}
void Command::take_allow_outside() {
  app_.add_flag("--allow-outside", allow_outside_, "let a framework name files that don't stand below its own folder");
}
void Command::take_elsewhere() {
  const auto take_files = [&](const char* name, std::vector<std::string>& files, const char* description) {
    app_.add_option(name, files, description)->type_name("FILE")->allow_extra_args(false);
  };
  take_files("--facts", facts_, "statistics, surveys, panel scores or other tools' extracts, .csv or .jsonl; may be repeated");
  take_files("--review", reviews_, "a person's verdicts on pieces of evidence, .yaml; may be repeated");
}
void Command::take_what_if() {
  app_.add_option("--what-if", what_if_,
                  "suppose E1.3=100%, E1.3#rate=98%, B2.1=done, C3=score:0.8, or a plan.yaml of such; may be repeated")
      ->type_name("WHAT")
      ->allow_extra_args(false);
}
void Command::take_threads() {
  take("--threads", threads_, "N", "how many threads; 0 is one per core. Results don't depend on it");
}
void Command::take_language() { take("--lang", language_, "zh|en", "zh or en: titles and labels (default: zh)"); }

std::optional<int> Command::parse(const Arguments& arguments, Console& console) {
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
  try {
    app_.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    console.out << app_.help() << std::flush;
    return fine;
  } catch (const CLI::ParseError& error) {
    // An unknown option explains more than what it left missing.
    for (const std::string& argument : arguments) {
      if (argument == "--") break;
      const std::string name = argument.substr(0, argument.find('='));
      if (argument.size() > 1 && argument[0] == '-' && app_.get_option_no_throw(name) == nullptr && argument.starts_with("--")) {
        throw UsageError("there is no option " + name + did_you_mean(name, option_names(app_)));
      }
    }
    throw UsageError(error.what());
  }
  for (const std::string& extra : app_.remaining()) {
    const std::string name = extra.substr(0, extra.find('='));
    if (extra.starts_with('-')) throw UsageError("there is no option " + name + did_you_mean(name, option_names(app_)));
    throw UsageError("too many arguments: " + extra);
  }
  if (language_ != "zh" && language_ != "en") throw UsageError("--lang is zh or en, not " + language_);
  if (output_ == "-") output_.clear();
  evaluate_options();  // refuses a bad --threads before anything is read
  choose_format(console);
  return std::nullopt;
}

void Command::choose_format(const Console& console) {
  if (format_.empty() && !output_.empty()) {
    format_ = format_of_suffix(output_, formats_.names);
    if (format_.empty())
      throw UsageError("the suffix of " + output_ + " names no format of " + verb_ + "; say --format, one of " +
                       listed(formats_.names));
  }
  if (format_.empty()) format_ = console.terminal ? formats_.terminal : formats_.otherwise;
  if (contains(formats_.names, format_)) {
    if (format_ == "xlsx" && output_.empty() && console.terminal)
      throw UsageError("a workbook is no sight for a terminal; say -o FILE.xlsx");
    return;
  }
  if (contains(later_formats, format_)) {
    throw UsageError("format " + format_ + " is not in this version; " + verb_ + " has " + listed(formats_.names));
  }
  throw UsageError(verb_ + " has no format " + format_ + did_you_mean(format_, formats_.names) + " (there are " +
                   listed(formats_.names) + ")");
}

LoadOptions Command::loading() const { return {.allow_outside = allow_outside_}; }

std::string Command::framework_path() const { return framework_.empty() ? default_framework_path() : framework_; }
Framework Command::framework() const { return Framework::load(framework_path(), loading()); }

TableStyle Command::style(const Console& console) const {
  const bool seen = output_.empty() && console.terminal;
  return {language_, seen ? console.width : 0, seen && console.colour};
}

Brought Command::brought(Console& console, int& code) const {
  if (facts_.empty() && reviews_.empty()) return {};
  FactsResult facts = read_facts(facts_);
  ReviewsResult reviews = read_reviews(reviews_);
  console.err << issues_text(reviews.issues);
  const bool facts_unread = report(facts.failures, console);
  if (facts_unread || !reviews.issues.empty()) code = unreadable;
  return {std::move(facts.facts), std::move(reviews.reviews)};
}

Elsewhere Command::elsewhere(const Framework& framework, Console& console, int& code) const {
  return made_ready(brought(console, code), framework, console, code);
}

Elsewhere made_ready(const Brought& brought, const Framework& framework, Console& console, int& code) {
  if (brought.facts.empty() && brought.reviews.empty()) return {};
  Elsewhere elsewhere(framework, brought.facts, brought.reviews);
  for (const ReadFailure& failure : elsewhere.failures())
    console.err << "rulescore: cannot use " << failure.name << ": " << failure.reason << '\n';
  if (!elsewhere.failures().empty()) code = unreadable;
  return elsewhere;
}

std::optional<std::vector<Fact>> Command::intended(const Framework& framework, Console& console, int& code) const {
  std::vector<Fact> intended;
  std::vector<Issue> issues;
  for (const std::string& text : what_if_) {
    if (!text.ends_with(".yaml") && !text.ends_with(".yml")) {
      intended.push_back(intend(text, framework));
      continue;
    }
    PlanResult plan = read_plan(text, framework);
    intended.insert(intended.end(), plan.intended.begin(), plan.intended.end());
    issues.insert(issues.end(), plan.issues.begin(), plan.issues.end());
  }
  if (issues.empty()) return intended;
  console.err << issues_text(issues);
  code = unreadable;
  return std::nullopt;
}

EvaluateOptions Command::evaluate_options(Elsewhere elsewhere) const {
  EvaluateOptions options;
  options.elsewhere = std::move(elsewhere);
  options.threads = static_cast<unsigned>(parse_count("--threads", threads_, 1024));
  return options;
}

double parse_number(const std::string& option, const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    throw UsageError(option + " wants a number, not " + (text.empty() ? "nothing" : text));
  }
  return value;
}

std::uint64_t parse_count(const std::string& option, const std::string& text, std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > most) {
    throw UsageError(option + " wants a whole number from 0 to " + std::to_string(most) + ", not " +
                     (text.empty() ? "nothing" : text));
  }
  return value;
}

bool report(std::span<const ReadFailure> failures, Console& console) {
  for (const ReadFailure& failure : failures)
    console.err << "rulescore: cannot read " << failure.name << ": " << failure.reason << '\n';
  return !failures.empty();
}

void report(const Leftovers& leftovers, Console& console) {
  constexpr std::size_t most = 20;  // a national table holds thousands that are about others
  const std::vector<ReadFailure> facts = leftovers.facts();
  for (std::size_t i = 0; i < facts.size() && i < most; ++i)
    console.err << "rulescore: not used: " << facts[i].name << ": " << facts[i].reason << '\n';
  if (facts.size() > most) console.err << "rulescore: not used: " << facts.size() - most << " more facts\n";
  for (const ReadFailure& review : leftovers.reviews())
    console.err << "rulescore: not used: " << review.name << ": " << review.reason << '\n';
}

void report_unused(std::span<const Fact> intended, std::span<const WhatIf> whats, Console& console) {
  for (const Fact& fact : intended) {
    const bool used = std::any_of(whats.begin(), whats.end(), [&](const WhatIf& what) {
      const std::vector<Fact> supposed = what.supposed();
      return std::any_of(supposed.begin(), supposed.end(), [&](const Fact& one) { return one.where == fact.where; });
    });
    if (!used) console.err << "rulescore: not used: " << fact.where << ": it is about none of these documents\n";
  }
}

std::vector<WhatIf> supposing(std::span<const Scorecard> cards, std::span<const Fact> intended) {
  std::vector<WhatIf> whats;
  if (cards.empty()) return whats;
  const Panel panel({cards.begin(), cards.end()});
  for (std::size_t row = 0; row < cards.size(); ++row)
    whats.push_back(panel.framework().compares() ? what_if(panel, row, intended).own : what_if(cards[row], intended));
  return whats;
}

std::vector<Document> read_all(const std::vector<std::string>& sources, const ReadOptions& reading, Console& console, int& code) {
  ReadResult result = read_documents(sources, reading);
  if (report(result.failures, console)) code = unreadable;
  if (result.documents.empty() && result.failures.empty()) {
    console.err << "rulescore: there are no documents in " << listed(sources) << '\n';
    code = unreadable;
  }
  return std::move(result.documents);
}

Panel evaluated(const Engine& engine, std::span<const Document> documents, const EvaluateOptions& options, Leftovers& leftovers) {
  std::vector<Scorecard> cards = engine.evaluate(documents, options);
  for (const Scorecard& card : cards) leftovers.saw(card.evidence());
  return Panel(std::move(cards));
}

void read_in_batches(const Command& command, Console& console, int& code,
                     const std::function<void(std::span<const Document>)>& use) {
  for (const std::string& source : command.documents()) {
    const std::vector<Document> documents = read_all({source}, command.reading(), console, code);
    for (std::size_t i = 0; i < documents.size(); i += batch) {
      use(std::span(documents).subspan(i, std::min(batch, documents.size() - i)));
    }
  }
}

}  // namespace rulescore::cli

// rulescore roadmap
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rulescore::cli {
namespace {

const char* const examples =
    R"(  rulescore roadmap report.txt --target 80                  the cheapest way to 80 points
  rulescore roadmap report.txt --target 80 --budget 40      as far as an effort of 40 goes
  rulescore roadmap seeds/ --target best:level --quarters 8
  rulescore roadmap report.txt --from 2021Q3 --capacity 10  so much a quarter, as many quarters as it takes
  rulescore roadmap report.txt --target 80 -o plan.md       with what each step takes; plan.xlsx to work with
  rulescore roadmap report.txt --target 80 -o plan.ics      a date for each step, for the calendars of those who see to it
)";

struct Wishes {
  std::string target = "full", budget, quarters = "4", capacity, from;
  std::vector<std::string> crosswalks;
};

std::optional<double> optional_number(const std::string& option, const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(parse_number(option, text));
}

RoadMapOptions options_of(const Wishes& wishes, const Framework& framework, const LoadOptions& loading) {
  RoadMapOptions options;
  options.target = Target::parse(wishes.target, framework);
  options.budget = optional_number("--budget", wishes.budget);
  options.quarters = static_cast<unsigned>(parse_count("--quarters", wishes.quarters, 400));
  options.capacity = optional_number("--capacity", wishes.capacity);
  if (!wishes.from.empty()) options.from = Quarter::parse(wishes.from);
  for (const std::string& path : wishes.crosswalks) {
    const Crosswalk crosswalk = Crosswalk::load(path, loading);
    options.crosswalks.push_back(
        crosswalk.from().fingerprint() == framework.fingerprint() ? crosswalk : crosswalk.between(framework, crosswalk.to()));
  }
  return options;
}

std::string rendered(const Command& command, std::span<const RoadMap> maps, const Console& console) {
  if (command.format() == "json") return road_maps_json(maps);
  if (command.format() == "csv") return road_maps_csv(maps);
  if (command.format() == "xlsx") return road_maps_excel(maps, command.style(console));
  if (command.format() == "ics") return road_maps_calendar(maps, command.style(console));
  if (command.format() == "md") return road_maps_markdown(maps, command.style(console));
  return road_maps_table(maps, command.style(console));
}

}  // namespace

int roadmap(const Arguments& arguments, Console& console) {
  Command command("roadmap",
                  "Chooses the cheapest set of indicators that reaches a target, and says what first, by whom, by when.",
                  {{"table", "json", "csv", "md", "xlsx", "ics"}, "table", "json"}, examples);
  Wishes wishes;
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--target", wishes.target, "WHAT",
               "full, best, median (also best:level, median:province, …), last-year, a total such as 80, or a band's name "
               "(default: full)");
  command.take("--budget", wishes.budget, "EFFORT",
               "what there is to spend, in the framework's efforts (default: what it takes)");
  command.take("--quarters", wishes.quarters, "N", "over how many quarters the effort is spread evenly (default: 4)");
  command.take("--capacity", wishes.capacity, "EFFORT", "instead: what fits into a quarter, over as many as it takes");
  command.take("--from", wishes.from, "QUARTER", "the first quarter, such as 2021Q1 (default: of the year after the report's)");
  command.app()
      .add_option("--crosswalk", wishes.crosswalks, "what the same steps bring under another framework; may be repeated")
      ->type_name("FILE ...");
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(command.framework());
  const RoadMapOptions options = options_of(wishes, engine.framework(), command.loading());
  Output output(command.output(), console);
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  std::vector<RoadMap> maps;
  if (!documents.empty()) maps = road_maps(evaluated(engine, documents, command.evaluate_options(elsewhere), leftovers), options);
  output.write(rendered(command, maps, console));
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli

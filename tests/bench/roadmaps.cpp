// Full road maps for many jurisdictions, on one core: gaps of every indicator, what would close them, what others wrote, the
// cheapest set proven, order, quarters. Beside it, in the same run, scoring the same evidence again.
//
//   bench_roadmaps [--jurisdictions N] [--rounds N] [--ceiling RATIO]
//
// Prints milliseconds of processor time (the best round of each) and the ratio of road maps to scores. With --ceiling, fails when
// the ratio is above it.
#include "clock.hpp"
#include "corpus.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace rs = rulescore;

namespace {

double best_milliseconds(int rounds, const std::function<void()>& body) { return 1e3 * bench::best_seconds(rounds, body); }

struct Options {
  std::size_t jurisdictions = 300;
  int rounds = 3;
  double ceiling = 0;
};

Options parse(int argc, char** argv) {
  Options o;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string key = argv[i], value = argv[i + 1];
    if (key == "--jurisdictions")
      o.jurisdictions = std::stoul(value);
    else if (key == "--rounds")
      o.rounds = std::stoi(value);
    else if (key == "--ceiling")
      o.ceiling = std::stod(value);
    else
      throw std::runtime_error("unknown option " + key);
  }
  return o;
}

int run(const Options& options) {
  const rs::Engine engine(rs::Framework::load(RULESCORE_SOURCE_DIR "/indicators/demonstration-2021"));
  const bench::Corpus corpus = bench::vary(RULESCORE_SOURCE_DIR "/seeds", 1 + options.jurisdictions / 30);
  std::vector<rs::Document> documents;
  for (std::size_t i = 0; i < std::min(options.jurisdictions, corpus.size()); ++i) {
    rs::Metadata about;
    about.name = about.jurisdiction = "place " + std::to_string(i);
    about.level = i % 4 == 0 ? "prefecture" : "county";
    about.year = 2020;
    documents.push_back(rs::Document::from_text(corpus.document(i), about));
  }
  const std::vector<rs::EvidenceSet> evidence = engine.match(documents);
  std::vector<rs::Scorecard> cards = engine.score(evidence, 1);
  const double scoring = best_milliseconds(options.rounds, [&] { cards = engine.score(evidence, 1); });
  const rs::Panel panel(cards);
  std::printf("%zu jurisdictions x %zu indicators; scoring them again %.1f ms\n", panel.rows(), panel.columns(), scoring);
  double worst = 0;
  for (const char* target : {"full", "80", "best:level"}) {
    rs::RoadMapOptions wanted;
    wanted.target = rs::Target::parse(target, engine.framework());
    std::size_t proven = 0, steps = 0;
    const double time = best_milliseconds(options.rounds, [&] {
      proven = steps = 0;
      for (const rs::RoadMap& map : rs::road_maps(panel, wanted)) {
        proven += map.proven ? 1 : 0;
        steps += map.steps.size();
      }
    });
    worst = std::max(worst, time / scoring);
    std::printf("road maps to %-10s %7.1f ms, %zu steps, %zu of %zu proven cheapest, ratio to scoring %.1f\n", target, time,
                steps, proven, panel.rows(), time / scoring);
  }
  if (options.ceiling > 0 && worst > options.ceiling) {
    std::printf("the ratio is above %.1f\n", options.ceiling);
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}

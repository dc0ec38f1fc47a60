// From bytes to scorecards on one core, beside a plain sum of the same bytes, in one run.
//
//   bench_pipeline [--corpus NAME] [--mebibytes N] [--rounds N] [--floor RATIO]
//
// Prints MB/s of processor time (MB = 10^6 bytes, the best round of each) and their ratio, which is what compares between machines. With --floor,
// fails when the ratio is below it. Without --corpus the five documents of seeds/ are varied (corpus.hpp).
#include "byte_sum.hpp"
#include "clock.hpp"
#include "corpus.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>

namespace rs = rulescore;

namespace {

using bench::best_seconds;

volatile std::uint64_t sink;

struct Options {
  std::string corpus;
  std::size_t mebibytes = 64;
  int rounds = 3;
  double floor = 0;
};

Options parse(int argc, char** argv) {
  Options o;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string key = argv[i], value = argv[i + 1];
    if (key == "--corpus") o.corpus = value;
    else if (key == "--mebibytes") o.mebibytes = std::stoul(value);
    else if (key == "--rounds") o.rounds = std::stoi(value);
    else if (key == "--floor") o.floor = std::stod(value);
    else throw std::runtime_error("unknown option " + key);
  }
  return o;
}

int run(const Options& options) {
  const std::string root = RULESCORE_SOURCE_DIR;
  const bench::Corpus corpus = options.corpus.empty() ? bench::vary(root + "/seeds", options.mebibytes) : bench::read(options.corpus);
  const rs::Engine engine(rs::Framework::load(root + "/indicators/demonstration-2021"));
  const double megabytes = static_cast<double>(corpus.bytes.size()) / 1e6;

  const double sum = best_seconds(options.rounds, [&] { sink = bench::byte_sum(corpus.bytes); });
  const auto each_document = [&](const std::function<void(const rs::Document&)>& body) {
    return best_seconds(options.rounds, [&] {
      for (std::size_t i = 0; i < corpus.size(); ++i) body(rs::Document::from_text(corpus.document(i)));
    });
  };
  std::uint64_t evidence = 0;
  const double reading = each_document([](const rs::Document& d) { sink = d.sentences().size(); });
  const double matching = each_document([&](const rs::Document& d) { sink = engine.match(d).items().size(); });
  const double whole = each_document([&](const rs::Document& d) {
    const rs::Scorecard card = engine.evaluate(d);
    evidence += card.evidence().items().size();
    sink = card.nodes().size();
  });
  std::printf("corpus                  %8.1f MB, %zu documents, %.1f pieces of evidence each\n", megabytes, corpus.size(),
              static_cast<double>(evidence) / static_cast<double>(corpus.size()) / options.rounds);
  std::printf("byte sum                %8.1f MB/s\n", megabytes / sum);
  std::printf("read                    %8.1f MB/s   decode, structure, quantities\n", megabytes / reading);
  std::printf("read + match            %8.1f MB/s\n", megabytes / matching);
  std::printf("read + match + score    %8.1f MB/s   bytes to scorecards\n", megabytes / whole);
  const double ratio = sum / whole;
  std::printf("ratio to byte sum       %8.4f\n", ratio);
  if (ratio >= options.floor) return 0;
  std::printf("below the floor of %.4f\n", options.floor);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse(argc, argv));
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_pipeline: %s\n", e.what());
    return 2;
  }
}

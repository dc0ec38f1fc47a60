// A stranger's first program: score one report, print where its points are missing, catch a mistake.
#include <rulescore/rulescore.hpp>

#include <cmath>
#include <cstdio>
#include <exception>
#include <string>

namespace rs = rulescore;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const std::string path = rs::default_framework_path();
    std::printf("framework %s\n", path.c_str());
    const rs::Framework fw = rs::Framework::load(path);
    const rs::Engine engine(fw);
    const rs::Document doc = rs::Document::read(argv[1]);
    const rs::Scorecard card = engine.evaluate(doc);
    std::printf("%s %.2f of %.0f, coverage %.2f, range %.2f to %.2f\n", doc.metadata().jurisdiction.c_str(), card.score(), card.full(),
                card.coverage(), card.low(), card.high());
    const rs::Panel panel({card});
    const auto reports = rs::gaps(panel);
    const rs::Gap& first = reports.at(0).gaps.at(0);
    std::printf("first gap: %s\n", fw.nodes()[first.node].code.c_str());
    if (!(card.score() > 0) || fw.indicators().size() != 100 || card.evidence().items().empty()) return 1;
    try {
      fw.at("Z9.9");
      return 1;  // must have thrown, across the library's boundary
    } catch (const rs::UsageError&) {
    }
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
  return 0;
}

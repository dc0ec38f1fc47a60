// Nothing an author types is silently ignored: of thousands of one-character changes, each is refused with its place, changes the
// fingerprint, is warned about, or provably says the same. First to a framework that uses every kind of entry, then to the one
// that ships: there a change hits one indicator (or the root), read with what it needs of the rest, so that ten thousand are
// quick.
#include "mutation.hpp"
#include "texts.hpp"

#include "framework/written.hpp"

#include "support/catch.hpp"

#include <cstdio>
#include <map>
#include <set>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

constexpr int mutations = 10'000;

struct Tally {
  std::array<int, answers> count{};
  void add(Answer answer) { ++count[static_cast<std::size_t>(answer)]; }
  int of(Answer answer) const { return count[static_cast<std::size_t>(answer)]; }
  void add(const Tally& other) {
    for (std::size_t i = 0; i < answers; ++i) count[i] += other.count[i];
  }
  int all() const {
    int sum = 0;
    for (const int n : count) sum += n;
    return sum;
  }
  void print(const std::string& name) const {
    std::printf("%-20s%9d%9d%9d%9d%9d%9d%9d\n", name.c_str(), all(), count[0], count[1], count[2], count[3], count[4], count[5]);
  }
};

void print_heading() {
  std::printf("%-20s%9s%9s%9s%9s%9s%9s%9s\n", "changes to", "", "refused", "felt", "told", "no value", "spelling", "ignored");
}

// Lines [first, last) of a text, from 1.
std::string lines(const yaml::Source& source, int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i) out += std::string(source.line(i)) + "\n";
  return out;
}

int line_count(const yaml::Source& source) {
  const std::string_view text = source.text();
  return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

yaml::Value parsed(const yaml::Source& source) {
  std::vector<Issue> issues;
  auto value = yaml::parse(source, issues);
  REQUIRE(value);
  return *std::move(value);
}

// The root file with one file of a group, and of its lexicon and figures only what that file (or what is kept) names.
class Root {
 public:
  explicit Root(const std::string& text) : source_("framework.yaml", text), tree_(parsed(source_)) {}

  std::string kept_for(const std::string& group) const {
    std::set<std::string> kept;
    std::string seen = group;
    for (std::size_t before = 1; before != seen.size();) {
      before = seen.size();
      for (const auto& [name, text] : shared())
        if (seen.find(name) != std::string::npos && kept.insert(name).second) seen += text;
    }
    std::string out = "groups: [group.yaml]\n";
    for_each_entry(tree_, line_count(source_), [&](const yaml::Member& member, int end) {
      if (member.key == "groups") return;
      if (member.key != "lexicon" && member.key != "figures") {
        out += member.key == "status" || member.key == "attribution" ? "" : lines(source_, member.at.line, end);
        return;
      }
      std::string entries;
      for_each_entry(member.value, end, [&](const yaml::Member& entry, int stop) {
        if (kept.contains(entry.key)) entries += lines(source_, entry.at.line, stop);
      });
      if (!entries.empty()) out += member.key + ":\n" + entries;
    });
    return out;
  }

  // All of it, with the groups' files replaced by the one.
  std::string whole() const {
    std::string out;
    for_each_entry(tree_, line_count(source_), [&](const yaml::Member& member, int end) {
      out += member.key == "groups" ? "groups: [group.yaml]\n" : lines(source_, member.at.line, end);
    });
    return out;
  }

  // Names of lexicons and figures, with their text.
  std::map<std::string, std::string> shared() const {
    std::map<std::string, std::string> out;
    for_each_entry(tree_, line_count(source_), [&](const yaml::Member& member, int end) {
      if (member.key == "lexicon" || member.key == "figures")
        for_each_entry(member.value, end,
                       [&](const yaml::Member& entry, int stop) { out[entry.key] = lines(source_, entry.at.line, stop); });
    });
    return out;
  }

 private:
  template <typename Use>
  static void for_each_entry(const yaml::Value& map, int end, const Use& use) {
    for (std::size_t i = 0; i < map.members.size(); ++i)
      use(map.members[i], i + 1 < map.members.size() ? map.members[i + 1].at.line : end);
  }

  yaml::Source source_;
  yaml::Value tree_;
};

// A file of a group cut into its indicators, each under the heads of the groups above it.
struct Cut {
  std::size_t begin = 0;  // of the indicator's own lines, bytes into the file
  std::string head;
  std::string text;
};

class Cutter {
 public:
  explicit Cutter(const std::string& text) : source_("group.yaml", text), tree_(parsed(source_)) {
    cut(tree_, 1, line_count(source_), "");
  }
  const std::vector<Cut>& cuts() const { return cuts_; }

 private:
  void cut(const yaml::Value& node, int first, int last, const std::string& head) {
    const yaml::Value* children = node.find("children");
    if (children == nullptr) {
      cuts_.push_back({0, head, lines(source_, first, last)});
      return;
    }
    const std::string own = lines(source_, first, children->items.front().at.line);
    for (std::size_t i = 0; i < children->items.size(); ++i) {
      const int begin = children->items[i].at.line;
      const int end = i + 1 < children->items.size() ? children->items[i + 1].at.line : last;
      cut(children->items[i], begin, end, head + own);
    }
  }

  yaml::Source source_;
  yaml::Value tree_;
  std::vector<Cut> cuts_;
};

struct Trial {
  Tally tally;
  std::string ignored;

  void run(const Subject& subject, bool hits_root, std::size_t at, std::mt19937_64& random) {
    const std::string& original = hits_root ? subject.root() : subject.group();
    const std::string text = random_change(original, at, random).applied_to(original);
    const Answer answer = hits_root ? subject.answer(text, subject.group()) : subject.answer(subject.root(), text);
    tally.add(answer);
    if (answer == Answer::silent) ignored += changed_line(original, text);
  }
};

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

// Indicators that use all of what the root shares, as one file.
std::string users_of(const Root& root, const std::vector<Cut>& cuts) {
  std::set<std::string> missing;
  for (const auto& [name, text] : root.shared()) missing.insert(name);
  std::string out = "code: all\ntitle: all\nchildren:\n";
  for (const Cut& cut : cuts) {
    const std::size_t before = missing.size();
    std::erase_if(missing, [&](const std::string& name) {
      return cut.text.find("lexicon: " + name) != std::string::npos || cut.text.find("words: " + name) != std::string::npos;
    });
    if (missing.size() != before) out += cut.text;
  }
  return out;
}

}  // namespace

TEST_CASE("one-character changes are refused, felt, told, or neutral") {
  print_heading();
  std::mt19937_64 random(20210601);
  for (const auto& [name, text] : {std::pair("everything once", rich), std::pair("scoring and tree", rich_scoring)}) {
    const Subject subject{std::string(text), ""};
    Trial trial;
    for (int i = 0; i < mutations; ++i) trial.run(subject, true, random() % text.size(), random);
    trial.tally.print(name);
    CHECK(trial.ignored == "");
    CHECK(trial.tally.of(Answer::refused) > mutations / 3);
    CHECK(trial.tally.of(Answer::felt) > mutations / 25);  // terse texts are mostly keys: what changes is refused
    CHECK(trial.tally.of(Answer::values) > 0);
    CHECK(trial.tally.all() == mutations);
  }
}

TEST_CASE("and so are those to the framework that ships") {
  const Framework shipped = Framework::load(std::string(RULESCORE_SOURCE_DIR) + "/indicators/demonstration-2021");
  const yaml::Sources& files = shipped.model().written->sources;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < files.size(); ++i) bytes += files[i].text().size();
  const Root root(std::string(files[0].text()));
  std::vector<Cut> all;
  std::vector<std::pair<std::string, std::vector<Cut>>> groups;
  for (std::size_t i = 1; i < files.size(); ++i) {
    groups.emplace_back(base_name(files[i].name()), Cutter(std::string(files[i].text())).cuts());
    all.insert(all.end(), groups.back().second.begin(), groups.back().second.end());
  }
  REQUIRE(all.size() == 100);

  // Each file has its share of the changes, each indicator its share of its file's.
  print_heading();
  std::mt19937_64 random(20210602);
  Tally total;
  std::string ignored;
  const auto share = [&](std::size_t size) { return 1 + static_cast<int>(size * (mutations + 200) / bytes); };
  const auto finish = [&](const Trial& trial, const std::string& name) {
    trial.tally.print(name);
    total.add(trial.tally);
    ignored += trial.ignored;
  };
  Trial of_root;
  const Subject whole(root.whole(), users_of(root, all));
  for (int i = share(files[0].text().size()); i > 0; --i) of_root.run(whole, true, random() % whole.root().size(), random);
  finish(of_root, base_name(files[0].name()));
  for (const auto& [name, cuts] : groups) {
    Trial trial;
    for (const Cut& cut : cuts) {
      const Subject subject(root.kept_for(cut.text), cut.head + cut.text);
      for (int i = share(cut.text.size()); i > 0; --i) trial.run(subject, false, random() % subject.group().size(), random);
    }
    finish(trial, name);
  }
  total.print("all");
  CHECK(ignored == "");
  CHECK(total.all() >= mutations);
  CHECK(total.of(Answer::refused) > 0);
  CHECK(total.of(Answer::felt) > mutations / 3);
}

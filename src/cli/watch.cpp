// rulescore watch: documents are read once and scored again on every save of the framework. What a save breaks is told as `check`
// tells it, and the scores stay as they were until it is mended. Tested by tests/cli/test_watch.py.
#include "cli/issues.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/watched.hpp"

#include <chrono>
#include <limits>
#include <sstream>

namespace rulescore::cli {
namespace {

using Clock = std::chrono::system_clock;
using std::chrono::milliseconds;

const char* const examples =
    R"(  rulescore watch seeds/ --framework my-framework/     save a file of my-framework, and see what moved
  rulescore watch many.jsonl --framework my-framework/ --facts figures.csv
)";

constexpr milliseconds half_saved(60);  // how long a file that makes no sense gets to be saved to its end
constexpr std::size_t shown = 8;        // of each kind of change: one screen in all

std::string in_words(Clock::duration time) {
  return std::to_string(std::chrono::duration_cast<milliseconds>(time).count()) + " ms";
}

std::string counted(std::size_t count, const char* noun) { return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s"); }

class Watch {
 public:
  Watch(const Command& command, Console& console, std::vector<Document> documents, Brought brought)
      : command_(command),
        console_(console),
        output_(command.output(), console),
        loader_(command.framework_path(), command.loading()),
        rescorer_(std::move(documents), command.evaluate_options().threads),
        brought_(std::move(brought)) {}

  // Until so many saves are answered, or the person has had enough.
  void run(std::uint64_t saves) {
    load();
    answer();
    while (answered_ < saves && watched_.wait()) {
      noticed_ = Clock::now();
      if (is_half_saved()) continue;
      ++answered_;
      answer();
    }
    output_.finish();
  }

 private:
  // Loads the framework; true when it makes no sense and is being saved again already.
  bool is_half_saved() {
    load();
    return !framework_ && watched_.wait(half_saved);
  }

  void load() {
    framework_.reset();
    watched_.look_at(loader_.files());
    try {
      framework_ = loader_.load();
    } catch (const FrameworkError& error) {
      problem_ = issues_text(error.issues()) + issues_count(error.issues());
    } catch (const IoError& error) {
      problem_ = std::string("rulescore: ") + error.what() + '\n';
    }
    watched_.add(loader_.files());
  }

  void answer() {
    if (!framework_)
      return output_.write(
          problem_ + (panel_ ? "The scores stay as they were until this is mended.\n\n" : "Waiting until this is mended.\n\n"));
    Panel panel(rescorer_.score(*framework_, ready(*framework_)));
    const std::string moved =
        panel_ ? comparison_brief(rulescore::compare(*panel_, panel), shown, command_.style(console_)) : overview(panel);
    panel_ = std::move(panel);
    output_.write(heading() + moved + '\n');
  }

  // Facts that the framework can't use are told once, not at every save.
  Elsewhere ready(const Framework& framework) {
    std::ostringstream said;
    Console aside{console_.out, said};
    int ignored = fine;
    Elsewhere elsewhere = made_ready(brought_, framework, aside, ignored);
    if (said.str() != complaints_) console_.err << said.str() << std::flush;
    complaints_ = said.str();
    return elsewhere;
  }

  std::string heading() const {
    const std::string all = counted(rescorer_.documents().size(), "document"), time = in_words(taken());
    if (answered_ == 0) return all + " matched in " + time + "\n";
    const std::string again = rescorer_.matched() == 0 ? "none of " + all + " matched again" : all + " matched again";
    return "save " + std::to_string(answered_) + " · " + time + " · " + again + "\n";
  }

  // Since the save; since it was noticed where the file system's clock is another.
  Clock::duration taken() const {
    const Clock::time_point now = Clock::now();
    const Clock::duration since_save = now - watched_.saved();
    const bool plausible = watched_.saved() <= noticed_ && noticed_ - watched_.saved() < std::chrono::seconds(2);
    return plausible ? since_save : now - noticed_;
  }

  std::string overview(const Panel& panel) const {
    constexpr std::size_t most = 20;
    const std::string files = counted(loader_.files().size(), "file") + " watched; Ctrl-C stops\n";
    return panel.rows() > most ? files : files + ranking_table(panel, ranking(panel), command_.style(console_));
  }

  const Command& command_;
  Console& console_;
  Output output_;
  FrameworkLoader loader_;
  Rescorer rescorer_;
  Brought brought_;
  Watched watched_;
  std::optional<Framework> framework_;  // as it was saved last; none when it makes no sense
  std::string problem_;                 // why not
  std::optional<Panel> panel_;          // under the last framework that made sense
  std::string complaints_;
  std::uint64_t answered_ = 0;
  Clock::time_point noticed_ = Clock::now();
};

}  // namespace

int watch(const Arguments& arguments, Console& console) {
  Command command("watch", "Scores documents, and again on every save of the framework: what moved, within a blink.",
                  {{"text"}, "text", "text"}, examples);
  std::string saves;
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--for", saves, "N", "stop after N saves (default: go on until Ctrl-C)");
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t wanted = saves.empty() ? most : parse_count("--for", saves, most);

  int code = fine;
  std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  if (documents.empty()) return code;
  Brought brought = command.brought(console, code);
  Watch(command, console, std::move(documents), std::move(brought)).run(wanted);
  return code;
}

}  // namespace rulescore::cli

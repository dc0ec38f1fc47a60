// rulescore text
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore text report.html                  what was read out of the page
  rulescore text report.docx | sed -n 1,20p
  rulescore text old.txt --encoding big5 -o report.txt
)";

}  // namespace

int text(const Arguments& arguments, Console& console) {
  Command command("text", "Prints the text that was read out of a document: begin and end of evidence are bytes of it.",
                  {{"text"}, "text", "text"}, examples);
  command.take_documents();
  if (const auto code = command.parse(arguments, console)) return *code;
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  if (documents.size() > 1) {
    throw UsageError("text prints one document, and there are " + std::to_string(documents.size()) + " in " +
                     listed(command.documents()));
  }
  Output output(command.output(), console);
  for (const Document& document : documents) output.write(document.text());
  output.finish();
  return code;
}

}  // namespace rulescore::cli

// Where a run speaks to, and the codes it ends with.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace rulescore::cli {

enum Code : int {
  fine = 0,
  findings = 1,  // an invalid framework, a failed example, a score under --fail-under
  usage = 2,
  unreadable = 3,  // something could not be read, or written; everything else was answered
};

struct Console {
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  // a person looks at `out`
  bool colour = false;
  int width = 0;  // of the terminal
};

using Arguments = std::vector<std::string>;  // after the verb

// One function a verb.
int score(const Arguments& arguments, Console& console);
int evidence(const Arguments& arguments, Console& console);
int quantities(const Arguments& arguments, Console& console);
int explain(const Arguments& arguments, Console& console);
int text(const Arguments& arguments, Console& console);
int gaps(const Arguments& arguments, Console& console);
int roadmap(const Arguments& arguments, Console& console);
int rank(const Arguments& arguments, Console& console);
int index(const Arguments& arguments, Console& console);
int sensitivity(const Arguments& arguments, Console& console);
int compare(const Arguments& arguments, Console& console);
int matrix(const Arguments& arguments, Console& console);
int crosswalk(const Arguments& arguments, Console& console);
int watch(const Arguments& arguments, Console& console);
int resolve(const Arguments& arguments, Console& console);
int check(const Arguments& arguments, Console& console);
int test(const Arguments& arguments, Console& console);

}  // namespace rulescore::cli

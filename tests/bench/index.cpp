// A composite index of very many units: min-max, then weighted means up three levels, as totals. Beside it, in the same run, what
// the machine can read, and the same arithmetic done pass by pass over whole matrices, as array libraries do.
//
//   bench_index [--units N] [--rounds N] [--floor RATIO] [--ceiling RATIO]
//
// Prints milliseconds of processor time (the best round of each), ours against both. With --floor, fails when pass by pass isn't
// that many times slower; with --ceiling, when ours takes more than that many times reading the figures once.
#include "clock.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace rs = rulescore;

namespace {

constexpr std::size_t leaves = 100, groups = 34, heads = 9;

struct Options {
  std::size_t units = 30'000;
  int rounds = 7;
  double floor = 0, ceiling = 0;
};

Options parse(int argc, char** argv) {
  Options o;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string key = argv[i], value = argv[i + 1];
    if (key == "--units")
      o.units = std::stoul(value);
    else if (key == "--rounds")
      o.rounds = std::stoi(value);
    else if (key == "--floor")
      o.floor = std::stod(value);
    else if (key == "--ceiling")
      o.ceiling = std::stod(value);
    else
      throw std::runtime_error("unknown option " + key);
  }
  return o;
}

std::size_t group_of(std::size_t leaf) { return leaf * groups / leaves; }
std::size_t head_of(std::size_t group) { return group * heads / groups; }
double weight_of(std::size_t i) { return 0.5 + 0.1 * static_cast<double>(i * 7 % 11); }

rs::Framework framework() {
  std::ostringstream out;
  out << "rulescore: 1\nid: bench\nversion: \"1\"\ntitle: t\nindex: {normalise: {min_max: [0, 100]}}\nchildren:\n";
  for (std::size_t h = 0, g = 0, l = 0; h < heads; ++h) {
    out << "- code: H" << h << "\n  title: t\n  weight: " << weight_of(h) << "\n  children:\n";
    for (; g < groups && head_of(g) == h; ++g) {
      out << "  - code: G" << g << "\n    title: t\n    weight: " << weight_of(g) << "\n    children:\n";
      for (; l < leaves && group_of(l) == g; ++l)
        out << "    - {code: L" << l << ", title: t, weight: " << weight_of(l)
            << ", data: {better: " << (l % 5 == 0 ? "lower" : "higher") << "}}\n";
    }
  }
  return rs::Framework::parse(out.str());
}

// units x leaves.
std::vector<double> figures(std::size_t units) {
  std::vector<double> x(units * leaves);
  std::uint64_t state = 88172645463325252ull;
  for (double& value : x) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    value = static_cast<double>(state >> 11) * 0x1p-53 * 1000;
  }
  return x;
}

rs::Table table_of(const std::vector<double>& x, std::size_t units) {
  rs::Table::Builder builder;
  for (std::size_t l = 0; l < leaves; ++l) {
    std::vector<double> column(units);
    for (std::size_t i = 0; i < units; ++i) column[i] = x[i * leaves + l];
    builder.figures("L" + std::to_string(l), column);
  }
  return builder.build();
}

// One pass a step over whole row-major matrices: signs, ends, scale, three products.
class PassByPass {
 public:
  PassByPass(const std::vector<double>& x, std::size_t units) : x_(x), units_(units) {
    one_.assign(leaves * groups, 0);
    two_.assign(groups * heads, 0);
    three_.assign(heads, 0);
    for (std::size_t l = 0; l < leaves; ++l) one_[l * groups + group_of(l)] = weight_of(l);
    for (std::size_t g = 0; g < groups; ++g) two_[g * heads + head_of(g)] = weight_of(g);
    for (std::size_t h = 0; h < heads; ++h) three_[h] = weight_of(h);
    scale(one_, leaves, groups);
    scale(two_, groups, heads);
    scale(three_, heads, 1);
  }

  std::vector<double> run() const {
    std::vector<double> y(x_.size()), low(leaves, 1e300), high(leaves, -1e300);
    for (std::size_t i = 0; i < x_.size(); ++i) y[i] = x_[i] * (i % leaves % 5 == 0 ? -1.0 : 1.0);
    for (std::size_t i = 0; i < units_; ++i)
      for (std::size_t l = 0; l < leaves; ++l) low[l] = std::min(low[l], y[i * leaves + l]);
    for (std::size_t i = 0; i < units_; ++i)
      for (std::size_t l = 0; l < leaves; ++l) high[l] = std::max(high[l], y[i * leaves + l]);
    std::vector<double> z(x_.size());
    for (std::size_t i = 0; i < units_; ++i)
      for (std::size_t l = 0; l < leaves; ++l) z[i * leaves + l] = (y[i * leaves + l] - low[l]) * (100 / (high[l] - low[l]));
    return product(product(product(z, one_, leaves, groups), two_, groups, heads), three_, heads, 1);
  }

 private:
  static void scale(std::vector<double>& w, std::size_t rows, std::size_t columns) {
    for (std::size_t c = 0; c < columns; ++c) {
      double sum = 0;
      for (std::size_t r = 0; r < rows; ++r) sum += w[r * columns + c];
      for (std::size_t r = 0; r < rows; ++r) w[r * columns + c] /= sum;
    }
  }
  std::vector<double> product(const std::vector<double>& a, const std::vector<double>& w, std::size_t inner,
                              std::size_t columns) const {
    std::vector<double> out(units_ * columns);
    for (std::size_t i = 0; i < units_; ++i)
      for (std::size_t k = 0; k < inner; ++k)
        for (std::size_t c = 0; c < columns; ++c) out[i * columns + c] += a[i * inner + k] * w[k * columns + c];
    return out;
  }

  const std::vector<double>& x_;
  std::size_t units_;
  std::vector<double> one_, two_, three_;
};

double read_all(const std::vector<double>& x) {
  double lanes[32] = {};
  for (std::size_t i = 0; i + 32 <= x.size(); i += 32)
    for (std::size_t k = 0; k < 32; ++k) lanes[k] += x[i + k];
  double sum = 0;
  for (const double lane : lanes) sum += lane;
  return sum;
}

int run(const Options& options) {
  const rs::Framework fw = framework();
  const std::vector<double> x = figures(options.units);
  const rs::Table table = table_of(x, options.units);
  rs::IndexOptions one_core;
  one_core.threads = 1;
  const PassByPass naive(x, options.units);
  std::vector<double> ours, theirs;
  double sink = 0, ours_s = 1e300, whole_s = 1e300, naive_s = 1e300, read_s = 1e300;
  for (int round = 0; round < options.rounds; ++round) {  // one after the other, so that all meet the same machine
    ours_s = std::min(ours_s, bench::best_seconds(3, [&] { ours = rs::index_totals(table, fw, one_core); }));
    whole_s = std::min(whole_s, bench::best_seconds(1, [&] { sink += rs::index(table, fw, one_core).values(0)[0]; }));
    naive_s = std::min(naive_s, bench::best_seconds(1, [&] { theirs = naive.run(); }));
    read_s = std::min(read_s, bench::best_seconds(3, [&] { sink += read_all(x); }));
  }
  double distance = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) distance = std::max(distance, std::abs(ours[i] - theirs[i]));
  const double bytes = static_cast<double>(x.size()) * sizeof(double);
  std::printf("%zu units x %zu indicators, one core (largest difference %.1e)\n", options.units, leaves, distance + sink * 0);
  std::printf("  reading the figures once   %8.2f ms  %.1f GB/s\n", read_s * 1e3, bytes / read_s * 1e-9);
  std::printf("  index_totals               %8.2f ms  %.2f times reading\n", ours_s * 1e3, ours_s / read_s);
  std::printf("  index, every node kept     %8.2f ms\n", whole_s * 1e3);
  std::printf("  pass by pass               %8.2f ms  %.1f times index_totals\n", naive_s * 1e3, naive_s / ours_s);
  if (!(distance < 1e-9)) return std::puts("the figures differ"), 1;
  if (options.floor > 0 && naive_s / ours_s < options.floor)
    return std::printf("expected at least %.1f times\n", options.floor), 1;
  if (options.ceiling > 0 && ours_s / read_s > options.ceiling)
    return std::printf("expected at most %.1f times reading\n", options.ceiling), 1;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_index: %s\n", error.what());
    return 2;
  }
}

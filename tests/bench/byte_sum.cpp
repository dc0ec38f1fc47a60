#include "byte_sum.hpp"

namespace bench {

std::uint64_t byte_sum(std::string_view bytes) {
  std::uint64_t total = 0;
  for (const char c : bytes) total += static_cast<unsigned char>(c);
  return total;
}

}  // namespace bench

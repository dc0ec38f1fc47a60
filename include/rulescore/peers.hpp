// What a panel of documents shows of every figure that a framework compares with others': the highest, the mean, the ranks, and
// what each jurisdiction showed the year before. Made from the evidence of all, by Engine::peers.
#pragma once

#include <rulescore/export.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace rulescore {

struct PeersImpl;

// An immutable value; copying it is a reference count. The order of the documents it was made from doesn't matter to a bit.
class RULESCORE_EXPORT Peers {
 public:
  Peers() noexcept = default;  // nobody

  std::size_t documents() const noexcept;  // it was made from

  // The same amounts as text, for a worker elsewhere. deserialise throws UsageError for anything else.
  std::string serialise() const;
  static Peers deserialise(std::string_view text);

  const PeersImpl* impl() const noexcept { return impl_.get(); }
  explicit Peers(std::shared_ptr<const PeersImpl> impl) noexcept : impl_(std::move(impl)) {}

 private:
  std::shared_ptr<const PeersImpl> impl_;
};

}  // namespace rulescore

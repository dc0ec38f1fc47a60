// The one way to make a Framework from a model, for the reader, for edits and for tests that build a tree by hand.
#pragma once

#include "framework/model.hpp"

#include <memory>
#include <utility>

namespace rulescore {

struct FrameworkAccess {
  static Framework make(std::shared_ptr<const FrameworkModel> model) noexcept { return Framework(std::move(model)); }
};

}  // namespace rulescore

// The views of an index, each as a sheet. One function a view; `argument` is what stands after the colon.
#pragma once

#include "render/views_sheet.hpp"

#include <rulescore/index.hpp>
#include <rulescore/views.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rulescore::render {

Sheet stats_sheet(const Index& index);
Sheet correlations_sheet(const Index& index, views::Correlation how);
Sheet matrix_sheet(const Index& index, views::Correlation how);
Sheet alpha_sheet(const Index& index);
Sheet components_sheet(const Index& index, std::size_t node);
Sheet availability_sheet(const Index& index);
Sheet unit_sheet(const Index& index, std::size_t row);
Sheet trends_sheet(const Index& index, std::size_t node);

// Figures as they were collected and treated: what was imputed is a gap again. Row-major, rows x indicators.
std::vector<double> collected(const Index& index);
// The values of some nodes side by side, row-major.
std::vector<double> side_by_side(const Index& index, std::span<const std::uint32_t> nodes);

}  // namespace rulescore::render

// Table of contents: one function a public header.
#include "bind.hpp"

PYBIND11_MODULE(_core, m) {
  m.doc() = "The raw engine. Use the package `rulescore`, which wraps it.";
  m.attr("__version__") = RULESCORE_VERSION;
  bind_error(m);
  bind_document(m);
  bind_framework(m);
  bind_scorecard(m);
  bind_elsewhere(m);
  bind_engine(m);
  bind_panel(m);
  bind_analysis(m);
  bind_index(m);
  bind_places(m);
  bind_decision(m);
  bind_uncertainty(m);
  bind_crosswalk(m);
  bind_roadmap(m);
  bind_views(m);
  bind_weighting(m);
  bind_cli(m);
}

// rulescore: from the sentence to the score to what to do next.
//
//   #include <rulescore/rulescore.hpp>
//   namespace rs = rulescore;
//
//   rs::Framework fw   = rs::Framework::load(rs::default_framework_path());  // YAML -> indicators
//   rs::Document  doc  = rs::Document::read("report.txt");                   // bytes -> sections, sentences, figures
//   rs::Engine    engine(fw);                                                // compiled once, shared by threads
//   rs::Scorecard card = engine.evaluate(doc);                               // evidence -> score, each point with its bytes
//   rs::Panel     panel({card});                                             // many cards -> gaps, ranking
//   for (const rs::Gap& gap : rs::gaps(panel)[0].gaps) …
//
// Read the headers in this order; each is a page.
#pragma once

#include <rulescore/error.hpp>
#include <rulescore/quantity.hpp>
#include <rulescore/document.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/edit.hpp>
#include <rulescore/evidence.hpp>
#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>
#include <rulescore/elsewhere.hpp>
#include <rulescore/peers.hpp>
#include <rulescore/scorecard.hpp>
#include <rulescore/engine.hpp>
#include <rulescore/check.hpp>
#include <rulescore/panel.hpp>
#include <rulescore/table.hpp>
#include <rulescore/index.hpp>
#include <rulescore/analysis.hpp>
#include <rulescore/uncertainty.hpp>
#include <rulescore/roadmap.hpp>
#include <rulescore/what_if.hpp>
#include <rulescore/compare.hpp>
#include <rulescore/crosswalk.hpp>
#include <rulescore/places.hpp>
#include <rulescore/decision.hpp>
#include <rulescore/weighting.hpp>
#include <rulescore/views.hpp>
#include <rulescore/render.hpp>
#include <rulescore/log.hpp>
#include <rulescore/version.hpp>

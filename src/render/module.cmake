rs_module(render
  SOURCES
    account.cpp
    closing.cpp
    compare_data.cpp
    compare_text.cpp
    compare_years.cpp
    escape.cpp
    evidence.cpp
    examples.cpp
    explain_json.cpp
    explain_text.cpp
    gaps_data.cpp
    gaps_text.cpp
    issues.cpp
    json.cpp
    names.cpp
    overview.cpp
    quantities.cpp
    ranking.cpp
    review.cpp
    scorecard_data.cpp
    scorecard_html.cpp
    scorecard_text.cpp
    table.cpp
    wording.cpp
  USES analysis engine
  PRIVATE nlohmann_json::nlohmann_json)

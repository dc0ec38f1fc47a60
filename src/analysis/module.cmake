rs_module(analysis
  SOURCES
    attainable.cpp
    compare.cpp
    compare_causes.cpp
    compare_pairs.cpp
    compare_steps.cpp
    crosswalk.cpp
    crosswalk_gains.cpp
    demand.cpp
    exemplar.cpp
    fixable_card.cpp
    frontier.cpp
    gap.cpp
    gap_kind.cpp
    linkage.cpp
    places.cpp
    quarter.cpp
    ranking.cpp
    ranks.cpp
    results.cpp
    roadmap.cpp
    selection.cpp
    target.cpp
    totals.cpp
    what_if.cpp
  USES base elsewhere score panel
  PRIVATE nlohmann_json::nlohmann_json)
target_link_libraries(rs_analysis PUBLIC Eigen3::Eigen)  # arrays of totals; public so that tests may look inside

rs_test(analysis
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/compare.cpp
    ${CMAKE_CURRENT_LIST_DIR}/crosswalk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/frontier.cpp
    ${CMAKE_CURRENT_LIST_DIR}/gap.cpp
    ${CMAKE_CURRENT_LIST_DIR}/gap_kind.cpp
    ${CMAKE_CURRENT_LIST_DIR}/places.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ranking.cpp
    ${CMAKE_CURRENT_LIST_DIR}/results.cpp
    ${CMAKE_CURRENT_LIST_DIR}/roadmap.cpp
    ${CMAKE_CURRENT_LIST_DIR}/uncertainty_index.cpp
    ${CMAKE_CURRENT_LIST_DIR}/uncertainty_ranks.cpp
    ${CMAKE_CURRENT_LIST_DIR}/uncertainty_sobol.cpp
    ${CMAKE_CURRENT_LIST_DIR}/uncertainty_swap.cpp
    ${CMAKE_CURRENT_LIST_DIR}/uncertainty_weights.cpp
    ${CMAKE_CURRENT_LIST_DIR}/what_if.cpp
    ${CMAKE_CURRENT_LIST_DIR}/years.cpp
  LINKS rs_analysis rs_engine)
rs_test(decision
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/decision_additive.cpp
    ${CMAKE_CURRENT_LIST_DIR}/decision_choquet.cpp
    ${CMAKE_CURRENT_LIST_DIR}/decision_distance.cpp
    ${CMAKE_CURRENT_LIST_DIR}/decision_ordered.cpp
    ${CMAKE_CURRENT_LIST_DIR}/decision_pairs.cpp
    ${CMAKE_CURRENT_LIST_DIR}/decision_rules.cpp
  LINKS rs_analysis)

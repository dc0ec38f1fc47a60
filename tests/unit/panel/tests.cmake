rs_test(panel
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/column.cpp
    ${CMAKE_CURRENT_LIST_DIR}/correlations.cpp
    ${CMAKE_CURRENT_LIST_DIR}/index.cpp
    ${CMAKE_CURRENT_LIST_DIR}/linear_programme.cpp
    ${CMAKE_CURRENT_LIST_DIR}/impute.cpp
    ${CMAKE_CURRENT_LIST_DIR}/normalise.cpp
    ${CMAKE_CURRENT_LIST_DIR}/panel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/quota.cpp
    ${CMAKE_CURRENT_LIST_DIR}/table.cpp
    ${CMAKE_CURRENT_LIST_DIR}/treat.cpp
    ${CMAKE_CURRENT_LIST_DIR}/weighting_correlations.cpp
    ${CMAKE_CURRENT_LIST_DIR}/weighting_doubt.cpp
    ${CMAKE_CURRENT_LIST_DIR}/weighting_figures.cpp
    ${CMAKE_CURRENT_LIST_DIR}/weighting_judgements.cpp
  LINKS rs_panel)

rs_test(views
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/columns.cpp
    ${CMAKE_CURRENT_LIST_DIR}/components.cpp
    ${CMAKE_CURRENT_LIST_DIR}/correlations.cpp
    ${CMAKE_CURRENT_LIST_DIR}/editions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/indices.cpp
    ${CMAKE_CURRENT_LIST_DIR}/trends.cpp
    ${CMAKE_CURRENT_LIST_DIR}/units.cpp
  LINKS rs_analysis)

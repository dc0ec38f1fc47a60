rs_test(render
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/analysis_test.cpp ${CMAKE_CURRENT_LIST_DIR}/closing_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/check_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/compare_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/crosswalk_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/escape_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/evidence_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/explain_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/places_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/roadmap_calendar_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/scorecard_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/table_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/views_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/what_if_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/years_test.cpp
  LINKS rs_render nlohmann_json::nlohmann_json)

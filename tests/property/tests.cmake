rs_test(property
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/crosswalk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/decision.cpp
    ${CMAKE_CURRENT_LIST_DIR}/gaps.cpp
    ${CMAKE_CURRENT_LIST_DIR}/index.cpp
    ${CMAKE_CURRENT_LIST_DIR}/roadmap.cpp
    ${CMAKE_CURRENT_LIST_DIR}/scores.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tree.cpp
    ${CMAKE_CURRENT_LIST_DIR}/what_if.cpp
    ${CMAKE_CURRENT_LIST_DIR}/years.cpp
  LINKS rs_analysis)
rs_test(same SOURCES ${CMAKE_CURRENT_LIST_DIR}/same.cpp ${CMAKE_CURRENT_LIST_DIR}/rewritten.cpp LINKS rulescore)

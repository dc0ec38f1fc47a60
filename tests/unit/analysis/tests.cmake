rs_test(analysis SOURCES ${CMAKE_CURRENT_LIST_DIR}/compare.cpp ${CMAKE_CURRENT_LIST_DIR}/crosswalk.cpp ${CMAKE_CURRENT_LIST_DIR}/gap.cpp ${CMAKE_CURRENT_LIST_DIR}/ranking.cpp ${CMAKE_CURRENT_LIST_DIR}/results.cpp ${CMAKE_CURRENT_LIST_DIR}/years.cpp
        ${CMAKE_CURRENT_LIST_DIR}/what_if.cpp
        LINKS rs_analysis rs_engine)

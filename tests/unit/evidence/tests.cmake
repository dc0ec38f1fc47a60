rs_test(evidence SOURCES ${CMAKE_CURRENT_LIST_DIR}/match.cpp ${CMAKE_CURRENT_LIST_DIR}/date.cpp ${CMAKE_CURRENT_LIST_DIR}/bind.cpp ${CMAKE_CURRENT_LIST_DIR}/status.cpp
        ${CMAKE_CURRENT_LIST_DIR}/naive.cpp ${CMAKE_CURRENT_LIST_DIR}/attribution.cpp ${CMAKE_CURRENT_LIST_DIR}/english.cpp
        ${CMAKE_CURRENT_LIST_DIR}/contradiction.cpp ${CMAKE_CURRENT_LIST_DIR}/restated.cpp LINKS rs_engine)

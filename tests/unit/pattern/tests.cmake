rs_test(pattern SOURCES ${CMAKE_CURRENT_LIST_DIR}/automaton.cpp ${CMAKE_CURRENT_LIST_DIR}/vocabulary.cpp LINKS rs_pattern)

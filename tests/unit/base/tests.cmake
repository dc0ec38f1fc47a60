rs_test(base SOURCES ${CMAKE_CURRENT_LIST_DIR}/text.cpp ${CMAKE_CURRENT_LIST_DIR}/error.cpp ${CMAKE_CURRENT_LIST_DIR}/log.cpp
  ${CMAKE_CURRENT_LIST_DIR}/parallel.cpp ${CMAKE_CURRENT_LIST_DIR}/random.cpp LINKS rs_base)

rs_test(base SOURCES ${CMAKE_CURRENT_LIST_DIR}/text.cpp ${CMAKE_CURRENT_LIST_DIR}/latin.cpp ${CMAKE_CURRENT_LIST_DIR}/fold.cpp ${CMAKE_CURRENT_LIST_DIR}/error.cpp ${CMAKE_CURRENT_LIST_DIR}/log.cpp
  ${CMAKE_CURRENT_LIST_DIR}/parallel.cpp ${CMAKE_CURRENT_LIST_DIR}/random.cpp LINKS rs_base)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME base_han_table COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/src/base/han.py --check)
set_tests_properties(base_han_table PROPERTIES SKIP_RETURN_CODE 77)

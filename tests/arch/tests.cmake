find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME arch COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/arrows.py ${PROJECT_SOURCE_DIR})
add_test(NAME codes COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/codes.py ${PROJECT_SOURCE_DIR})
include(${CMAKE_CURRENT_LIST_DIR}/headers.cmake)

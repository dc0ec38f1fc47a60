set(here ${CMAKE_CURRENT_LIST_DIR})
file(GLOB families CONFIGURE_DEPENDS ${here}/*.cpp)
rs_test(shapes SOURCES ${families} LINKS rs_engine rs_analysis)

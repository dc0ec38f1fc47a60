set(here ${CMAKE_CURRENT_LIST_DIR})
rs_test(elsewhere SOURCES ${here}/csv.cpp ${here}/facts.cpp ${here}/extracts.cpp LINKS rs_elsewhere)

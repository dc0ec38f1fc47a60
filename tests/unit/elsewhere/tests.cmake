set(here ${CMAKE_CURRENT_LIST_DIR})
rs_test(elsewhere
  SOURCES ${here}/attach.cpp ${here}/binding.cpp ${here}/csv.cpp ${here}/extracts.cpp ${here}/facts.cpp ${here}/leftovers.cpp
  LINKS rs_render)

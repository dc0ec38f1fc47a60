set(here ${CMAKE_CURRENT_LIST_DIR})
rs_test(elsewhere
  SOURCES ${here}/attach.cpp ${here}/binding.cpp ${here}/extracts.cpp ${here}/facts.cpp ${here}/leftovers.cpp
          ${here}/apply_reviews.cpp ${here}/intention.cpp ${here}/mutations.cpp ${here}/placing.cpp ${here}/plan_reader.cpp
          ${here}/review_reader.cpp
  LINKS rs_render nlohmann_json::nlohmann_json)

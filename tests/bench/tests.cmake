# Timing programs. Ratios taken in one run; absolute times mean nothing on a shared machine.
add_executable(bench_pipeline ${CMAKE_CURRENT_LIST_DIR}/pipeline.cpp ${CMAKE_CURRENT_LIST_DIR}/corpus.cpp
               ${CMAKE_CURRENT_LIST_DIR}/byte_sum.cpp)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/byte_sum.cpp PROPERTIES COMPILE_OPTIONS -O2)
target_link_libraries(bench_pipeline PRIVATE rulescore rs_flags)
target_compile_definitions(bench_pipeline PRIVATE RULESCORE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
set(rs_floor 0)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(rs_floor 0.006)  # well under what it reaches, for busy machines
endif()
add_test(NAME bench_pipeline COMMAND bench_pipeline --mebibytes 8 --rounds 5 --floor ${rs_floor})
set_tests_properties(bench_pipeline PROPERTIES RUN_SERIAL ON)

add_executable(bench_roadmaps ${CMAKE_CURRENT_LIST_DIR}/roadmaps.cpp ${CMAKE_CURRENT_LIST_DIR}/corpus.cpp)
target_link_libraries(bench_roadmaps PRIVATE rulescore rs_flags)
target_compile_definitions(bench_roadmaps PRIVATE RULESCORE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
set(rs_ceiling 0)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(rs_ceiling 60)  # several times what it takes, for busy machines
endif()
add_test(NAME bench_roadmaps COMMAND bench_roadmaps --jurisdictions 100 --rounds 2 --ceiling ${rs_ceiling})
set_tests_properties(bench_roadmaps PROPERTIES RUN_SERIAL ON)

add_executable(bench_monte_carlo ${CMAKE_CURRENT_LIST_DIR}/monte_carlo.cpp)
target_link_libraries(bench_monte_carlo PRIVATE rulescore rs_flags)
set(rs_floor 0)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(rs_floor 2)  # well under what it reaches, for busy machines
endif()
add_test(NAME bench_monte_carlo COMMAND bench_monte_carlo --rounds 5 --floor ${rs_floor})
set_tests_properties(bench_monte_carlo PROPERTIES RUN_SERIAL ON)

add_executable(bench_index ${CMAKE_CURRENT_LIST_DIR}/index.cpp)
target_link_libraries(bench_index PRIVATE rulescore rs_flags)
set(rs_times 0)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(rs_times 3)  # well under what it reaches, for busy machines
endif()
add_test(NAME bench_index COMMAND bench_index --rounds 3 --floor ${rs_times})
set_tests_properties(bench_index PROPERTIES RUN_SERIAL ON)
add_executable(bench_critic ${CMAKE_CURRENT_LIST_DIR}/critic.cpp)
target_link_libraries(bench_critic PRIVATE rulescore rs_flags)
set(rs_critic_floor 0)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(rs_critic_floor 8)  # well under what it reaches, for busy machines
endif()
add_test(NAME bench_critic COMMAND bench_critic --floor ${rs_critic_floor})
set_tests_properties(bench_critic PROPERTIES RUN_SERIAL ON)

# The real executable, driven by Python's own unittest; one CTest entry a file.
if(TARGET rulescore_cli)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  foreach(part usage results frameworks streams formats elsewhere)
    add_test(NAME cli_${part}
      COMMAND ${CMAKE_COMMAND} -E env RULESCORE_CLI=$<TARGET_FILE:rulescore_cli> RULESCORE_SOURCE=${PROJECT_SOURCE_DIR}
              PYTHONDONTWRITEBYTECODE=1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/test_${part}.py)
  endforeach()
endif()

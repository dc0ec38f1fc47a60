# The real executable, driven by Python's own unittest; one CTest entry a file.
if(TARGET rulescore_cli)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  foreach(part views usage results frameworks streams formats elsewhere compare crosswalk years index matrix roadmap watch what_if explained overlays sensitivity tutorial reference)
    add_test(NAME cli_${part}
      COMMAND ${CMAKE_COMMAND} -E env RULESCORE_CLI=$<TARGET_FILE:rulescore_cli> RULESCORE_SOURCE=${PROJECT_SOURCE_DIR}
              PYTHONDONTWRITEBYTECODE=1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/test_${part}.py)
  endforeach()
  # The schema's test takes a reader of YAML and one of JSON Schema: of this Python, or of Debian's own.
  foreach(python ${Python3_EXECUTABLE} /usr/bin/python3)
    execute_process(COMMAND ${python} -c "import jsonschema, yaml" RESULT_VARIABLE lacks OUTPUT_QUIET ERROR_QUIET)
    if(lacks EQUAL 0 AND NOT TEST cli_schema)
      add_test(NAME cli_schema
        COMMAND ${CMAKE_COMMAND} -E env RULESCORE_CLI=$<TARGET_FILE:rulescore_cli> RULESCORE_SOURCE=${PROJECT_SOURCE_DIR}
                PYTHONDONTWRITEBYTECODE=1 ${python} ${CMAKE_CURRENT_LIST_DIR}/test_schema.py)
    endif()
  endforeach()
  if(NOT TEST cli_schema)
    message(STATUS "no Python with jsonschema and yaml: the schema for editors isn't tested")
  endif()
endif()

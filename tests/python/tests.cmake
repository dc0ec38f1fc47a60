# The Python package: installed with pip into a clean virtual environment, then tested. Needs PyPI.
option(RULESCORE_PACKAGE_TESTS "test installing and the Python package" ON)
if(RULESCORE_PACKAGE_TESTS)
  add_test(NAME python COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/run.sh ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/python-test)
  set_tests_properties(python PROPERTIES TIMEOUT 1200 RUN_SERIAL ON)
endif()

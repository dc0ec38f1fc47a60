# A stranger's project against this build's install. Not under sanitizers: their runtimes don't travel.
option(RULESCORE_PACKAGE_TESTS "test installing and the Python package" ON)
if(RULESCORE_PACKAGE_TESTS)
  set(kind shared)
  if(NOT BUILD_SHARED_LIBS)
    set(kind static)
  endif()
  add_test(NAME install_${kind} COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/run.sh ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}
           ${PROJECT_BINARY_DIR}/install-test ${kind})
  set_tests_properties(install_${kind} PROPERTIES TIMEOUT 600)
endif()

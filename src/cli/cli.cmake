# The command line: a library over the public headers (Python offers it too), and the executable.
if(RULESCORE_CLI AND TARGET rulescore)
  find_package(CLI11 REQUIRED)
  set(RS_CLI_SOURCES
    check.cpp
    cli.cpp
    compare.cpp
    crosswalk.cpp
    evidence.cpp
    explain.cpp
    gaps.cpp
    index.cpp
    issues.cpp
    matrix.cpp
    options.cpp
    output.cpp
    rank.cpp
    resolve.cpp
    roadmap.cpp
    score.cpp
    sensitivity.cpp
    suggest.cpp
    text.cpp
    watch.cpp
    watched.cpp
  )
  list(TRANSFORM RS_CLI_SOURCES PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
  add_library(rs_cli STATIC ${RS_CLI_SOURCES})
  target_link_libraries(rs_cli PUBLIC rs_flags rulescore PRIVATE CLI11::CLI11)

  add_executable(rulescore_cli ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
  target_link_libraries(rulescore_cli PRIVATE rs_cli)
  # Found beside its library wherever the two are installed together.
  file(RELATIVE_PATH rs_bin_to_lib ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(rulescore_cli PROPERTIES OUTPUT_NAME rulescore INSTALL_RPATH "$ORIGIN/${rs_bin_to_lib}")
  install(TARGETS rulescore_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

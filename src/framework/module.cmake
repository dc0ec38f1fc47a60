pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
rs_module(framework
  SOURCES source.cpp shorthand.cpp yaml.cpp trees.cpp suggest.cpp context.cpp assemble.cpp outline.cpp overlay.cpp rule_removal.cpp emit.cpp resolve.cpp scalar.cpp words.cpp figure.cpp finish.cpp reader_rule.cpp reader_score.cpp
          reader_term.cpp reader_curve.cpp reader_metric.cpp reader_scorers.cpp reader_data.cpp
          reader_example.cpp reader_node.cpp reader_status.cpp reader_attribution.cpp reader_tree.cpp reader.cpp canonical.cpp lint.cpp lint_tree.cpp lint_rules.cpp lint_words.cpp file.cpp serial.cpp framework.cpp difference.cpp loader.cpp
          graft.cpp crosswalk.cpp crosswalk_reader.cpp
  USES base quantity pattern
  PRIVATE yaml-cpp::yaml-cpp PkgConfig::xxhash ${CMAKE_DL_LIBS})
target_compile_definitions(rs_framework PRIVATE
  RULESCORE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" RULESCORE_DATA_DIR="${CMAKE_INSTALL_FULL_DATADIR}/rulescore")

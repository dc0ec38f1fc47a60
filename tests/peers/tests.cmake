# Peers' own outputs, met file by file; see data/README.md. One source a line.
rs_test(peers
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/decision.cpp
    ${CMAKE_CURRENT_LIST_DIR}/golden.cpp
    ${CMAKE_CURRENT_LIST_DIR}/index.cpp
    ${CMAKE_CURRENT_LIST_DIR}/peers.cpp
    ${CMAKE_CURRENT_LIST_DIR}/prepare.cpp
    ${CMAKE_CURRENT_LIST_DIR}/views.cpp
    ${CMAKE_CURRENT_LIST_DIR}/weights.cpp
    ${CMAKE_CURRENT_LIST_DIR}/uncertainty.cpp
    ${CMAKE_CURRENT_LIST_DIR}/xccdf.cpp
  LINKS rulescore)

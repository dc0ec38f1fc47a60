rs_test(corpus
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/corpus.cpp ${CMAKE_CURRENT_LIST_DIR}/file.cpp ${CMAKE_CURRENT_LIST_DIR}/manifest.cpp
          ${CMAKE_CURRENT_LIST_DIR}/jsonl.cpp
  LINKS rs_corpus)

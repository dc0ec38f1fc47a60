rs_test(document
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/split.cpp ${CMAKE_CURRENT_LIST_DIR}/rejoin.cpp ${CMAKE_CURRENT_LIST_DIR}/flat_page.cpp ${CMAKE_CURRENT_LIST_DIR}/boilerplate.cpp ${CMAKE_CURRENT_LIST_DIR}/marks.cpp
          ${CMAKE_CURRENT_LIST_DIR}/headings.cpp ${CMAKE_CURRENT_LIST_DIR}/document.cpp ${CMAKE_CURRENT_LIST_DIR}/seeds.cpp
          ${CMAKE_CURRENT_LIST_DIR}/mutations.cpp ${CMAKE_CURRENT_LIST_DIR}/markdown.cpp ${CMAKE_CURRENT_LIST_DIR}/outline.cpp ${CMAKE_CURRENT_LIST_DIR}/english.cpp ${CMAKE_CURRENT_LIST_DIR}/period.cpp
  LINKS rs_document)

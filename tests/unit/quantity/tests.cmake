rs_test(quantity
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/numeral.cpp
    ${CMAKE_CURRENT_LIST_DIR}/unit.cpp
    ${CMAKE_CURRENT_LIST_DIR}/bound.cpp
    ${CMAKE_CURRENT_LIST_DIR}/change.cpp
    ${CMAKE_CURRENT_LIST_DIR}/look_alike.cpp
    ${CMAKE_CURRENT_LIST_DIR}/special.cpp
    ${CMAKE_CURRENT_LIST_DIR}/scan.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mutation.cpp
    ${CMAKE_CURRENT_LIST_DIR}/english.cpp
  LINKS rs_quantity)

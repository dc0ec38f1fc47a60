rs_test(format
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/encoding.cpp ${CMAKE_CURRENT_LIST_DIR}/charset.cpp ${CMAKE_CURRENT_LIST_DIR}/csv.cpp ${CMAKE_CURRENT_LIST_DIR}/sniff.cpp
          ${CMAKE_CURRENT_LIST_DIR}/format.cpp ${CMAKE_CURRENT_LIST_DIR}/html.cpp ${CMAKE_CURRENT_LIST_DIR}/process.cpp
          ${CMAKE_CURRENT_LIST_DIR}/pdf.cpp
  LINKS rs_format)
if(TARGET PkgConfig::libzip AND TARGET PkgConfig::pugixml)
  target_sources(test_format PRIVATE ${CMAKE_CURRENT_LIST_DIR}/docx.cpp)
  target_link_libraries(test_format PRIVATE PkgConfig::libzip)
else()
  target_sources(test_format PRIVATE ${CMAKE_CURRENT_LIST_DIR}/docx_without.cpp)
endif()

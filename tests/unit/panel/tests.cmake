rs_test(panel SOURCES ${CMAKE_CURRENT_LIST_DIR}/panel.cpp LINKS rs_panel)

rs_test(panel SOURCES ${CMAKE_CURRENT_LIST_DIR}/panel.cpp ${CMAKE_CURRENT_LIST_DIR}/quota.cpp LINKS rs_panel)

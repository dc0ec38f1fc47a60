rs_test(engine SOURCES ${CMAKE_CURRENT_LIST_DIR}/engine.cpp ${CMAKE_CURRENT_LIST_DIR}/examples.cpp ${CMAKE_CURRENT_LIST_DIR}/hostile.cpp
        ${CMAKE_CURRENT_LIST_DIR}/rescorer.cpp ${CMAKE_CURRENT_LIST_DIR}/check.cpp
        LINKS rs_engine rs_corpus)

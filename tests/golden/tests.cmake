# What a careful reader finds in real pages, kept as data; each test prints its figures and guards the level reached.
rs_test(golden_quantities SOURCES ${CMAKE_CURRENT_LIST_DIR}/quantities.cpp LINKS rs_quantity nlohmann_json::nlohmann_json)
rs_test(golden_evidence SOURCES ${CMAKE_CURRENT_LIST_DIR}/evidence.cpp LINKS rulescore nlohmann_json::nlohmann_json)
rs_test(golden_blind SOURCES ${CMAKE_CURRENT_LIST_DIR}/blind.cpp LINKS rulescore nlohmann_json::nlohmann_json)
if(TARGET PkgConfig::libzip AND TARGET PkgConfig::pugixml)
  rs_test(golden_formats SOURCES ${CMAKE_CURRENT_LIST_DIR}/formats.cpp LINKS rs_engine rs_corpus PkgConfig::libzip)
endif()
rs_test(golden_verdicts SOURCES ${CMAKE_CURRENT_LIST_DIR}/verdicts.cpp LINKS rulescore nlohmann_json::nlohmann_json)
rs_test(golden_english SOURCES ${CMAKE_CURRENT_LIST_DIR}/english.cpp LINKS rulescore nlohmann_json::nlohmann_json)

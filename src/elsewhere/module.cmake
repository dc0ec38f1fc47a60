rs_module(elsewhere
  SOURCES csv.cpp fact_fields.cpp fact_lines.cpp facts.cpp
  USES base quantity document framework corpus evidence
  PRIVATE LibCSV::LibCSV nlohmann_json::nlohmann_json)

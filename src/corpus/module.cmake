rs_module(corpus
  SOURCES corpus.cpp file.cpp json_line.cpp jsonl.cpp manifest.cpp
  USES base document framework format
  PRIVATE nlohmann_json::nlohmann_json PkgConfig::utf8proc)

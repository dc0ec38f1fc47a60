rs_module(elsewhere
  SOURCES apply_reviews.cpp attach.cpp binding.cpp elsewhere.cpp fact_fields.cpp fact_index.cpp fact_lines.cpp facts.cpp fingerprint.cpp intention.cpp
          leftovers.cpp placing.cpp plan_reader.cpp repeats.cpp review_reader.cpp review_writer.cpp suppose.cpp
  USES base quantity document framework format corpus evidence
  PRIVATE nlohmann_json::nlohmann_json)

rs_module(evidence
  SOURCES attribution.cpp year_words.cpp bind.cpp completeness.cpp contradiction.cpp date.cpp evidence_set.cpp extent.cpp listing.cpp match.cpp passage.cpp place.cpp program.cpp
    reading.cpp restated.cpp shares.cpp status.cpp sums.cpp
  USES base document framework pattern)

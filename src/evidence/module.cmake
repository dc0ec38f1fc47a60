rs_module(evidence
  SOURCES attribution.cpp bind.cpp evidence_set.cpp match.cpp place.cpp program.cpp reading.cpp status.cpp
  USES base document framework pattern)

rs_module(evidence
  SOURCES bind.cpp evidence_set.cpp match.cpp program.cpp reading.cpp status.cpp
  USES base document framework pattern)

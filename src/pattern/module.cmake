rs_module(pattern
  SOURCES automaton.cpp clause.cpp vocabulary.cpp
  USES base)

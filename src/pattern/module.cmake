rs_module(pattern SOURCES automaton.cpp clause.cpp USES base quantity)

rs_module(panel SOURCES panel.cpp USES base score)

rs_module(panel SOURCES panel.cpp quota.cpp USES base score)

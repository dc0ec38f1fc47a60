rs_module(document SOURCES document.cpp structure.cpp USES base quantity)

rs_module(quantity SOURCES scan.cpp numeral.cpp unit.cpp USES base)

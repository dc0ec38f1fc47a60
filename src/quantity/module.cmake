rs_module(quantity
  SOURCES trait.cpp numeral.cpp unit.cpp bound.cpp change.cpp look_alike.cpp special.cpp scan.cpp quantity.cpp
  USES base)

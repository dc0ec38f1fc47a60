rs_module(quantity
  SOURCES trait.cpp numeral.cpp unit.cpp bound.cpp change.cpp look_alike.cpp special.cpp scan.cpp quantity.cpp
          english.cpp english_number.cpp english_unit.cpp english_bound.cpp english_change.cpp english_look_alike.cpp
  USES base)

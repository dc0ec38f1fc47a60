rs_module(analysis
  SOURCES gap.cpp ranking.cpp target.cpp totals.cpp
  USES base score panel)

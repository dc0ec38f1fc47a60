rs_module(analysis
  SOURCES gap.cpp ranking.cpp target.cpp totals.cpp
  USES base score panel)
target_link_libraries(rs_analysis PUBLIC Eigen3::Eigen)  # arrays of totals; public so that tests may look inside

rs_module(panel
  SOURCES
    column.cpp
    panel.cpp
    quota.cpp
  USES base score
  PRIVATE Eigen3::Eigen)

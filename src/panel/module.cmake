rs_module(panel
  SOURCES
    column.cpp
    impute.cpp
    normalise.cpp
    panel.cpp
    quota.cpp
    treat.cpp
  USES base score
  PRIVATE Eigen3::Eigen)

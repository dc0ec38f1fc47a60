rs_module(panel
  SOURCES
    column.cpp
    correlations.cpp
    impute.cpp
    linear_programme.cpp
    normalise.cpp
    panel.cpp
    quota.cpp
    treat.cpp
    weighting/columns.cpp
    weighting/critic.cpp
    weighting/dispersion.cpp
    weighting/merec.cpp
  USES base score
  PRIVATE Eigen3::Eigen Clp::Clp)

rs_module(panel
  SOURCES
    add_up.cpp
    column.cpp
    correlations.cpp
    impute.cpp
    index.cpp
    index_columns.cpp
    index_weights.cpp
    kendall.cpp
    linear_programme.cpp
    normalise.cpp
    panel.cpp
    quota.cpp
    table.cpp
    table_csv.cpp
    treat.cpp
    weighting/columns.cpp
    weighting/critic.cpp
    weighting/dispersion.cpp
    weighting/merec.cpp
  USES base format corpus score
  PRIVATE Eigen3::Eigen Clp::Clp)

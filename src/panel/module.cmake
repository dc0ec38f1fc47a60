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
    weighting/ahp.cpp
    weighting/benefit_of_the_doubt.cpp
    weighting/best_worst.cpp
    weighting/by_name.cpp
    weighting/columns.cpp
    weighting/correlation_optimum.cpp
    weighting/critic.cpp
    weighting/dispersion.cpp
    weighting/given.cpp
    weighting/merec.cpp
  USES base format corpus score
    weighting/pca.cpp
  USES base framework score
  PRIVATE Eigen3::Eigen Clp::Clp)

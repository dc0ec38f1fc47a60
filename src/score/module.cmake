rs_module(score
  SOURCES aggregate.cpp applicability.cpp block.cpp combine.cpp group_reason.cpp reason.cpp score.cpp standing.cpp scorecard.cpp shapes.cpp veto.cpp warnings.cpp wording.cpp
  USES base framework evidence)

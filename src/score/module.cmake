rs_module(score
  SOURCES aggregate.cpp block.cpp reason.cpp score.cpp standing.cpp scorecard.cpp shapes.cpp warnings.cpp wording.cpp
  USES base framework evidence)

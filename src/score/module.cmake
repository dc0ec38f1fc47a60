rs_module(score
  SOURCES aggregate.cpp applicability.cpp block.cpp combine.cpp earn.cpp earned_words.cpp group_reason.cpp metric.cpp peers.cpp peer_scores.cpp reason.cpp score.cpp standing.cpp scorecard.cpp shapes.cpp veto.cpp warnings.cpp wording.cpp
  USES base framework evidence)

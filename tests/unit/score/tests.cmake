set(here ${CMAKE_CURRENT_LIST_DIR})
rs_test(score
  SOURCES ${here}/aggregate.cpp ${here}/combine.cpp ${here}/block.cpp ${here}/evidence_set.cpp ${here}/metric.cpp ${here}/terms_said.cpp ${here}/reason.cpp ${here}/applicability.cpp ${here}/veto.cpp ${here}/group_reason.cpp
    ${here}/score.cpp ${here}/shapes.cpp ${here}/standing.cpp ${here}/warnings.cpp
  LINKS rs_engine)

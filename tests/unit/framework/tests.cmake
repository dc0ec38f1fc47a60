set(here ${CMAKE_CURRENT_LIST_DIR})
rs_test(framework
  SOURCES ${here}/texts.cpp ${here}/yaml.cpp ${here}/limits.cpp ${here}/malformed.cpp ${here}/messages.cpp ${here}/scalar.cpp ${here}/words.cpp
          ${here}/rule.cpp ${here}/score.cpp ${here}/example.cpp ${here}/reader.cpp ${here}/suggest.cpp ${here}/canonical.cpp ${here}/difference.cpp ${here}/loader.cpp ${here}/shorthand.cpp ${here}/node.cpp
          ${here}/framework.cpp ${here}/overlay.cpp ${here}/resolve.cpp ${here}/crosswalk.cpp ${here}/fuzz.cpp ${here}/lint.cpp
  LINKS rs_framework)
rs_test(mutations SOURCES ${here}/texts.cpp ${here}/neutral.cpp ${here}/mutation.cpp ${here}/mutations.cpp LINKS rs_framework)

rs_module(framework
  SOURCES source.cpp yaml.cpp
  USES base quantity pattern
  PRIVATE yaml-cpp::yaml-cpp)

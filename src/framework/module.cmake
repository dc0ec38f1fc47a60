rs_module(framework SOURCES yaml.cpp USES base pattern quantity)

rs_module(base SOURCES text.cpp error.cpp PRIVATE PkgConfig::utf8proc)

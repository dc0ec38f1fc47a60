rs_module(base SOURCES text.cpp error.cpp parallel.cpp random.cpp log.cpp PRIVATE PkgConfig::utf8proc spdlog::spdlog Threads::Threads)

rs_module(base SOURCES text.cpp latin.cpp fold.cpp error.cpp log.cpp number.cpp random.cpp elementary.cpp parallel.cpp PRIVATE PkgConfig::utf8proc spdlog::spdlog Threads::Threads)

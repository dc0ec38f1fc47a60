// The seam between Catch2 2 (Debian 12) and 3: tests include this, and use TEST_CASE, SECTION, CHECK, REQUIRE, CHECK_THROWS_AS.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

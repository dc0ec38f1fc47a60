#!/bin/sh
# Installs a build into an empty prefix and builds a stranger's project against it: find_package, pkg-config, and the installed
# command line. Usage: run.sh SOURCE BUILD SCRATCH [static]
set -eu
source=$1 build=$2 scratch=$3 kind=${4:-shared}
rm -rf "$scratch"
prefix=$scratch/prefix
cmake --install "$build" --prefix "$prefix" >/dev/null
seed=$(ls "$source"/seeds/001_*.txt)
unset RULESCORE_FRAMEWORK || true

# Runs a stranger's program. The shared library must find what was installed with it, not what lies in the source tree; a static one
# looks where it was configured to be installed.
use() {
  said=$("$@" "$seed") || { echo "$said"; exit 1; }
  echo "$said"
  [ "$kind" = static ] || case "$said" in *"framework $prefix/"*) ;; *) echo "not the installed framework"; exit 1 ;; esac
}

echo "== find_package ($kind)"
cmake -S "$source/tests/install/stranger" -B "$scratch/stranger" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$scratch/stranger" >/dev/null
use "$scratch/stranger/stranger"

echo "== pkg-config ($kind)"
libdir=$(dirname "$(find "$prefix" -name rulescore.pc)")
PKG_CONFIG_PATH=$libdir
export PKG_CONFIG_PATH
static=""
[ "$kind" = static ] && static=--static
# shellcheck disable=SC2046 # flags are words
c++ -std=c++20 "$source/tests/install/stranger/main.cpp" -o "$scratch/with-pkg-config" $(pkg-config --cflags --libs $static rulescore)
use env LD_LIBRARY_PATH="$(dirname "$libdir")" "$scratch/with-pkg-config"

echo "== installed command line ($kind)"
"$prefix/bin/rulescore" score "$seed" --format csv >"$scratch/scores.csv"
head -n 2 "$scratch/scores.csv"
echo "== public headers name no private library"
if grep -rnE '#include *<(yaml-cpp|Eigen|spdlog|fmt|nlohmann|CLI)' "$prefix/include/rulescore"; then exit 1; fi
if [ "$kind" = shared ]; then
  echo "== what the library shows is rulescore's own"
  # typeinfo and inline instantiations of std aside
  foreign=$(nm -D --defined-only -C "$(find "$prefix" -name 'librulescore.so' | head -n 1)" | awk '$2 ~ /[TVDB]/' | grep -vE 'rulescore::|std::|__gnu_cxx|^$' || true)
  [ -z "$foreign" ] || { echo "$foreign"; exit 1; }
fi
echo "installed and used"

# Sourced by seeds/score and tests/run: installs what is missing on a Debian system. Sets nothing but what it installs.
# Usage: need PROGRAM-OR-FILE PACKAGE, …, then install_needed.

needed=""

# need TEST PACKAGES: TEST is a command to find, or a file (or pattern) that must exist.
need() {
  case "$1" in
    /*) for f in $1; do [ -e "$f" ] && return 0; done ;;
    *) command -v "$1" >/dev/null 2>&1 && return 0 ;;
  esac
  needed="$needed $2"
}

install_needed() {
  [ -n "$needed" ] || return 0
  command -v apt-get >/dev/null 2>&1 || {
    echo "missing:$needed; this is not a Debian system, so install their equivalents and run again" >&2
    exit 1
  }
  as_root=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "missing:$needed; install them as root, or install sudo" >&2; exit 1; }
    as_root="sudo"
  fi
  echo "installing:$needed" >&2
  $as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends $needed" \
    >"${TMPDIR:-/tmp}/rulescore-apt.log" 2>&1 || { tail -n 20 "${TMPDIR:-/tmp}/rulescore-apt.log" >&2; exit 1; }
}

need_build() {
  need c++ g++
  need cmake cmake
  need ninja ninja-build
  need pkg-config pkg-config
  need "/usr/include/yaml-cpp/yaml.h" libyaml-cpp-dev
  need "/usr/include/spdlog/spdlog.h" libspdlog-dev
  need "/usr/include/eigen3/Eigen/Core" libeigen3-dev
  need "/usr/include/CLI/CLI.hpp" libcli11-dev
  need "/usr/include/nlohmann/json.hpp" nlohmann-json3-dev
  need "/usr/include/utf8proc.h" libutf8proc-dev
  need "/usr/include/xxhash.h" libxxhash-dev
  need "/usr/include/md4c.h" libmd4c-dev
  need "/usr/include/libical/ical.h" libical-dev
  need "/usr/include/xlsxwriter.h" libxlsxwriter-dev
  need "/usr/include/libxml2/libxml/HTMLparser.h" libxml2-dev
  need "/usr/include/zip.h" libzip-dev
  need "/usr/include/pugixml.hpp" libpugixml-dev
  need "/usr/include/csv.h" libcsv-dev
  need "/usr/include/coin/Clp_C_Interface.h" coinor-libclp-dev
}

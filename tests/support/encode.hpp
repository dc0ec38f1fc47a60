// UTF-8 in other encodings, by the system's iconv: the way back from what the code under test does.
#pragma once

#include <iconv.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace rulescore::test {

inline std::string encode(std::string_view utf8, const char* encoding) {
  const iconv_t handle = ::iconv_open(encoding, "UTF-8");
  if (handle == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error(encoding);
  std::string in(utf8), out(utf8.size() * 3 + 16, '\0');
  char *from = in.data(), *to = out.data();
  std::size_t left = in.size(), room = out.size();
  const std::size_t result = ::iconv(handle, &from, &left, &to, &room);
  ::iconv(handle, nullptr, nullptr, &to, &room);
  ::iconv_close(handle);
  if (result == static_cast<std::size_t>(-1)) throw std::runtime_error("no " + std::string(encoding) + " for " + in);
  out.resize(out.size() - room);
  return out;
}

}  // namespace rulescore::test

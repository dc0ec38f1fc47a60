// glibc's iconv knows the encodings; what it doesn't know is where to stop: here, at the first byte that makes no sense.
// Outside face: convert.hpp. Tested by tests/unit/format/charset.cpp.
#include "format/convert.hpp"

#include <rulescore/error.hpp>

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace rulescore {
namespace {

const char* iconv_name(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::gb18030:
      return "GB18030";
    case Encoding::big5:
      return "BIG5-HKSCS";  // what browsers mean by Big5
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
  }
  return "";
}

class Converter {
 public:
  explicit Converter(Encoding from) : handle_(::iconv_open("UTF-8", iconv_name(from))) {
    if (handle_ == reinterpret_cast<iconv_t>(-1))
      throw DocumentError("is " + std::string(name_of(from)) + ", which this system's iconv doesn't know; convert it to UTF-8");
  }
  ~Converter() { ::iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  Converted run(std::string_view bytes) {
    Converted out;
    char* in = const_cast<char*>(bytes.data());  // as iconv's old face wants it; it doesn't write
    std::size_t left = bytes.size(), done = 0;
    out.text.resize(bytes.size() + bytes.size() / 2 + 16);
    bool flushing = left == 0;
    while (true) {
      char* to = out.text.data() + done;
      std::size_t room = out.text.size() - done;
      const std::size_t result = ::iconv(handle_, flushing ? nullptr : &in, flushing ? nullptr : &left, &to, &room);
      const int error = errno;
      done = out.text.size() - room;
      if (result != static_cast<std::size_t>(-1)) {
        if (flushing) break;
        flushing = true;  // Big5 may hold back a letter that an accent could follow
      } else if (error == E2BIG) {
        out.text.resize(out.text.size() * 2);
      } else {
        out.sound = false;
        out.bad_at = bytes.size() - left;
        out.cut_off = error == EINVAL;
        break;
      }
    }
    out.text.resize(done);
    return out;
  }

 private:
  iconv_t handle_;
};

unsigned byte_at(std::string_view s, std::size_t i) noexcept { return static_cast<unsigned char>(s[i]); }

// Bytes of the well-formed character at `i`; 0 when there is none (Unicode 15, table 3-7).
std::size_t character_at(std::string_view s, std::size_t i) noexcept {
  const unsigned lead = byte_at(s, i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || s.size() - i < length) return 0;
  const unsigned second = byte_at(s, i + 1);
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t k = 2; k < length; ++k) {
    if ((byte_at(s, i + k) & 0xC0u) != 0x80u) return 0;
  }
  return length;
}

}  // namespace

Converted convert(std::string_view bytes, Encoding from) {
  Converted out = Converter(from).run(bytes);
  // 0xA3A0 is a wide blank on Chinese pages, and in browsers; the standard leaves it a private character.
  constexpr std::string_view reserved = "\xEE\x97\xA5", wide_blank = "\u3000";
  if (from != Encoding::gb18030) return out;
  for (auto at = out.text.find(reserved); at != out.text.npos; at = out.text.find(reserved, at)) {
    out.text.replace(at, reserved.size(), wide_blank);
  }
  return out;
}

Converted check_utf8(std::string_view s) noexcept {
  Converted out;
  std::size_t i = 0;
  while (i < s.size()) {
    // Chinese characters of three bytes, nearly all of such a text
    while (i + 2 < s.size() && byte_at(s, i) - 0xE4u <= 5u && ((byte_at(s, i + 1) ^ 0x80u) | (byte_at(s, i + 2) ^ 0x80u)) < 0x40u)
      i += 3;
    if (i == s.size()) break;
    const std::size_t length = character_at(s, i);
    if (length == 0) {
      const std::string_view rest = s.substr(i);
      const std::size_t needed = byte_at(s, i) >= 0xF0 ? 4 : byte_at(s, i) >= 0xE0 ? 3 : 2;
      const bool begun = byte_at(s, i) >= 0xC2 && byte_at(s, i) <= 0xF4 && rest.size() < needed;
      out.sound = false;
      out.bad_at = i;
      out.cut_off = begun && std::all_of(rest.begin() + 1, rest.end(),
                                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; });
      return out;
    }
    i += length;
  }
  return out;
}

}  // namespace rulescore

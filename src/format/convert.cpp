// glibc's iconv knows the encodings; what it doesn't know is where to stop: here, at the first byte that makes no sense.
// Outside face: convert.hpp. Tested by tests/unit/format/charset.cpp.
#include "format/convert.hpp"

#include <rulescore/error.hpp>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
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

// Whether a character begins here that lacks only its last bytes.
bool begins_character(std::string_view rest) noexcept {
  const unsigned lead = byte_at(rest, 0);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; };
  return lead >= 0xC2 && lead <= 0xF4 && rest.size() < length && std::all_of(rest.begin() + 1, rest.end(), continues);
}

// Twelve bytes at once: four characters with the leads E4 to EB, which nearly all Chinese characters have. Every lead must be
// 1110xxxx with one of the bits 8 and 4, every other byte 10xxxxxx.
bool are_four_han(const char* bytes) noexcept {
  using Eight = std::array<unsigned char, 8>;
  using Four = std::array<unsigned char, 4>;
  constexpr auto mask = std::bit_cast<std::uint64_t>(Eight{0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0});
  constexpr auto form = std::bit_cast<std::uint64_t>(Eight{0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80});
  constexpr auto bit = std::bit_cast<std::uint64_t>(Eight{8, 0, 0, 8, 0, 0, 8, 0});
  constexpr auto mask_4 = std::bit_cast<std::uint32_t>(Four{0xC0, 0xF0, 0xC0, 0xC0});
  constexpr auto form_4 = std::bit_cast<std::uint32_t>(Four{0x80, 0xE0, 0x80, 0x80});
  constexpr auto bit_4 = std::bit_cast<std::uint32_t>(Four{0, 8, 0, 0});
  std::uint64_t a;
  std::uint32_t b;
  std::memcpy(&a, bytes, sizeof a);
  std::memcpy(&b, bytes + sizeof a, sizeof b);
  const bool formed = ((a & mask) ^ form) == 0 && ((b & mask_4) ^ form_4) == 0;
  return formed && ((a ^ (a << 1)) & bit) == bit && ((b ^ (b << 1)) & bit_4) == bit_4;
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
  std::size_t i = 0;
  while (true) {
    while (i + 12 <= s.size() && are_four_han(s.data() + i)) i += 12;
    if (i == s.size()) return {};
    const std::size_t length = character_at(s, i);
    if (length == 0) return {{}, false, i, begins_character(s.substr(i))};
    i += length;
  }
}

}  // namespace rulescore

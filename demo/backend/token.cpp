#include "token.hpp"

#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <stdexcept>
#include <sys/random.h>

namespace afterword::demo {

namespace {

template <std::size_t size> std::string hexadecimal(const std::array<unsigned char, size> &bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) {
    out.push_back(digits[byte >> 4]);
    out.push_back(digits[byte & 0xF]);
  }
  return out;
}

} // namespace

std::string random_token() {
  std::array<unsigned char, 24> bytes{};
  // Up to 256 bytes come whole or not at all: https://man7.org/linux/man-pages/man2/getrandom.2.html
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the operating system gives no random bytes");
  return hexadecimal(bytes);
}

std::string sha256(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data());
  return hexadecimal(digest);
}

std::string sign(std::string_view secret, std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
           reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data(),
           nullptr) == nullptr)
    throw std::runtime_error("OpenSSL cannot sign");
  return hexadecimal(digest);
}

bool is_same_secret(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace afterword::demo

/// @file Stand-ins for the functions of the C library by which the JSON library turns digits into numbers.
/// The core keeps numbers as the digits that were written, so their values are never looked at; the real
/// functions would bring 128-bit arithmetic along, 7 kB of it.

extern "C" {

double __wrap_strtod(const char *, char **) {
  return 0;
}
unsigned long long __wrap_strtoull(const char *, char **, int) {
  return 0;
}
long long __wrap_strtoll(const char *, char **, int) {
  return 0;
}

} // extern "C"

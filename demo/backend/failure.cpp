#include "failure.hpp"

#include "error.hpp"

#include <iostream>
#include <soci/sqlite3/soci-sqlite3.h>

namespace afterword::demo {

namespace {

/// Whether the database may work again in a moment, or when the operator has made room.
/// @see https://www.sqlite.org/rescode.html
bool is_passing(const soci::sqlite3_soci_error &error) {
  switch (error.result() & 0xFF) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
  case SQLITE_READONLY:
  case SQLITE_IOERR:
  case SQLITE_FULL:
  case SQLITE_CANTOPEN:
    return true;
  default:
    return false;
  }
}

void tell_operator(const std::exception &error) {
  std::cerr << "afterword-demo: a request failed: " + std::string(error.what()) + "\n";
}

} // namespace

Response answer_failure(const std::exception_ptr &failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error &error) {
    return answer(error);
  } catch (const soci::sqlite3_soci_error &error) {
    tell_operator(error);
    if (is_passing(error))
      return answer(
          Error(Code::unavailable, "The comments cannot be reached just now. Please try again in a moment."));
  } catch (const std::exception &error) {
    tell_operator(error);
  }
  return answer(Error(Code::internal, "Something went wrong on the server."));
}

} // namespace afterword::demo

#pragma once
/// @file A comment away from its page, among the latest of a site.

#include "afterword/html/url.hpp"
#include "afterword/model/comment.hpp"

#include <optional>
#include <string>

namespace afterword {

/// One of the latest comments of a site, and the page that it is on.
struct RecentComment {
  Comment comment{};
  std::string title{};              ///< of the page, plain text; empty: unknown
  std::optional<html::Url> address; ///< of the page, without a fragment; may be relative
};

} // namespace afterword

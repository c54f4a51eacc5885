#pragma once
/// @file Who may change a comment afterwards: its author, for a while.

#include "clock.hpp"
#include "comments.hpp"
#include "exchange.hpp"

#include <optional>
#include <soci/soci.h>
#include <string>

namespace afterword::demo {

/// What the author of a comment is given, and nobody else.
struct Permit {
  std::string token; ///< proves who it is
  Seconds until = 0; ///< when it ends
};

/// Gives permits, and looks at those that come back. They follow from a secret of the server's, so that
/// nothing of them is kept, and the same comment always has the same.
class Editing {
public:
  /// @param window how long a comment can be changed; 0: not at all
  Editing(std::string secret, Seconds window);

  /// The permit for `comment`; none when its time is over, or it is deleted.
  [[nodiscard]] std::optional<Permit> permit(const StoredComment &comment, Seconds now) const;

  /// Lets a request pass that brings the permit for `comment`, as a bearer token
  /// (https://www.rfc-editor.org/rfc/rfc6750#section-2.1).
  /// @throws Error not_yours or expired
  void require(const StoredComment &comment, const Request &request, Seconds now) const;

private:
  [[nodiscard]] std::string token(const StoredComment &comment) const;
  std::string secret_;
  Seconds window_;
};

/// The secret of this database's permits; made when there is none yet.
std::string editing_secret(soci::session &session);

} // namespace afterword::demo

#pragma once
/// @file Pending: what was asked of the backend, and is not answered yet.

#include "afterword/text/named.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>

namespace afterword {

/// An operation that was begun and not yet answered.
struct Pending {
  enum class Kind : std::uint8_t {
    list,
    more,
    create,
    subscribe,
    followers,
    account,
    edit, // from here on what no reader asks
    remove,
    preview,
    like, // and here in the order of the votes' operations
    dislike,
    clear,
    report,
    updates,
    sorted, ///< the list, in another order
  };
  Kind kind = Kind::list;
  std::size_t id = 0;             ///< of the request that is on its way
  std::string key{};              ///< of `create`: the key of what is on its way
  std::string form{};             ///< of `preview`: region of the form that asked
  std::string comment{};          ///< id of the comment that it is about; of `more`: that it shall reach, or
                                  ///< none; of `preview`: what it shows
  std::size_t way = 0;            ///< which of the recipe's ways to create
  bool renewed = false;           ///< what is needed first was fetched anew for it
  bool is_need = false;           ///< the request is for what is needed first,
  std::list<text::Named> needs{}; ///< and these are what is there of it

  /// Whether it asks for a page of the list.
  [[nodiscard]] bool is_list() const noexcept {
    return kind == Kind::list || kind == Kind::more || kind == Kind::sorted;
  }
};

} // namespace afterword

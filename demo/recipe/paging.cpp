#include "paging.hpp"

#include "names.hpp"
#include "printable.hpp"

namespace afterword::recipe {

namespace {

void check_pages(const Spot &list) {
  const Value &reply = *list.value.member("reply");
  const bool has_next = reply.member("next") != nullptr || reply.member("by") != nullptr;
  for (const char *name : {"more", "through"})
    if (const Value *template_ = list.value.member(name); template_ != nullptr && !has_next)
      list.member(*template_).warning("is never asked for: the reply has neither \"next\" nor \"by\"");
  const char *next = list.value.member("more") != nullptr ? "more" : "url";
  if (has_next && !says_name(list, {next, "body", "headers"}, "cursor"))
    list.mistake(
        "no page but the first would be asked for: {cursor} stands neither in \"more\" nor in \"url\" or "
        "\"body\"");
  if (const Value *through = list.value.member("through"))
    for (const char *name : {"cursor", "id"})
      if (!says_name(list, {"through", "body", "headers"}, name))
        list.member(*through).mistake("says no way to a comment: {" + std::string(name) +
                                      "} does not stand here");
}

/// That whatever is asked for comes in the order that was chosen.
void check_sorts(const Spot &list) {
  if (list.value.member("sorts") == nullptr || says_name(list, {"body", "headers"}, "sort"))
    return;
  for (const char *name : {"url", "more", "through"})
    if (const Value *template_ = list.value.member(name);
        template_ != nullptr && !says_name(list, {name}, "sort"))
      list.member(*template_).mistake("every order would be the same: {sort} does not stand here");
}

/// That where updates begin is told, and asked for.
void check_updates(const Spot &recipe, const Spot &list) {
  const Value *updates = recipe.value.member("updates");
  const Value *begins = list.value.member("reply")->member("cursor");
  const Value *reply = updates != nullptr ? updates->member("reply") : nullptr;
  const bool is_told = begins != nullptr || (reply != nullptr && reply->member("cursor") != nullptr);
  const bool is_asked = updates != nullptr &&
                        says_name(recipe.member(*updates), {"url", "stream", "body", "headers"}, "cursor");
  if (is_asked && begins == nullptr)
    recipe.member(*updates).mistake(
        "nothing says where it begins: {cursor} is what stands at \"cursor\" in the reply of \"list\"");
  else if (is_told && !is_asked)
    list.report.warning(list.value.start, list.pointer,
                        "a cursor of updates is read for nothing: no {cursor} stands in \"updates\"");
}

} // namespace

void check_paging(const Spot &recipe) {
  const Value *found = recipe.value.member("list");
  if (found == nullptr)
    return;
  const Spot list = recipe.member(*found);
  check_pages(list);
  check_sorts(list);
  check_updates(recipe, list);
  const Value *recent = recipe.value.member("recent");
  if (recent != nullptr && recipe.value.member("comment")->member("address") == nullptr)
    recipe.member(*recent).warning(
        "nothing leads to the comments: \"comment\" does not say where the \"address\" of a page stands");
}

} // namespace afterword::recipe

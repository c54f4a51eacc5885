#include "afterword/model/thread.hpp"

#include "catch.hpp"

#include <list>
#include <string>
#include <utility>
#include <vector>

using namespace afterword;

namespace {

Comment comment(std::string id, std::string parent = {}) {
  Comment made;
  made.id = std::move(id);
  made.parent = std::move(parent);
  return made;
}

/// The ids in reading order, each with its depth.
std::string shape(const Thread &thread) {
  std::string out;
  for (const Thread::Index root : thread.roots())
    for (Thread::Index i = root; i != Thread::none; i = thread.next(i, root))
      out += thread[i].id + std::to_string(thread.depth(i)) + " ";
  return out;
}

} // namespace

TEST_CASE("replies stand under what they answer, whatever order they come in") {
  Thread thread;
  CHECK(thread.add({comment("b", "a"), comment("a"), comment("c"), comment("d", "b")}).size() == 2);
  CHECK(shape(thread) == "a0 b1 d2 c0 ");
  CHECK(thread.add({comment("e", "a"), comment("f", "e"), comment("a"), comment("")}).size() == 1);
  CHECK(shape(thread) == "a0 b1 d2 e1 f2 c0 ");
  CHECK(thread.size() == 6);
}

TEST_CASE("an unknown parent, oneself or a circle hides nobody") {
  Thread thread;
  thread.add(
      {comment("a", "zz"), comment("b", "b"), comment("c", "e"), comment("d", "c"), comment("e", "d")});
  CHECK(thread.size() == 5);
  std::string all = shape(thread);
  for (const char *id : {"a", "b", "c", "d", "e"})
    CHECK(all.find(id) != std::string::npos);
}

TEST_CASE("one comment more, and one less") {
  Thread thread;
  thread.add({comment("a"), comment("b", "a"), comment("c", "a"), comment("d")});
  const Thread::Index added = thread.add(comment("e", "b"));
  CHECK(shape(thread) == "a0 b1 e2 c1 d0 ");
  CHECK(thread.add(comment("e")) == Thread::none);
  thread.remove(added);
  CHECK(thread.find("e") == Thread::none);
  thread.remove(thread.find("b"));
  CHECK(shape(thread) == "a0 c1 d0 ");
  thread.remove(thread.find("d"));
  CHECK(shape(thread) == "a0 c1 ");
  CHECK(thread.size() == 2);
  CHECK(thread.after(thread.find("c"), thread.find("a")) == Thread::none);
}

TEST_CASE("a chain of 10,000 replies is no deeper for the stack") {
  std::list<Comment> chain;
  for (int i = 0; i < 10'000; ++i)
    chain.push_back(comment(std::to_string(i), i == 0 ? "" : std::to_string(i - 1)));
  Thread thread;
  thread.add(std::move(chain));
  CHECK(thread.depth(thread.find("9999")) == 9'999);
}

TEST_CASE("an orphan joins what it answers when that is here") {
  Thread thread;
  thread.add(std::list<Comment>{comment("5", "2"), comment("4", "2"), comment("9", "5")});
  CHECK(thread.roots().size() == 2);
  CHECK(thread.adopt().empty());
  thread.add(std::list<Comment>{comment("3", "2"), comment("2"), comment("1", "9")});
  const std::vector<Thread::Index> adopted = thread.adopt();
  REQUIRE(adopted.size() == 2);
  CHECK(thread[adopted[0]].id == "5");
  CHECK(thread[adopted[1]].id == "4");
  CHECK(thread.roots().size() == 1);
  CHECK(shape(thread) == "20 31 51 92 13 41 ");
  CHECK(thread.adopt().empty());
}

TEST_CASE("an orphan does not join its own answers") {
  Thread thread;
  thread.add(std::list<Comment>{comment("1", "2")});
  thread.add(std::list<Comment>{comment("2", "1")});
  CHECK(thread.adopt().empty());
  CHECK(thread.roots().size() == 1);
}

TEST_CASE("answers stand in the order of their dates, whatever the order of the list") {
  const auto dated = [](std::string id, std::string created) {
    Comment made;
    made.id = std::move(id);
    made.parent = "0";
    made.created = std::move(created);
    return made;
  };
  Thread thread;
  Comment top;
  top.id = "0";
  thread.add({dated("3", "2026-11-03T00:00:00Z"), dated("2", "2026-11-02T00:00:00Z"), top, dated("n", ""),
              dated("1", "2026-11-01T00:00:00Z"), dated("2b", "2026-11-02T00:00:00Z")});
  const auto order = [&] {
    std::string ids;
    for (const Thread::Index child : thread.children(thread.find("0")))
      ids += thread[child].id + " ";
    return ids;
  };
  CHECK(order() == "1 2 2b 3 n ");
  thread.add(dated("2c", "2026-11-02T12:00:00Z"));
  CHECK(order() == "1 2 2b 2c 3 n ");
  Comment mine = dated("mine", "2026-10-01T00:00:00Z"); // by a clock that is slow
  mine.unnamed = true;
  thread.add(mine);
  CHECK(order() == "1 2 2b 2c 3 n mine ");
  for (Thread::Index i = thread.find("1"), last = thread.find("mine"); i != last;
       i = thread.after(i, thread.find("0")))
    REQUIRE(i != Thread::none);
}

TEST_CASE("the top level can be put into another order, and what is pinned stays on top of what comes") {
  Thread thread;
  std::list<Comment> comments(3);
  int id = 0;
  for (Comment &comment : comments)
    comment.id = std::to_string(id++);
  comments.front().pinned = true;
  thread.add(std::move(comments));
  const auto order = [&] {
    std::string ids;
    for (const Thread::Index root : thread.roots())
      ids += thread[root].id;
    return ids;
  };
  Comment late;
  late.id = "9";
  thread.add(late, true);
  CHECK(order() == "0912");
  thread.arrange([&](Thread::Index a, Thread::Index b) { return thread[a].id > thread[b].id; });
  CHECK(order() == "9210");
}

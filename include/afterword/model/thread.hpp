#pragma once
/// @file A thread: the comments of a page, and who answers whom.

#include "afterword/model/comment.hpp"

#include <algorithm>
#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace afterword {

/// Comments and their tree. Whatever the order of the top level, the answers to a comment stand in that of
/// their dates. A comment whose parent is unknown, or its own descendant, stands at the top level: a
/// backend's mistake hides nobody's words.
class Thread {
public:
  /// Handle of a comment; stays valid until the comment is removed.
  using Index = std::size_t;
  static constexpr Index none = static_cast<Index>(-1);

  /// Adds a page of the list, in its order; a child may come before its parent. Comments already known stay
  /// as they are. Returns the new comments that do not answer another new one: each begins a branch that was
  /// not there.
  std::vector<Index> add(std::list<Comment> comments) {
    const Index first = nodes_.size();
    for (Comment &comment : comments)
      append(std::move(comment));
    for (Index i = first; i < nodes_.size(); ++i)
      link(i);
    for (Index i = first; i < nodes_.size(); ++i)
      if (const Index parent = nodes_[i]->parent;
          parent != none && std::exchange(nodes_[parent]->touched, false))
        arrange_answers(parent);
    std::vector<Index> branches;
    for (Index i = first; i < nodes_.size(); ++i)
      if (nodes_[i]->parent == none || nodes_[i]->parent < first)
        branches.push_back(i);
    for (const Index branch : branches)
      measure(branch);
    // What no branch led to goes round in a circle: the first of it becomes a branch of its own.
    for (Index i = first; i < nodes_.size(); ++i) {
      if (nodes_[i]->depth != unmeasured)
        continue;
      unlink(i);
      measure(i);
      branches.push_back(i);
    }
    for (const Index branch : branches)
      if (nodes_[branch]->parent == none)
        roots_.push_back(branch);
    count_ += nodes_.size() - first;
    return branches;
  }

  /// Adds one comment after its siblings. `none` if its id is known already.
  /// @param on_top at the top level it stands before the others, but for those that are pinned
  Index add(Comment comment, bool on_top = false) {
    const Index index = nodes_.size();
    if (!append(std::move(comment)))
      return none;
    link(index);
    measure(index);
    ++count_;
    if (nodes_[index]->parent != none) {
      arrange_answers(nodes_[index]->parent);
      return index;
    }
    roots_.push_back(index);
    if (on_top)
      for (std::size_t i = roots_.size() - 1; i > 0 && !nodes_[roots_[i - 1]]->comment.pinned; --i)
        std::swap(roots_[i], roots_[i - 1]);
    return index;
  }

  /// Joins comments that stood at the top level only because what they answer was not here yet. Returns them.
  std::vector<Index> adopt() {
    std::vector<Index> adopted;
    for (std::size_t place = 0; place < roots_.size();) {
      const Index index = roots_[place];
      const std::string &wanted = nodes_[index]->comment.parent;
      const Index parent = wanted.empty() ? none : find(wanted);
      Index above = parent;
      while (above != none && above != index)
        above = nodes_[above]->parent;
      if (parent == none || above == index) {
        ++place;
        continue;
      }
      take_out(roots_, place);
      link(index);
      measure(index);
      adopted.push_back(index);
    }
    for (const Index index : adopted)
      if (const Index parent = nodes_[index]->parent; std::exchange(nodes_[parent]->touched, false))
        arrange_answers(parent);
    return adopted;
  }

  /// Puts the top level into the order in which `is_before(a, b)` says so; what is equal stays as it was.
  template <class IsBefore> void arrange(IsBefore is_before) { sort(roots_, is_before); }

  /// Removes a comment that nobody has answered.
  void remove(Index index) {
    if (nodes_[index]->parent != none) {
      unlink(index);
    } else {
      std::size_t place = 0;
      while (roots_[place] != index)
        ++place;
      take_out(roots_, place);
    }
    take_out(ids_, place(nodes_[index]->comment.id));
    nodes_[index].reset();
    --count_;
  }

  /// The comment called `id`, or `none`.
  [[nodiscard]] Index find(const std::string &id) const {
    const std::size_t found = place(id);
    return found < ids_.size() && nodes_[ids_[found]]->comment.id == id ? ids_[found] : none;
  }

  [[nodiscard]] const Comment &operator[](Index index) const { return nodes_[index]->comment; }
  /// The same, to change anything but its id and its parent.
  [[nodiscard]] Comment &operator[](Index index) { return nodes_[index]->comment; }
  [[nodiscard]] Index parent(Index index) const { return nodes_[index]->parent; }
  [[nodiscard]] const std::vector<Index> &children(Index index) const { return nodes_[index]->children; }
  /// How many comments answer `index`, and each other, below it.
  [[nodiscard]] std::size_t answers(Index index) const {
    std::size_t count = 0;
    for (Index i = next(index, index); i != none; i = next(i, index))
      ++count;
    return count;
  }
  /// Whether what is below `index` is hidden from the reader.
  [[nodiscard]] bool is_collapsed(Index index) const { return nodes_[index]->collapsed; }
  void collapse(Index index, bool collapsed) { nodes_[index]->collapsed = collapsed; }
  /// 0 at the top level.
  [[nodiscard]] std::size_t depth(Index index) const { return nodes_[index]->depth; }
  [[nodiscard]] const std::vector<Index> &roots() const noexcept { return roots_; }
  /// The handle that the next comment to be added will have; every other is smaller.
  [[nodiscard]] Index end() const noexcept { return nodes_.size(); }
  /// How many comments are here.
  [[nodiscard]] std::size_t size() const noexcept { return count_; }

  /// The comment that comes after `index` and all that answers it, in reading order, within the answers to
  /// `within`; `none` if it is the last.
  [[nodiscard]] Index after(Index index, Index within) const {
    for (; index != within && nodes_[index]->parent != none; index = nodes_[index]->parent) {
      const std::vector<Index> &siblings = nodes_[nodes_[index]->parent]->children;
      if (nodes_[index]->position + 1 < siblings.size())
        return siblings[nodes_[index]->position + 1];
    }
    return none;
  }

  /// The comment after `index` in reading order within the answers to `within`; `none` after the last.
  [[nodiscard]] Index next(Index index, Index within) const {
    return nodes_[index]->children.empty() ? after(index, within) : nodes_[index]->children.front();
  }

private:
  static constexpr std::size_t unmeasured = static_cast<std::size_t>(-1);

  struct Node {
    Comment comment{};
    Index parent = none;
    std::size_t position = 0; ///< among its siblings, below the top level
    std::size_t depth = unmeasured;
    bool collapsed = false;
    bool touched = false; ///< its answers are not in order yet
    std::vector<Index> children{};
  };

  /// Where `id` stands among the ids, or would stand.
  [[nodiscard]] std::size_t place(const std::string &id) const {
    std::size_t low = 0;
    for (std::size_t high = ids_.size(); low < high;) {
      const std::size_t middle = low + (high - low) / 2;
      if (nodes_[ids_[middle]]->comment.id < id)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  /// Sorts `list`, and leaves what is equal in its order, by merging ever longer runs. The library's own
  /// would cost every reader of a page a kilobyte.
  template <class IsBefore> static void sort(std::vector<Index> &list, IsBefore is_before) {
    std::vector<Index> merged(list.size());
    for (std::size_t width = 1; width < list.size(); width *= 2) {
      for (std::size_t start = 0; start < list.size(); start += 2 * width) {
        const std::size_t middle = std::min(start + width, list.size());
        const std::size_t end = std::min(middle + width, list.size());
        std::size_t left = start;
        std::size_t right = middle;
        for (std::size_t to = start; to < end; ++to) {
          const bool takes_right = left == middle || (right < end && is_before(list[right], list[left]));
          merged[to] = list[takes_right ? right++ : left++];
        }
      }
      list.swap(merged);
    }
  }

  /// Takes the element at `place` out.
  static void take_out(std::vector<Index> &list, std::size_t place) {
    for (; place + 1 < list.size(); ++place)
      list[place] = list[place + 1];
    list.pop_back();
  }

  /// Adds a node that is linked to nothing yet. False if its id is empty, or known already.
  bool append(Comment comment) {
    if (comment.id.empty() || find(comment.id) != none)
      return false;
    const std::size_t to = place(comment.id);
    ids_.push_back(nodes_.size());
    for (std::size_t i = ids_.size() - 1; i > to; --i)
      std::swap(ids_[i], ids_[i - 1]);
    nodes_.push_back(std::make_unique<Node>());
    nodes_.back()->comment = std::move(comment);
    return true;
  }

  void link(Index index) {
    const std::string &parent = nodes_[index]->comment.parent;
    const Index found = parent.empty() ? none : find(parent);
    if (found == index || found == none)
      return;
    nodes_[index]->parent = found;
    nodes_[index]->position = nodes_[found]->children.size();
    nodes_[found]->children.push_back(index);
    nodes_[found]->touched = true;
  }

  /// Puts the answers to `parent` into the order of their dates.
  void arrange_answers(Index parent) {
    std::vector<Index> &answers = nodes_[parent]->children;
    sort(answers, [this](Index a, Index b) { return is_earlier(a, b); });
    for (std::size_t i = 0; i < answers.size(); ++i)
      nodes_[answers[i]]->position = i;
  }

  /// Whether `index` was written before `other`. What has no date, or one of the reader's own clock, comes
  /// last.
  [[nodiscard]] bool is_earlier(Index index, Index other) const {
    const Comment &comment = nodes_[index]->comment;
    const Comment &that = nodes_[other]->comment;
    if (comment.unnamed || comment.created.empty())
      return false;
    return that.unnamed || that.created.empty() || comment.created < that.created;
  }

  void unlink(Index index) {
    std::vector<Index> &siblings = nodes_[nodes_[index]->parent]->children;
    for (std::size_t i = nodes_[index]->position + 1; i < siblings.size(); ++i)
      --nodes_[siblings[i]]->position;
    take_out(siblings, nodes_[index]->position);
    nodes_[index]->parent = none;
  }

  /// Writes the depth of `branch` and everything under it.
  void measure(Index branch) {
    const Index parent = nodes_[branch]->parent;
    nodes_[branch]->depth = parent == none ? 0 : nodes_[parent]->depth + 1;
    for (Index i = branch; i != none; i = next(i, branch))
      for (const Index child : nodes_[i]->children)
        nodes_[child]->depth = nodes_[i]->depth + 1;
  }

  std::vector<std::unique_ptr<Node>> nodes_; ///< empty where a comment was removed
  std::vector<Index> roots_;
  std::vector<Index> ids_; ///< in the order of the ids
  std::size_t count_ = 0;
};

} // namespace afterword

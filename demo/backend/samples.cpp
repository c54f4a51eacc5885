#include "samples.hpp"

#include "comments.hpp"
#include "markdown.hpp"
#include "pages.hpp"
#include "votes.hpp"

#include <array>
#include <map>
#include <string>
#include <utility>

namespace afterword::demo {

namespace {

constexpr const char *sample_page = "/a-comment-section-is-a-promise";
constexpr int sample_followers = 212;

struct Sample {
  const char *label;  ///< what later samples call it
  const char *parent; ///< label of the comment it answers; empty: none
  Seconds minutes;    ///< how long ago
  const char *name;
  const char *website;
  const char *comment;
  int likes = 0;
  int dislikes = 0;
  const char *badge = "";
  bool pinned = false;
};

constexpr std::array<Sample, 12> samples = {{
    {"ines", "", 9 * 1440 + 200, "Inês Carvalho", "https://ines.example",
     "I moderated a small forum for eleven years, and the sentence about the first reply is the truest one "
     "here. "
     "People forgive a slow answer. They do not come back after being met with silence.",
     14},
    {"tom", "ines", 9 * 1440 + 35, "Tomasz", "",
     "Eleven years! How did you keep it up? I gave in after two, and I still feel guilty about the threads I "
     "locked."},
    {"ines2", "tom", 8 * 1440 + 1210, "Inês Carvalho", "https://ines.example",
     "By sharing the work.\n\nWe were four, in three time zones, and we had one rule: whoever was angry "
     "handed the "
     "thread to somebody else and went for a walk.",
     9, 1},
    {"layla", "", 6 * 1440 + 420, "ليلى", "",
     "مقال جميل. التعليقات هي المكان الذي يلتقي فيه الكاتب بقرّائه، ولهذا يجب أن تُحترم كما يُحترم النص نفسه.",
     5},
    {"george", "", 4 * 1440 + 90, "George Okafor", "https://okafor.example/notes",
     "On keeping links alive: https://www.w3.org/Provider/Style/URI said most of it in 1998, and it still "
     "holds. "
     "A permalink to a comment is a promise of its own."},
    {"mei", "george", 3 * 1440 + 700, "Mei-Lin", "",
     "Yes. I once cited a blog comment in a thesis. The blog is gone, and so is my footnote."},
    {"ruth", "", 1 * 1440 + 310, "Ruth", "",
     "Reading this with a screen reader: thank you for headings where headings belong.\nMost comment "
     "sections are a "
     "wall to me. This one has a door.",
     11},
    {"agnes", "", 1 * 1440 + 60, "Agnes Marlow", "",
     "I wrote this piece, and I read everything that is said under it. If something here is broken for you, "
     "say "
     "so: I would rather hear it from you than never.",
     6, 0, "author", true},
    {"tom2", "ines2", 8 * 1440 + 700, "Tomasz", "",
     "We never dared to ask for help. It felt like admitting that the place had become work."},
    {"agnes2", "tom2", 7 * 1440 + 900, "Agnes Marlow", "",
     "It **is** work, and I wish more of us said so. May I quote the walk in the next post?", 4, 0, "author"},
    {"ines3", "agnes2", 7 * 1440 + 640, "Inês Carvalho", "https://ines.example",
     "Please do. The walk was Paulo's idea, so quote him."},
    {"tom3", "ines3", 7 * 1440 + 15, "Tomasz", "",
     "Then I shall take one this evening, some years late, and unlock the first of those threads.", 2},
}};

/// Gives the comment called `id` as many votes of this value, each of another voter.
void add_votes(soci::session &session, Id id, int value, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string((value == 1 ? 100 : 200) + i);
    set_vote(session, id, "00000000-0000-4000-8000-000000000" + number, value);
  }
}

bool is_new(soci::session &session) {
  int seeded = 0;
  session << "SELECT (SELECT count(*) FROM sqlite_sequence WHERE name = 'comments') + "
             "(SELECT count(*) FROM subscriptions) + (SELECT count(*) FROM settings WHERE name = 'samples')",
      soci::into(seeded);
  return seeded == 0;
}

} // namespace

void add_samples(soci::session &session, Seconds now) {
  if (!is_new(session))
    return;
  session << "INSERT INTO settings (name, value) VALUES ('samples', 'added')";
  if (const std::optional<Page> page = find_page(session, sample_page)) {
    std::map<std::string, std::string> ids;
    for (const Sample &sample : samples) {
      Draft draft;
      draft.name = sample.name;
      draft.email = std::string(sample.label) + "@example.com";
      draft.website = sample.website;
      draft.comment = sample.comment;
      const Place place = find_place(session, *page, ids[sample.parent]);
      const Seconds created = now - sample.minutes * 60;
      draft = tidy(std::move(draft));
      const html::Markup content = markdown(draft.comment);
      const Id id = create_comment(session, place, draft, content, "", false, created).id;
      ids[sample.label] = std::to_string(id);
      add_votes(session, id, 1, sample.likes);
      add_votes(session, id, -1, sample.dislikes);
      set_badge(session, id, sample.badge);
      set_pinned(session, id, sample.pinned);
    }
  }
  for (int i = 1; i <= sample_followers; ++i) {
    const std::string email = "follower-" + std::to_string(i) + "@example.com";
    session << "INSERT INTO subscriptions (email, page_id, state, created, mailed) "
               "VALUES (:email, NULL, 'confirmed', :created, :mailed)",
        soci::use(email), soci::use(now), soci::use(now);
  }
}

} // namespace afterword::demo

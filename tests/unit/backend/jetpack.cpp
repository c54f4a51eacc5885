/// @file Jetpack, as its recipe reads the redirects that the contract promises. There is no server of it
/// here: nothing was recorded.

#include "preset.hpp"

TEST_CASE("Jetpack: the answer is where the redirect leads") {
  const Preset preset("jetpack");
  const auto subscribe = [&](const std::string &result) {
    return preset.read("subscribe", {200,
                                     "<!doctype html><title>Blog</title><p>A post</p>",
                                     {},
                                     "https://blog.example/?subscribe=" + result + "#subscribe-blog",
                                     true});
  };
  CHECK(subscribe("success") == "pending");
  CHECK(subscribe("pending") == "pending");
  CHECK(subscribe("already") == "subscribed");
  CHECK(subscribe("invalid_email") == "field email email_invalid");
  CHECK(subscribe("opted_out") == "refused: opted_out");
  CHECK(subscribe("many_pending_subs") == "busy");
  CHECK(subscribe("error") == "busy");
  CHECK(subscribe("something_new") == "unreachable");
}

TEST_CASE("Jetpack: a page that did not redirect subscribed nobody") {
  const Preset preset("jetpack");
  CHECK(preset.read("subscribe", {200, "<!doctype html><title>Blog</title>", {}, "https://blog.example/"}) ==
        "unreachable");
  CHECK(preset.read("subscribe", {404, "", {}, "https://blog.example/"}) == "unreachable");
  CHECK(preset.read("subscribe", {503, "", {}, "https://blog.example/"}) == "busy");
  CHECK(preset.read("subscribe", {afterword::backend::unseen}) == "unknown");
}

#pragma once
/// @file To the wire: a frame as JSON, for a host in another language. Written by hand, for a JSON library's writer would
/// cost every reader seven kilobytes.

#include "afterword/text/escape.hpp"
#include "afterword/widget/frame.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace afterword {

namespace detail {

/// Writes one JSON object after another into a text.
class Encoder {
public:
  explicit Encoder(std::string &out) : out_(out) {}

  Encoder &begin(char bracket) {
    comma();
    out_.push_back(bracket);
    first_ = true;
    return *this;
  }
  Encoder &end(char bracket) {
    out_.push_back(bracket);
    first_ = false;
    return *this;
  }
  Encoder &key(std::string_view key) {
    comma();
    text::append_json_string(out_, key);
    out_.push_back(':');
    first_ = true;
    return *this;
  }
  Encoder &string(std::string_view value) {
    comma();
    text::append_json_string(out_, value);
    first_ = false;
    return *this;
  }
  /// A number or a literal.
  Encoder &raw(std::string_view value) {
    comma();
    out_ += value;
    first_ = false;
    return *this;
  }
  Encoder &string(std::string_view key, std::string_view value) { return this->key(key).string(value); }

private:
  void comma() {
    if (!first_)
      out_.push_back(',');
    first_ = false;
  }

  std::string &out_;
  bool first_ = true;
};

inline void encode(Encoder &out, const Patch &patch) {
  static constexpr std::string_view kinds[] = {"replace", "insert", "remove"};
  out.begin('{').string("op", kinds[static_cast<std::size_t>(patch.kind)]).string("region", patch.region);
  if (patch.kind != Patch::Kind::remove)
    out.string("markup", patch.markup.str());
  if (patch.kind == Patch::Kind::insert)
    out.string("into", patch.into).string("before", patch.before);
  out.end('}');
}

inline void encode(Encoder &out, const effect::Fetch &fetch) {
  out.string("type", "fetch").key("id").raw(std::to_string(fetch.id));
  out.string("method", fetch.request.method).string("url", fetch.request.url).key("headers").begin('{');
  for (const backend::Header &header : fetch.request.headers)
    out.string(header.name, header.value);
  out.end('}').key("body");
  if (fetch.request.body.empty())
    out.raw("null");
  else
    out.string(fetch.request.body);
  out.string("credentials", "same-origin");
}

inline void encode(Encoder &out, const effect::Load &load) { out.string("type", "load").string("key", load.key); }

inline void encode(Encoder &out, const effect::Store &store) {
  out.string("type", "store").string("key", store.key).key("value");
  if (store.value)
    out.string(*store.value);
  else
    out.raw("null");
}

inline void encode(Encoder &out, const effect::Fill &fill) {
  out.string("type", "fill").string("form", fill.form).key("fields").begin('{');
  for (const FieldValue &value : fill.values) {
    out.key(name(value.field));
    if (is_box(value.field))
      out.raw(value.checked ? "true" : "false");
    else
      out.string(value.text);
  }
  out.end('}');
}

inline void encode(Encoder &out, const effect::Focus &focus) {
  out.string("type", "focus").string("region", focus.region).key("scroll").raw("true");
}

inline void encode(Encoder &out, const effect::Announce &announce) {
  out.string("type", "announce").string("text", announce.text);
  out.key("urgent").raw(announce.urgent ? "true" : "false");
}

inline void encode(Encoder &out, const effect::Emit &emit) {
  out.string("type", "emit").string("name", emit.name).key("detail").begin('{');
  for (const auto &[key, value] : emit.detail)
    out.string(key, value);
  out.end('}');
}

} // namespace detail

/// `frame` as JSON: `{"patches":[…],"effects":[…]}`.
inline std::string encode(const Frame &frame) {
  std::string json;
  detail::Encoder out(json);
  out.begin('{').key("patches").begin('[');
  for (const Patch &patch : frame.patches)
    detail::encode(out, patch);
  out.end(']').key("effects").begin('[');
  for (const Effect &effect : frame.effects) {
    out.begin('{');
    std::visit([&](const auto &kind) { detail::encode(out, kind); }, effect);
    out.end('}');
  }
  out.end(']').end('}');
  return json;
}

} // namespace afterword

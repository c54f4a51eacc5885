#pragma once
/// @file To the wire: a frame as JSON, for a host in another language. Written by hand, for a JSON library's
/// writer would cost every reader seven kilobytes.

#include "afterword/text/decimal.hpp"
#include "afterword/text/escape.hpp"
#include "afterword/widget/frame.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <vector>

namespace afterword {

/// Writes JSON, and knows where a comma belongs.
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
  Encoder &key(const char *key) {
    string(key);
    out_.push_back(':');
    first_ = true;
    return *this;
  }
  Encoder &string(const std::string &value) {
    comma();
    text::append_json_string(out_, value);
    return *this;
  }
  /// A number or a literal.
  Encoder &raw(const std::string &value) {
    comma();
    out_ += value;
    return *this;
  }
  Encoder &string(const char *key, const std::string &value) { return this->key(key).string(value); }
  /// A moment, in milliseconds since 1970 UTC.
  Encoder &time(const char *key, std::int64_t value) {
    return this->key(key).raw(text::decimal(static_cast<std::uint64_t>(value)));
  }

private:
  void comma() {
    if (!first_)
      out_.push_back(',');
    first_ = false;
  }

  std::string &out_;
  bool first_ = true;
};

namespace detail {

inline void encode(Encoder &out, const Patch &patch) {
  static constexpr const char *types[] = {"replace", "insert", "remove", "move", "hide", "show"};
  out.begin('{').string("op", types[static_cast<std::size_t>(patch.type)]).string("region", patch.region);
  if (patch.type <= Patch::Type::insert)
    out.string("markup", patch.markup.str());
  if (!patch.into.empty())
    out.string("into", patch.into).string("before", patch.before);
  out.end('}');
}

inline void encode(Encoder &out, const std::list<text::Named> &object) {
  out.begin('{');
  for (const text::Named &member : object)
    out.key(member.name.c_str()).string(member.value);
  out.end('}');
}

inline void encode(Encoder &out, const Values &values) {
  out.begin('{');
  for (const Field field : all_fields) {
    const std::string *value = values.find(field);
    if (value == nullptr)
      continue;
    out.key(name(field));
    if (is_box(field))
      out.raw(value->empty() ? "false" : "true");
    else
      out.string(*value);
  }
  out.end('}');
}

inline void encode(Encoder &out, const backend::Request &request) {
  out.string("method", request.method).string("url", request.url);
  encode(out.key("headers"), request.headers);
  const auto optional = [&](const char *key, const std::string &value) {
    if (!value.empty())
      out.string(key, value);
  };
  optional("body", request.body);
  optional("send", request.send);
  optional("elsewhere", request.elsewhere);
  optional("credentials", request.credentials);
  if (request.keepalive)
    out.key("keepalive").raw("true");
}

/// Begins an effect of `type`, whose target is its `key`, or none.
inline Encoder &begin(Encoder &out, const Effect &effect, const char *type, const char *key) {
  out.begin('{').string("type", type);
  return key != nullptr ? out.string(key, effect.target) : out;
}

/// Only what the type has a use for.
inline void encode(Encoder &out, const Effect &effect) {
  using Type = Effect::Type;
  static constexpr struct {
    const char *type;
    const char *target; ///< what the target is
  } names[] = {{"fetch", "operation"}, {"load", "key"},    {"fill", "form"}, {"focus", "region"},
               {"announce", nullptr},  {"later", nullptr}, {"emit", "name"}};
  const auto &[type, target] = names[static_cast<std::size_t>(effect.type)];
  begin(out, effect, type, target);
  if (effect.type == Type::fetch)
    encode(out.key("id").raw(text::decimal(effect.id)), effect.request);
  if (effect.type == Type::announce)
    out.string("text", effect.text.value_or(""));
  if (effect.urgent)
    out.key("urgent").raw("true");
  if (effect.type == Type::fill)
    encode(out.key("fields"), effect.values);
  if (effect.type == Type::emit)
    encode(out.key("detail"), effect.detail);
  out.end('}');
}

} // namespace detail

/// `values` as a JSON object.
inline std::string encode(const Values &values) {
  std::string json;
  Encoder out(json);
  detail::encode(out, values);
  return json;
}

/// Writes an effect that only those ask for who write.
inline void encode_writing(Encoder &out, const Effect &effect) {
  using Type = Effect::Type;
  static constexpr struct {
    const char *type;
    const char *target; ///< what the target is
  } names[] = {{"store", "key"},    {"list", "key"},    {"claim", "key"},    {"timer", nullptr},
               {"guard", nullptr},  {"insert", "form"}, {"stream", nullptr}, {"abort", nullptr},
               {"copy", "comment"}, {"alarm", nullptr}, {"preview", "form"}};
  const auto &[type, target] =
      names[static_cast<std::size_t>(effect.type) - static_cast<std::size_t>(Type::store)];
  detail::begin(out, effect, type, target);
  if (effect.text)
    out.string(effect.type == Type::store ? "value" : "text", *effect.text);
  if (effect.type == Type::stream || effect.type == Type::abort)
    out.key("id").raw(text::decimal(effect.id));
  if (effect.type == Type::stream)
    out.string("url", effect.request.url);
  if (effect.type == Type::alarm)
    out.key("seconds").raw(text::decimal(effect.id));
  if (effect.type == Type::guard)
    out.key("on").raw(effect.urgent ? "true" : "false");
  if (effect.type == Type::insert)
    out.string("before", effect.selection.before)
        .string("selected", effect.selection.selected)
        .string("after", effect.selection.after);
  out.end('}');
}

/// `frame` as JSON: `{"patches":[…],"effects":[…]}`.
/// @param more writes the effects that no reader has; nullptr: there are none
inline std::string encode(const Frame &frame, void (*more)(Encoder &, const Effect &) = encode_writing) {
  std::string json;
  Encoder out(json);
  out.begin('{').key("patches").begin('[');
  for (const Patch &patch : frame.patches)
    detail::encode(out, patch);
  out.end(']').key("effects").begin('[');
  for (const Effect &effect : frame.effects)
    if (more != nullptr && effect.type >= Effect::Type::store)
      more(out, effect);
    else
      detail::encode(out, effect);
  out.end(']').end('}');
  return json;
}

} // namespace afterword

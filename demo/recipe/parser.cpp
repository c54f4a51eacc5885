#include "parser.hpp"

#include "printable.hpp"

#include <algorithm>
#include <utility>

namespace afterword::recipe {

namespace {

/// Descends as the grammar does; the depth is limited, so the stack is.
/// @see https://www.rfc-editor.org/rfc/rfc8259#section-2
class Parser {
  using Adapter = nlohmann::detail::iterator_input_adapter<const char *>;
  using Lexer = nlohmann::detail::lexer<backend::detail::LexerTypes, Adapter>;
  using Token = Lexer::token_type;

public:
  explicit Parser(std::string_view text)
      : text_(text), lexer_(Adapter(text.data(), text.data() + text.size())) {}

  std::optional<SyntaxError> run(Value &root) {
    next();
    if (read(root, 0) && token_ != Token::end_of_input)
      expected("the end of the file");
    return std::move(error_);
  }

private:
  [[nodiscard]] std::size_t end() const {
    return std::min(lexer_.get_position().chars_read_total, text_.size());
  }

  void next() {
    start_ = end();
    if (start_ == 0 && text_.starts_with("\xEF\xBB\xBF"))
      start_ = 3;
    start_ = std::min(text_.find_first_not_of(" \t\r\n", start_), text_.size());
    token_ = lexer_.scan();
  }

  /// Always false.
  bool fail(std::size_t at, std::string text) {
    error_ = SyntaxError{at, std::move(text)};
    return false;
  }

  bool expected(const std::string &what) {
    if (token_ == Token::parse_error) {
      const std::string_view reason = lexer_.get_error_message();
      const bool is_inside =
          reason.starts_with("invalid string") && !reason.ends_with("missing closing quote");
      return fail(is_inside && end() > 0 ? end() - 1 : start_, std::string(reason));
    }
    if (token_ == Token::end_of_input)
      return fail(start_, "expected " + what + ", but the file ends here");
    return fail(start_, "expected " + what + ", but " + printable(text_.substr(start_, end() - start_), 30) +
                            " stands here");
  }

  bool read(Value &value, std::size_t depth) {
    value.start = start_;
    switch (token_) {
    case Token::begin_object:
      return begin(value, Value::Type::object, depth) && object(value, depth);
    case Token::begin_array:
      return begin(value, Value::Type::array, depth) && array(value, depth);
    case Token::value_string:
      value.type = Value::Type::string;
      value.text = lexer_.get_string();
      break;
    case Token::value_unsigned:
    case Token::value_integer:
    case Token::value_float:
      value.type = Value::Type::number;
      value.text = lexer_.get_string();
      break;
    case Token::literal_true:
    case Token::literal_false:
      value.type = Value::Type::boolean;
      value.text = token_ == Token::literal_true ? "true" : "";
      break;
    case Token::literal_null:
      break;
    default:
      return expected("a value");
    }
    next();
    return true;
  }

  bool begin(Value &value, Value::Type type, std::size_t depth) {
    value.type = type;
    if (depth == backend::most_json_depth)
      return fail(start_, "is nested more than " + std::to_string(backend::most_json_depth) + " deep");
    next();
    return true;
  }

  bool object(Value &value, std::size_t depth) {
    for (bool first = true; !first || token_ != Token::end_object; first = false) {
      if (token_ != Token::value_string)
        return expected(first ? "the name of a member, or }" : "the name of a member after the comma");
      Value &item = value.items.emplace_back();
      item.key = lexer_.get_string();
      item.key_start = start_;
      next();
      if (token_ != Token::name_separator)
        return expected("a colon after " + quoted(item.key));
      next();
      if (!read(item, depth + 1))
        return false;
      if (token_ == Token::end_object)
        break;
      if (token_ != Token::value_separator)
        return expected("a comma or }");
      next();
    }
    next();
    return true;
  }

  bool array(Value &value, std::size_t depth) {
    for (bool first = true; !first || token_ != Token::end_array; first = false) {
      Value &item = value.items.emplace_back();
      if (!read(item, depth + 1))
        return false;
      if (token_ == Token::end_array)
        break;
      if (token_ != Token::value_separator)
        return expected("a comma or ]");
      next();
    }
    next();
    return true;
  }

  std::string_view text_;
  Lexer lexer_;
  Token token_ = Token::uninitialized;
  std::size_t start_ = 0; ///< of the token
  std::optional<SyntaxError> error_;
};

} // namespace

std::optional<SyntaxError> parse(std::string_view text, Value &value) {
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
    return SyntaxError{nul, "a NUL stands here, which no JSON can hold"};
  return Parser(text).run(value);
}

} // namespace afterword::recipe

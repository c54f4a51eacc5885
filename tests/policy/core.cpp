/// @file All of the core, for clang-tidy to look at.
#include "afterword/rules/comment.hpp"
#include "afterword/rules/counter.hpp"
#include "afterword/rules/email_hint.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/widget/decode.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/reader.hpp"
#include "afterword/widget/widget.hpp"

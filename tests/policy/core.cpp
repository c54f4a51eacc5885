/// @file All of the core, for clang-tidy to look at.
#include "afterword/widget/decode.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/widget.hpp"

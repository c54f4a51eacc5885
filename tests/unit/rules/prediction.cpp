#include "afterword/rules/prediction.hpp"

#include "catch.hpp"

using namespace afterword::rules;

TEST_CASE("of all that is to be expected the weightiest is said") {
  Outlook outlook;
  CHECK(predict(outlook) == Prediction::none);
  outlook.links = 3;
  CHECK(predict(outlook) == Prediction::none); // no limit
  outlook.most_links = 3;
  CHECK(predict(outlook) == Prediction::none);
  outlook.most_links = 2;
  CHECK(predict(outlook) == Prediction::held);
  outlook.seconds = 1;
  CHECK(predict(outlook) == Prediction::wait);
  outlook.repeated = true;
  CHECK(predict(outlook) == Prediction::duplicate);
  outlook.closed = true;
  CHECK(predict(outlook) == Prediction::closed);
}

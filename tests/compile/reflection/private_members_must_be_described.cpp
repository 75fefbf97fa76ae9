// expect: E103
// says: app::wrong
// SPDX-License-Identifier: BSL-1.0
// Private members are not seen unless described.

#include "stoa/reflection/record.hpp"

#include <boost/describe/class.hpp>
#include <string>

namespace app {

class right {
public:
    const std::string& text() const { return text_; }

private:
    std::string text_;
    BOOST_DESCRIBE_CLASS(right, (), (), (), (text_))
};

static_assert(stoa::reflection::field_count<right> == 1);

#ifdef STOA_REJECT
class wrong {
public:
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

static_assert(stoa::reflection::field_count<wrong> == 1);
#endif

} // namespace app

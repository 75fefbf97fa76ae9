// expect: E103
// says: app::wrong
// SPDX-License-Identifier: BSL-1.0
// A class that makes itself is no aggregate.

#include "stoa/reflection/record.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <utility>

namespace app {

struct right {
    right() = default;
    explicit right(std::string text) : name(std::move(text)) {}
    std::string name;
};
BOOST_DESCRIBE_STRUCT(right, (), (name))

static_assert(stoa::reflection::field_count<right> == 1);

#ifdef STOA_REJECT
struct wrong {
    explicit wrong(std::string text) : name(std::move(text)) {}
    std::string name;
};

static_assert(stoa::reflection::field_count<wrong> == 1);
#endif

} // namespace app

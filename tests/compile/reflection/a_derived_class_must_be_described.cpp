// expect: E103
// says: app::pen
// SPDX-License-Identifier: BSL-1.0
// The fields of a base class are not seen unless described.

#include "stoa/reflection/record.hpp"

#include <boost/describe/class.hpp>
#include <string>

namespace app {

struct named {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(named, (), (name))

struct book : named {
    int pages;
};
BOOST_DESCRIBE_STRUCT(book, (named), (pages))

static_assert(stoa::reflection::field_count<book> == 2);

#ifdef STOA_REJECT
// [wrong]
struct pen : named {
    int colour;
};

static_assert(stoa::reflection::field_count<pen> == 2);
// [/wrong]
#endif

} // namespace app

// expect: E106
// says: no enumerator of this enumeration is known

#include "stoa/stoa.hpp"

#include <boost/describe/enum.hpp>

enum class year { first = 1990, last = 2050 };

#ifndef STOA_REJECT
BOOST_DESCRIBE_ENUM(year, first, last)
#endif

struct event {
    std::int64_t id;
    year when;
};

static_assert(stoa::ddl<stoa::schema<event>, stoa::dialect::sqlite>.find("'first', 'last'") != std::string_view::npos);

// SPDX-License-Identifier: BSL-1.0
#include "statement_address.hpp"

namespace bookshop {

const stoa::statement_info* other_query_address() {
    return address_of<stoa::dialect::sqlite>(cheap_books(7));
}

const stoa::statement_info* other_find_address() {
    return address_of<stoa::dialect::postgres>(stoa::find_record<copy>{});
}

const stoa::table_def* other_table_address() {
    return &stoa::table_of<copy>();
}

} // namespace bookshop

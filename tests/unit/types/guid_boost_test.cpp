// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/guid_boost.hpp"

#include <gtest/gtest.h>

#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace {

TEST(guid_boost, keeps_the_bytes_in_order_both_ways) {
    const char* text = "0190f3a1-89ab-7cde-8f01-23456789abcd";
    const stoa::guid ours = stoa::guid::from_string(text);
    const boost::uuids::uuid theirs = boost::uuids::string_generator()(text);
    EXPECT_EQ(stoa::to_boost(ours), theirs);
    EXPECT_EQ(stoa::from_boost(theirs), ours);
    EXPECT_EQ(to_string(stoa::to_boost(ours)), text);
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_VOCABULARY_HPP
#define STOA_BENCHMARKS_TPCH_VOCABULARY_HPP

// Names and words that generated data are made of. Those that queries name are the specification's (4.2.2, 4.2.3).

#include <cstdint>
#include <string_view>

namespace tpch {

inline constexpr std::string_view region_names[] = {"AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"};

struct nation_entry {
    std::string_view name;
    std::int64_t region;
};

inline constexpr nation_entry nations[] = {
    {"ALGERIA", 0},      {"ARGENTINA", 1},  {"BRAZIL", 1},  {"CANADA", 1},         {"EGYPT", 4},
    {"ETHIOPIA", 0},     {"FRANCE", 3},     {"GERMANY", 3}, {"INDIA", 2},          {"INDONESIA", 2},
    {"IRAN", 4},         {"IRAQ", 4},       {"JAPAN", 2},   {"JORDAN", 4},         {"KENYA", 0},
    {"MOROCCO", 0},      {"MOZAMBIQUE", 0}, {"PERU", 1},    {"CHINA", 2},          {"ROMANIA", 3},
    {"SAUDI ARABIA", 4}, {"VIETNAM", 2},    {"RUSSIA", 3},  {"UNITED KINGDOM", 3}, {"UNITED STATES", 1}};

/// Nations that queries ask for, by name, region or telephone code.
inline constexpr std::int64_t wanted_nations[] = {6, 7, 2, 3, 20, 8, 18, 21, 24, 13};

inline constexpr std::string_view colours[] = {"amber", "azure", "black", "blue",   "brown", "cream", "forest",
                                               "green", "ivory", "lemon", "maroon", "navy",  "olive", "pink",
                                               "plum",  "red",   "sand",  "silver", "white", "yellow"};
inline constexpr std::string_view type_sizes[] = {"STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"};
inline constexpr std::string_view type_coatings[] = {"ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"};
inline constexpr std::string_view type_metals[] = {"TIN", "NICKEL", "BRASS", "STEEL", "COPPER"};
inline constexpr std::string_view container_sizes[] = {"SM", "LG", "MED", "JUMBO", "WRAP"};
inline constexpr std::string_view container_kinds[] = {"CASE", "BOX", "BAG", "JAR", "PKG", "PACK", "CAN", "DRUM"};
inline constexpr std::string_view segments[] = {"AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY"};
inline constexpr std::string_view priorities[] = {"1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"};
inline constexpr std::string_view instructions[] = {"DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"};
inline constexpr std::string_view modes[] = {"AIR", "FOB", "MAIL", "RAIL", "REG AIR", "SHIP", "TRUCK"};
inline constexpr std::string_view words[] = {
    "above", "across",   "after",   "bold",  "calm",    "carefully", "deposits", "even",     "final", "goods", "ideas",
    "never", "packages", "quickly", "quiet", "regular", "sheaves",   "sleep",    "theories", "wake",  "while"};

/// A part as some query wants it; what is empty or 0 is left to chance.
struct part_pattern {
    std::string_view colour;
    std::string_view brand;
    std::string_view type;
    std::string_view container;
    std::int32_t size;
};

inline constexpr part_pattern wanted_parts[] = {
    {"", "", "STANDARD POLISHED BRASS", "", 15},    // query 2
    {"", "", "ECONOMY ANODIZED STEEL", "", 0},      // 8
    {"forest", "", "", "", 0},                      // 20
    {"green", "Brand#23", "", "MED BOX", 7},        // 9, 17, 19
    {"", "Brand#12", "", "SM CASE", 3},             // 19
    {"", "Brand#34", "", "LG PKG", 11},             // 19
    {"", "Brand#45", "MEDIUM POLISHED TIN", "", 9}, // 16 leaves it out
    {"", "Brand#55", "PROMO PLATED TIN", "", 49},   // 14, 16
};

} // namespace tpch

#endif

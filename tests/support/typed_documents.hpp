// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_TYPED_DOCUMENTS_HPP
#define STOA_TESTS_SUPPORT_TYPED_DOCUMENTS_HPP

// A table whose documents have everything that a path can lead through.

#include "stoa/stoa.hpp"
#include "stoa/types/json.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace typed_documents {

enum class format { hardcover, paperback };

struct size {
    double width;
    double height;
};

struct chapter {
    std::string title;
    std::int32_t pages = 0;
    std::vector<std::string> themes{};
};

struct book_meta {
    std::int32_t pages = 0;
    std::string lang{};
    format kind{};
    std::optional<size> dimensions{};
    std::optional<std::int64_t> threads{};
    std::optional<bool> is_signed{};
    std::vector<std::string> tags{};
    std::vector<chapter> chapters{};
    std::map<std::string, std::string> titles{};
    std::map<std::string, std::optional<double>> ratings{};
    std::array<std::int16_t, 2> range{};
    stoa::decimal<8, 2> price{};
};

struct book {
    std::int64_t id = 0;
    stoa::json<book_meta> meta;
    std::optional<stoa::json<book_meta>> reprint;
    std::optional<stoa::json<std::vector<chapter>>> extra;
    std::optional<stoa::json_document> note;
};

inline book dune() {
    return {1,
            book_meta{412,
                      "en",
                      format::paperback,
                      size{13, 20.5},
                      7,
                      true,
                      {"desert", "spice"},
                      {{"Arrakis", 200, {"sand"}}, {"Muad'Dib", 212, {"sand", "water"}}},
                      {{"de", "Der Wüstenplanet"}, {"fr", "Dune"}},
                      {{"critics", 4.5}, {"readers", std::nullopt}},
                      {1, 412},
                      stoa::decimal<8, 2>("12.50")},
            book_meta{1, "draft"}, std::vector<chapter>{{"Appendix", 3, {}}},
            stoa::json_document::parse(R"({"a":[1,{"b":"x"}],"n":null})")};
}

inline book leaflet() {
    return {2, book_meta{2, "de"}, std::nullopt, std::nullopt, std::nullopt};
}

/// A document that another program wrote: members are missing, null, or of another kind.
inline stoa::json_document foreign() {
    return stoa::json_document::parse(
        R"({"pages":null,"dimensions":null,"tags":"none","chapters":{"0":"x"},"titles":["de"],"ratings":5})");
}

} // namespace typed_documents

template <>
inline constexpr auto stoa::table<typed_documents::book> = stoa::define<typed_documents::book>(
    "books", primary_key(col<&typed_documents::book::id>),
    check(has_key(col<&typed_documents::book::meta, &typed_documents::book_meta::lang>)).named("has_lang"),
    check(cardinality(col<&typed_documents::book::meta, &typed_documents::book_meta::tags>) <= 3).named("few_tags"),
    check(col<&typed_documents::book::meta, &typed_documents::book_meta::chapters, stoa::at<0>,
              &typed_documents::chapter::pages> > 0)
        .named("first_chapter"));

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_INDEXED_DOCUMENTS_HPP
#define STOA_TESTS_SUPPORT_INDEXED_DOCUMENTS_HPP

// A table of 2000 documents with indexes over paths into them, and queries that should find rows by these.

#include "stoa/stoa.hpp"
#include "stoa/types/json.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace indexed_documents {

struct chapter {
    std::string title;
};

struct letter_meta {
    std::int32_t pages = 0;
    std::vector<std::string> tags{};
    std::vector<chapter> chapters{};
    std::map<std::string, std::string> titles{};
};

struct letter {
    std::int64_t id = 0;
    stoa::json<letter_meta> meta;
};

using stoa::at, stoa::key, stoa::col, stoa::from;

inline constexpr auto pages = col<&letter::meta, &letter_meta::pages>;
inline constexpr auto tags = col<&letter::meta, &letter_meta::tags>;
inline constexpr auto first = col<&letter::meta, &letter_meta::chapters, at<0>, &chapter::title>;
inline constexpr auto last = col<&letter::meta, &letter_meta::chapters, at<-1>, &chapter::title>;
inline constexpr auto german = col<&letter::meta, &letter_meta::titles, key<"it's de">>;

} // namespace indexed_documents

template <>
inline constexpr auto stoa::table<indexed_documents::letter> = stoa::define<indexed_documents::letter>(
    "letters", primary_key(col<&indexed_documents::letter::id>), index(indexed_documents::pages).named("by_pages"),
    index(indexed_documents::first).named("by_first"), index(indexed_documents::last).named("by_last"),
    index(indexed_documents::german).named("by_german"), index(indexed_documents::tags).using_(gin).named("by_tags"),
    index(col<&indexed_documents::letter::meta>).using_(gin).named("by_all"));

namespace indexed_documents {

inline constexpr auto thick = from<letter>().where(pages == 7).select(col<&letter::id>);
inline constexpr auto thinnest = from<letter>().order_by(pages).limit(3).select(col<&letter::id>);
inline constexpr auto thickest = from<letter>().order_by(desc(pages)).limit(3).select(col<&letter::id>);
inline constexpr auto begins = from<letter>().where(first == "t").select(col<&letter::id>);
inline constexpr auto by_first = from<letter>().order_by(first).limit(3).select(col<&letter::id>);
inline constexpr auto ends = from<letter>().where(last == "t").select(col<&letter::id>);
inline constexpr auto named = from<letter>().where(german == "t").select(col<&letter::id>);

/// Inserts the rows.
template <class Session>
void fill(Session& db) {
    db.transaction([&] {
        for (std::int32_t n = 0; n != 2000; ++n) {
            const std::string number = std::to_string(n);
            db.insert(letter{n, letter_meta{n,
                                            {"tag " + number, "all"},
                                            {{"first " + number}, {"last " + number}},
                                            {{"it's de", "Brief " + number}}}});
        }
    });
}

} // namespace indexed_documents

#endif

// SPDX-License-Identifier: BSL-1.0

// docs/guide/build_time.md

#include "guide.hpp"
#include "library.hpp"

// [include]
#include <stoa/tool/markdown.hpp>
#include <stoa/tool/mermaid.hpp>
#include <stoa/tool/schema_json.hpp>
// [/include]

#include <sstream>

namespace {

void work(stoa::database&) {
    std::ostringstream page;
    // [write]
    const auto tables = stoa::tool::tables_of<library>();
    page << stoa::tool::markdown(tables, "The library");
    page << "\n```mermaid\n" << stoa::tool::mermaid(tables) << "```\n";
    std::string snapshot = stoa::tool::schema_json(tables);
    // [/write]
    guide::expect(page.str().find("- [`authors`](#authors)\n- [`books`](#books)\n") != std::string::npos);
    guide::expect(page.str().find("\"authors\" ||..o{ \"books\" : \"fk_books_author_id\"") != std::string::npos);
    guide::expect(snapshot.starts_with("{\n  \"format\": \"stoa.schema\""));
}

template <class Dialect>
void show() {}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_LOAD_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_LOAD_HPP

// Makes the database say what a control file says: rows are inserted or updated by their keys, and packages and
// dependencies that the file does not have are deleted. All of it is one transaction, so nobody ever sees half of it.

#include "control_file.hpp"
#include "models.hpp"
#include "progress_bar.hpp"
#include "record_reader.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace debian {

using stoa::col, stoa::conflict_on, stoa::delete_from;

/// Stores entries one after the other, and knows which.
class loader {
public:
    explicit loader(stoa::database& db) : db_(db) {}

    /// Throws: malformed_input for a package that has been stored before.
    void store(package_entry entry) {
        package& stored = entry.package;
        if (stored.section) store_section(*stored.section);
        if (entry.maintainer) stored.maintainer_id = store_maintainer(std::move(*entry.maintainer));

        // The id of a new package is generated; that of a known one comes back from its row.
        db_.upsert(stored, conflict_on(col<&package::name>, col<&package::architecture>));
        if (!packages_.insert(stored.id).second)
            throw malformed_input(entry.line, "the package '" + stored.name + "' stands twice in this file");

        for (dependency& each : entry.dependencies) {
            each.package_id = stored.id;
            db_.upsert(each);
        }
        const auto count = static_cast<std::int32_t>(entry.dependencies.size());
        db_.execute(delete_from<dependency>().where(col<&dependency::package_id> == stored.id &&
                                                    col<&dependency::position> >= count));
    }

    /// Deletes packages that have not been stored, and with them their dependencies.
    void erase_others() {
        const std::vector<stoa::guid> stored(packages_.begin(), packages_.end());
        db_.execute(delete_from<package>().where(col<&package::id>.not_in(stored)));
    }

    bool empty() const { return packages_.empty(); }

private:
    /// "contrib/libs" is in the area "contrib", plain "libs" in "main" (Debian Policy 2.4).
    void store_section(const std::string& name) {
        if (!sections_.insert(name).second) return;
        const auto slash = name.find('/');
        db_.upsert(section{name, slash == std::string::npos ? "main" : name.substr(0, slash)});
    }

    stoa::guid store_maintainer(maintainer stored) {
        stoa::guid& id = maintainers_[{stored.name, stored.email}];
        if (id.is_nil()) {
            db_.upsert(stored, conflict_on(col<&maintainer::name>, col<&maintainer::email>));
            id = stored.id;
        }
        return id;
    }

    stoa::database& db_;
    std::set<std::string> sections_;
    std::map<std::pair<std::string, std::string>, stoa::guid> maintainers_;
    std::set<stoa::guid> packages_;
};

/// Throws: malformed_input, and the database is as it was before.
inline void load(stoa::database& db, control_file& input) {
    progress_bar progress(input.size());
    db.transaction([&] {
        db.create_if_missing<catalogue>();
        loader loaded(db);
        while (auto text = input.next()) {
            loaded.store(read_entry(std::move(*text)));
            progress.reach(input.position());
        }
        if (loaded.empty()) throw malformed_input(1, "there is no package in this file");
        loaded.erase_others();
    });
}

} // namespace debian

#endif

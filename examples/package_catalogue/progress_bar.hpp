// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_PROGRESS_BAR_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_PROGRESS_BAR_HPP

// Shows on the standard error stream how much of a file has been read.

#include <boost/timer/progress_display.hpp>

#include <cstdint>
#include <iostream>
#include <optional>

namespace debian {

class progress_bar {
public:
    /// Shows nothing if the size is not known, that is, 0.
    explicit progress_bar(std::uintmax_t size) {
        if (size != 0) display_.emplace(size, std::cerr, "");
    }

    /// Leaves what comes next a line of its own, however far the bar came.
    ~progress_bar() {
        if (display_ && display_->count() < display_->expected_count()) std::cerr << '\n';
    }

    progress_bar(const progress_bar&) = delete;
    progress_bar& operator=(const progress_bar&) = delete;

    void reach(std::uintmax_t position) {
        if (display_ && position > display_->count()) *display_ += position - display_->count();
    }

private:
    std::optional<boost::timer::progress_display> display_;
};

} // namespace debian

#endif

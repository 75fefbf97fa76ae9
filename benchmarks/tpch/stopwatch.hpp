// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_STOPWATCH_HPP
#define STOA_BENCHMARKS_TPCH_STOPWATCH_HPP

// How long something took, and the line that says so.

#include <chrono>
#include <cstddef>
#include <iomanip>
#include <ostream>
#include <string_view>

namespace tpch {

class stopwatch {
public:
    /// "q01          4 rows     0.123 s"
    void report(std::ostream& out, std::string_view what, std::size_t rows) const {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
        out << std::left << std::setw(10) << what << std::right << std::setw(10) << rows << " rows " << std::fixed
            << std::setprecision(3) << std::setw(10) << passed.count() << " s" << std::endl;
    }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

} // namespace tpch

#endif

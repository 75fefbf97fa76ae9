// SPDX-License-Identifier: BSL-1.0
// Boost.JSON from its headers: part of every program that links stoa::json, so that no package with its library is
// needed.
#include <boost/json/src.hpp>

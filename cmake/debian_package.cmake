# cpack -G DEB in the build directory: libstoa-dev_<version>_all.deb, from what install.cmake installs.

set(CPACK_PACKAGE_CONTACT "stoa's maintainers" CACHE STRING "Who answers for packages built here: name <address>")
set(CPACK_PACKAGE_NAME "stoa")
set(CPACK_GENERATOR "DEB")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_DEBIAN_PACKAGE_NAME "libstoa-dev")
set(CPACK_DEBIAN_FILE_NAME "DEB-DEFAULT")
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE "all")
set(CPACK_DEBIAN_PACKAGE_SECTION "libdevel")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "A header-only C++20 library: tables, statements and rows from plain structs, the same on both databases.")
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libboost${STOA_BOOST_VERSION}-dev | libboost-dev (>= ${STOA_BOOST_VERSION})")
# Each driver needs its client library, and nothing else does.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsqlite3-dev (>= ${STOA_SQLITE_VERSION}), libpq-dev")
set(CPACK_INSTALL_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/debian_copyright.cmake")
include(CPack)

# Header-only: what is installed is the same for every triplet, and there is nothing to build.
set(VCPKG_BUILD_TYPE release)

# As an overlay port, this builds the checkout it lies in. A port in a registry downloads a release here instead, with
# vcpkg_from_git or its kin.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        -DSTOA_BUILD_TESTS=OFF
        -DSTOA_BUILD_EXAMPLES=OFF
        -DSTOA_BUILD_BENCHMARKS=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/stoa)
vcpkg_fixup_pkgconfig()
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")

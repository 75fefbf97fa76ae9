# The headers and the CMake package. All headers are installed, whichever client libraries this machine has;
# a driver's target exists for a user where the user's machine has its client library.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(STOA_PACKAGE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/stoa")

# One export per component, so that stoaConfig.cmake loads only what can be used.
install(TARGETS stoa stoa_json EXPORT stoaTargets FILE_SET HEADERS)
install(TARGETS stoa_sqlite EXPORT stoaSqliteTargets FILE_SET HEADERS)
install(TARGETS stoa_postgres EXPORT stoaPostgresTargets FILE_SET HEADERS)
foreach(export IN ITEMS stoaTargets stoaSqliteTargets stoaPostgresTargets)
    install(EXPORT ${export} NAMESPACE stoa:: DESTINATION "${STOA_PACKAGE_DIR}")
endforeach()

configure_package_config_file(cmake/stoaConfig.cmake.in "${PROJECT_BINARY_DIR}/stoaConfig.cmake"
    INSTALL_DESTINATION "${STOA_PACKAGE_DIR}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/stoaConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/stoaConfig.cmake" "${PROJECT_BINARY_DIR}/stoaConfigVersion.cmake"
    cmake/stoa_generate_schema.cmake cmake/stoa_generate_schema_main.cpp.in
    DESTINATION "${STOA_PACKAGE_DIR}")
install(FILES cmake/boost_json.cpp DESTINATION "${STOA_DATA_DIR}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

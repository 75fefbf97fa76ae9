# The headers, the CMake package and the files of pkg-config. All headers are installed, whichever client libraries this
# machine has; a driver's target exists for a user where the user's machine has its client library. Nothing that is
# installed depends on the architecture, so everything lies in include/ and share/.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(STOA_PACKAGE_DIR "${CMAKE_INSTALL_DATADIR}/cmake/stoa")

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

# The files of pkg-config find the headers from where they lie themselves, so that the tree may be moved.
set(STOA_PKG_CONFIG_DIR "${CMAKE_INSTALL_DATADIR}/pkgconfig")
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}" OR IS_ABSOLUTE "${STOA_PKG_CONFIG_DIR}")
    set(STOA_PKG_CONFIG_INCLUDEDIR "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
else()
    file(RELATIVE_PATH STOA_PKG_CONFIG_INCLUDEDIR "/${STOA_PKG_CONFIG_DIR}" "/${CMAKE_INSTALL_INCLUDEDIR}")
    string(PREPEND STOA_PKG_CONFIG_INCLUDEDIR "\${pcfiledir}/")
endif()

# stoa_install_pkg_config(NAME DESCRIPTION [REQUIRED...])
function(stoa_install_pkg_config name description)
    list(JOIN ARGN ", " required)
    configure_file(cmake/stoa.pc.in "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${STOA_PKG_CONFIG_DIR}")
endfunction()
stoa_install_pkg_config(stoa "${PROJECT_DESCRIPTION}")
stoa_install_pkg_config(stoa-sqlite "stoa and its SQLite driver" "stoa = ${PROJECT_VERSION}" "sqlite3 >= ${STOA_SQLITE_VERSION}")
stoa_install_pkg_config(stoa-postgres "stoa and its PostgreSQL driver" "stoa = ${PROJECT_VERSION}" libpq)

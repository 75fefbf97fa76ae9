# Run by cpack while it gathers the files of the Debian package, whose policy wants the licence here.
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/../LICENSE" DESTINATION /usr/share/doc/libstoa-dev RENAME copyright)

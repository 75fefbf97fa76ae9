# SPDX-License-Identifier: BSL-1.0
# From the checkout: conan create packaging/conan
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load

required_conan_version = ">=2.0"


class StoaConan(ConanFile):
    name = "stoa"
    description = "Plain structs as tables, on SQLite and PostgreSQL: a header-only C++20 library"
    license = "BSL-1.0"
    topics = ("sql", "orm", "sqlite", "postgresql", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"sqlite": [True, False], "postgres": [True, False]}
    default_options = {"sqlite": True, "postgres": False}
    no_copy_source = True

    # What of the checkout is needed, and where it goes in the package.
    contents = {
        "LICENSE": "licenses",
        "include/stoa/*.hpp": "include/stoa",
        "cmake/stoa_generate_schema.cmake": "share/cmake/stoa",
        "cmake/stoa_generate_schema_main.cpp.in": "share/cmake/stoa",
    }

    @property
    def _checkout(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        header = load(self, os.path.join(self._checkout, "include", "stoa", "core", "version.hpp"))
        self.version = ".".join(re.search(rf"version_{part} = (\d+)", header)[1] for part in ("major", "minor", "patch"))

    def export_sources(self):
        for pattern in self.contents:
            copy(self, pattern, src=self._checkout, dst=self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.81]", transitive_headers=True, transitive_libs=True)
        if self.options.sqlite:
            self.requires("sqlite3/[>=3.39]", transitive_headers=True, transitive_libs=True)
        if self.options.postgres:
            self.requires("libpq/[>=13]", transitive_headers=True, transitive_libs=True)

    def validate(self):
        check_min_cppstd(self, 20)

    def package_id(self):
        self.info.clear()

    def package(self):
        for pattern, folder in self.contents.items():
            source, files = os.path.split(pattern)
            copy(self, files, src=os.path.join(self.source_folder, source), dst=os.path.join(self.package_folder, folder))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "stoa")
        self.cpp_info.set_property("cmake_build_modules", ["share/cmake/stoa/stoa_generate_schema.cmake"])
        self._add_component("stoa", "boost::headers")
        self._add_component("json", "stoa", "boost::json")
        if self.options.sqlite:
            self._add_component("sqlite", "stoa", "sqlite3::sqlite3")
        if self.options.postgres:
            self._add_component("postgres", "stoa", "libpq::pq")

    def _add_component(self, name, *requires):
        component = self.cpp_info.components[name]
        component.set_property("cmake_target_name", f"stoa::{name}")
        component.set_property("pkg_config_name", "stoa" if name == "stoa" else f"stoa-{name}")
        component.requires = list(requires)
        component.bindirs = []
        component.libdirs = []

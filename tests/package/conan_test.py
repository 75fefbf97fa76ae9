# SPDX-License-Identifier: BSL-1.0
"""packaging/conan/conanfile.py, run with stand-ins for the parts of Conan it uses. Conan itself is not in Debian."""

import collections
import fnmatch
import importlib.util
import pathlib
import re
import shutil
import sys
import tempfile
import types
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECIPE = ROOT / "packaging" / "conan" / "conanfile.py"


def copy(_, pattern, src, dst):
    """As Conan's: a pattern matches whole paths below src, and those that match keep their folders."""
    source = pathlib.Path(src).resolve()
    found = [path for path in source.rglob("*") if path.is_file() and fnmatch.fnmatch(path.relative_to(source).as_posix(), pattern)]
    if not found:
        raise AssertionError(f"nothing in {source} is {pattern}")
    for path in found:
        to = pathlib.Path(dst, path.relative_to(source))
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)


class Part:
    def __init__(self):
        self.properties, self.requires = {}, []
        self.components = collections.defaultdict(Part)

    def set_property(self, name, value):
        self.properties[name] = value


class ConanFile:
    def __init__(self, folder, options):
        self.options = types.SimpleNamespace(**{**self.default_options, **options})
        self.recipe_folder = str(RECIPE.parent)
        self.export_sources_folder = self.source_folder = str(folder / "source")
        self.package_folder = str(folder / "package")
        self.cpp_info = Part()
        self.required = []

    def requires(self, reference, **_):
        self.required.append(reference)


def recipe_class():
    files = {"copy": copy, "load": lambda _, path: pathlib.Path(path).read_text(encoding="utf-8")}
    for name, members in {"conan": {"ConanFile": ConanFile}, "conan.tools": {}, "conan.tools.files": files,
                          "conan.tools.build": {"check_min_cppstd": lambda *_: None}}.items():
        sys.modules[name] = types.ModuleType(name)
        vars(sys.modules[name]).update(members)
    spec = importlib.util.spec_from_file_location("stoa_conanfile", RECIPE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.StoaConan


class Recipe(unittest.TestCase):
    def recipe(self, **options):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return recipe_class()(pathlib.Path(folder.name), options)

    def test_the_version_is_that_of_the_project(self):
        recipe = self.recipe()
        recipe.set_version()
        self.assertEqual(recipe.version, sys.argv[1])

    def test_the_package_has_all_headers_the_licence_and_the_cmake_functions(self):
        recipe = self.recipe()
        recipe.export_sources()
        recipe.package()
        recipe.package_info()
        package = pathlib.Path(recipe.package_folder)
        files = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
        headers = {path.relative_to(ROOT).as_posix() for path in (ROOT / "include").rglob("*.hpp")}
        self.assertEqual(files, headers | {"licenses/LICENSE", "share/cmake/stoa/stoa_generate_schema.cmake",
                                           "share/cmake/stoa/stoa_generate_schema_main.cpp.in"})
        self.assertLessEqual(set(recipe.cpp_info.properties["cmake_build_modules"]), files)

    def test_components_have_the_names_of_the_targets_and_need_what_is_required(self):
        for options, drivers in (({}, {"sqlite"}), ({"sqlite": False, "postgres": True}, {"postgres"})):
            recipe = self.recipe(**options)
            recipe.requirements()
            recipe.package_info()
            components = recipe.cpp_info.components
            self.assertEqual(set(components), {"stoa", "json"} | drivers)
            for name, component in components.items():
                self.assertEqual(component.properties["cmake_target_name"], f"stoa::{name}")
            packages = {need.partition("::")[0] for component in components.values() for need in component.requires}
            self.assertEqual(packages - {"stoa"}, {reference.partition("/")[0] for reference in recipe.required})

    def test_the_oldest_versions_are_those_of_the_build(self):
        recipe = self.recipe(postgres=True)
        recipe.requirements()
        build = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        for package, variable in (("boost", "STOA_BOOST_VERSION"), ("sqlite3", "STOA_SQLITE_VERSION")):
            oldest = re.search(rf"set\({variable} ([\d.]+)\)", build)[1]
            self.assertIn(f"{package}/[>={oldest}]", recipe.required)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

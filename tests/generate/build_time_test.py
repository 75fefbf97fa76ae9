# SPDX-License-Identifier: BSL-1.0
"""The CMake function stoa_generate_schema, in projects built for the purpose.

Run by CMakeLists.txt beside it, which says in the environment which CMake, generator and compiler are meant. With
STOA_UPDATE_GOLDEN=1 the files in tests/golden/generate/ are written instead of compared.
"""

import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "build_time_ddl"
GOLDEN = ROOT / "tests" / "golden" / "generate"
CMAKE = os.environ.get("CMAKE_COMMAND", "cmake")
GENERATOR = os.environ.get("CMAKE_GENERATOR", "Ninja")
COMPILER, *OPTIONS = shlex.split(os.environ.get("CXX", "c++"))
WORK = pathlib.Path(os.environ.get("STOA_WORK_DIR", "/tmp/stoa_generate_test"))
FILES = ["repair_shop." + part for part in ("sqlite.sql", "sqlite.drop.sql", "postgres.sql", "postgres.drop.sql",
                                            "schema.json", "mmd", "dot", "md")]
TABLES = {"people", "bicycles", "repairs", "invoices"}
KEYS = {"fk_bicycles_owner_id", "fk_repairs_bicycle_id", "fk_repairs_mechanic_id", "fk_invoices_repair"}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=280, **options)


def configure(source, build, *settings):
    return run(CMAKE, "-G", GENERATOR, "-S", source, "-B", build, f"-DCMAKE_CXX_COMPILER={COMPILER}",
               f"-DCMAKE_CXX_FLAGS={shlex.join(OPTIONS)}", "-DCMAKE_BUILD_TYPE=", *settings)


class Project(unittest.TestCase):
    def setUp(self):
        shutil.rmtree(WORK, ignore_errors=True)
        self.source, self.build = WORK / "source", WORK / "build"
        shutil.copytree(EXAMPLE, self.source)

    def must(self, result):
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout

    def configured(self, *settings):
        self.must(configure(self.source, self.build, f"-DSTOA_SOURCE_DIR={ROOT}", *settings))

    def built(self):
        return self.must(run(CMAKE, "--build", self.build))

    def text(self, file):
        return (self.build / "generated" / file).read_text(encoding="utf-8")

    def times(self):
        return {path.name: path.stat().st_mtime_ns for path in (self.build / "generated").iterdir()}

    def edit(self, old, new):
        models = self.source / "models.hpp"
        text = models.read_text(encoding="utf-8")
        self.assertIn(old, text)
        models.write_text(text.replace(old, new), encoding="utf-8")

    def check_golden(self):
        if os.environ.get("STOA_UPDATE_GOLDEN") == "1":
            GOLDEN.mkdir(parents=True, exist_ok=True)
            for file in FILES:
                shutil.copyfile(self.build / "generated" / file, GOLDEN / file)
        for file in FILES:
            with self.subTest(file=file):
                self.assertEqual(self.text(file), (GOLDEN / file).read_text(encoding="utf-8"))


class Files(Project):
    def test_the_files_are_the_same_from_every_compiler(self):
        self.configured()
        self.built()
        self.check_golden()


class Builds(Project):
    def test_files_follow_the_header(self):
        self.configured()
        self.assertIn("Writing schema repair_shop", self.built())
        self.check_golden()
        self.check_contents()

        written = self.times()
        self.assertNotIn("Writing", self.built(), "nothing has changed")
        self.assertEqual(self.times(), written)

        (self.source / "models.hpp").touch()
        self.assertIn("Writing", self.built(), "the header is newer")
        if GENERATOR == "Ninja":  # make touches what a command may have written
            self.assertEqual(self.times(), written, "no file's text has changed")
        self.assertNotIn("Writing", self.built())

        self.edit("max_length(200)", "max_length(300)")
        self.built()
        self.assertIn('length("name") <= 300', self.text("repair_shop.sqlite.sql"))
        self.assertNotEqual(self.times()["repair_shop.md"], written["repair_shop.md"])
        if GENERATOR == "Ninja":
            self.assertEqual(self.times()["repair_shop.mmd"], written["repair_shop.mmd"])

        # A mistake stops the build and says which; the files stay.
        before = self.times()
        self.edit("unique(col<&repair_shop::bicycle::frame_number>)", "unique(col<&repair_shop::repair::parts>)")
        failed = run(CMAKE, "--build", self.build)
        self.assertNotEqual(failed.returncode, 0)
        self.assertIn("stoa[E301]", failed.stdout)
        self.assertEqual(self.times(), before)

    def check_contents(self):
        tables = {table["name"]: table for table in json.loads(self.text("repair_shop.schema.json"))["tables"]}
        self.assertEqual(set(tables), TABLES)
        for table in tables.values():
            self.assertEqual(list(table), [key for key in ("name", "comment", "columns", "primary_key", "foreign_keys",
                                                           "uniques", "checks", "indexes") if key in table])
        for diagram in ("repair_shop.mmd", "repair_shop.dot", "repair_shop.md"):
            for name in TABLES | KEYS:
                self.assertIn(name, self.text(diagram))
        cache = run(CMAKE, "-LA", "-N", self.build).stdout
        if "STOA_GRAPHVIZ_DOT-NOTFOUND" not in cache:
            drawn = self.text("repair_shop.svg")
            self.assertIn("<svg", drawn)
            for name in TABLES | KEYS:
                self.assertIn(name, drawn)


class Sqlite(Project):
    def test_the_scripts_load_and_drop(self):
        if not shutil.which("sqlite3"):
            self.skipTest("sqlite3 is not installed")
        self.configured()
        self.built()
        database = WORK / "shop.db"
        for _ in range(2):
            for script, count in (("sqlite.sql", len(TABLES)), ("sqlite.drop.sql", 0)):
                self.must(run("sqlite3", "-bail", database, "PRAGMA foreign_keys = ON",
                              f".read {self.build / 'generated' / ('repair_shop.' + script)}"))
                counted = self.must(run("sqlite3", database, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"))
                self.assertEqual(int(counted), count)


class Postgres(Project):
    def test_the_scripts_load_and_drop(self):
        url = os.environ.get("STOA_TEST_POSTGRES_URL")
        if not url:
            self.skipTest("STOA_TEST_POSTGRES_URL is not set")
        self.configured()
        self.built()
        schema = f"stoa_generate_{os.getpid()}"
        psql = ["psql", "-q", "-v", "ON_ERROR_STOP=1", url]
        try:
            self.must(run(*psql, "-c", f"CREATE SCHEMA {schema}"))
            for _ in range(2):
                for script in ("postgres.sql", "postgres.drop.sql"):
                    self.must(run(*psql, "-1", "-c", f"SET search_path TO {schema}",
                                  "-f", self.build / "generated" / f"repair_shop.{script}"))
            self.must(run(*psql, "-c", f"DROP SCHEMA {schema}"))  # nothing is left in it
        finally:
            run(*psql, "-c", f"DROP SCHEMA IF EXISTS {schema} CASCADE")


class Package(Project):
    def test_an_installed_stoa_has_the_function(self):
        self.must(run(CMAKE, "--install", os.environ["STOA_BINARY_DIR"], "--prefix", WORK / "prefix"))
        self.must(configure(self.source, self.build, f"-DCMAKE_PREFIX_PATH={WORK / 'prefix'}"))
        self.built()
        self.check_golden()

    def test_it_works_without_graphviz(self):
        self.configured("-DSTOA_GRAPHVIZ_DOT=OFF")
        self.built()
        self.assertFalse((self.build / "generated" / "repair_shop.svg").exists())
        self.check_golden()

    def test_the_header_may_need_libraries_and_stand_elsewhere(self):
        (self.source / "models").mkdir()
        (self.source / "models.hpp").rename(self.source / "models" / "shop.hpp")
        (self.source / "elsewhere").mkdir()
        (self.source / "elsewhere" / "all.hpp").write_text('#include <models/shop.hpp>\n', encoding="utf-8")
        lists = self.source / "CMakeLists.txt"
        text = lists.read_text(encoding="utf-8").replace("HEADER models.hpp", "HEADER elsewhere/all.hpp LINK_LIBRARIES shop")
        lists.write_text(text + "add_library(shop INTERFACE)\ntarget_include_directories(shop INTERFACE .)\n",
                         encoding="utf-8")
        self.configured()
        self.built()
        self.check_golden()

    def test_an_emulator_runs_the_program_when_cross_compiling(self):
        self.configured("-DCMAKE_SYSTEM_NAME=Linux", "-DCMAKE_CROSSCOMPILING_EMULATOR=/usr/bin/env;STOA_EMULATED=1")
        self.built()
        self.check_golden()


class Refusals(Project):
    CALL = {"TARGET": "repair_shop", "HEADER": "models.hpp", "SCHEMA": "repair_shop::database",
            "DIALECTS": "sqlite postgres", "OUTPUT_DIR": "generated"}

    def refused(self, call, *settings):
        """What CMake says about a call of the function with these arguments."""
        lists = self.source / "CMakeLists.txt"
        before = (EXAMPLE / "CMakeLists.txt").read_text(encoding="utf-8").partition("stoa_generate_schema(")[0]
        arguments = "\n    ".join(f"{name} {value}" for name, value in call.items())
        lists.write_text(f"{before}stoa_generate_schema(\n    {arguments})\n", encoding="utf-8")
        result = configure(self.source, self.build, f"-DSTOA_SOURCE_DIR={ROOT}", *settings)
        self.assertNotEqual(result.returncode, 0, "the call was accepted")
        return " ".join(result.stdout.split())

    def test_wrong_calls_are_told_what_is_wrong(self):
        for name in self.CALL:
            with self.subTest(missing=name):
                call = {key: value for key, value in self.CALL.items() if key != name}
                self.assertIn(f"stoa_generate_schema: {name} is missing. Usage: stoa_generate_schema(", self.refused(call))
        for call, message in (
                ({**self.CALL, "DIALECTS": "sqlite oracle"}, "there is no dialect oracle. There are: sqlite, postgres."),
                ({"FOLDER": "here", **self.CALL}, "unknown argument: FOLDER here. Usage: stoa_generate_schema("),
                ({**self.CALL, "HEADER": "model.hpp"}, "model.hpp does not exist."),
                ({**self.CALL, "TARGET": "stoa"}, "there is a target stoa already.")):
            with self.subTest(call=call):
                self.assertIn(message, self.refused(call))

    def test_cross_compiling_needs_an_emulator(self):
        self.assertIn("Set CMAKE_CROSSCOMPILING_EMULATOR to a program that runs it",
                      self.refused(self.CALL, "-DCMAKE_SYSTEM_NAME=Linux"))


if __name__ == "__main__":
    outcome = unittest.main(exit=False).result
    sys.exit(1 if not outcome.wasSuccessful() else 77 if outcome.skipped else 0)

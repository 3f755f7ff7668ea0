#!/usr/bin/env python3
"""Runs whole commands and compares all that they write with what is kept.

    golden_test.py --soat BINARY [--bless] [CASE...]

A case is a folder of golden/ with the file `cmd`, a piece of shell, and what it must give: expected.stdout,
expected.stderr, expected.status. It runs in a fresh copy of golden/inputs with soat on the PATH. --bless rewrites the
expected files; read the difference before you commit it.
"""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
PARTS = ("stdout", "stderr", "status")


def run_case(case, soat):
    """The bytes of stdout and stderr and the exit status of the case."""
    with tempfile.TemporaryDirectory() as scratch:
        work = pathlib.Path(scratch, "work")
        shutil.copytree(GOLDEN / "inputs", work, symlinks=True)
        environment = {"PATH": f"{soat.parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": scratch}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        done = subprocess.run(["bash", "-c", (case / "cmd").read_text(encoding="utf-8")], cwd=work, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return {"stdout": done.stdout, "stderr": done.stderr, "status": f"{done.returncode}\n".encode()}


def expected_of(case):
    files = {part: case / f"expected.{part}" for part in PARTS}
    return {part: file.read_bytes() if file.exists() else b"" for part, file in files.items()}


def bless(case, actual):
    for part in PARTS:
        file = case / f"expected.{part}"
        if actual[part]:
            file.write_bytes(actual[part])
        else:
            file.unlink(missing_ok=True)


def show_difference(case, part, expected, actual):
    lines = [content.decode("utf-8", "backslashreplace").splitlines(keepends=True) for content in (expected, actual)]
    sys.stdout.writelines(difflib.unified_diff(*lines, f"{case.name}/expected.{part}", f"{case.name}: {part}"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", type=pathlib.Path, required=True)
    parser.add_argument("--bless", action="store_true", help="rewrite what is expected")
    parser.add_argument("case", nargs="*")
    arguments = parser.parse_args()
    cases = [GOLDEN / name for name in arguments.case] or sorted(path.parent for path in GOLDEN.glob("*/cmd"))
    failed = 0
    for case in cases:
        actual = run_case(case, arguments.soat.resolve())
        if arguments.bless:
            bless(case, actual)
        expected = expected_of(case)
        wrong = [part for part in PARTS if expected[part] != actual[part]]
        for part in wrong:
            show_difference(case, part, expected[part], actual[part])
        failed += bool(wrong)
    print(f"{len(cases)} golden cases, {failed} failed")
    sys.exit(1 if failed or not cases else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""cmake --install puts everything in its place, and the program alone, copied anywhere, works."""
import argparse
import pathlib
import shutil
import subprocess
import tempfile

FILES = ["bin/soat", "share/man/man1/soat.1", "share/bash-completion/completions/soat", "share/soat/figures.schema.json",
         "share/soat/reports.schema.json",
         "share/soat/checks.schema.json", "share/soat/comparison.schema.json"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    build = parser.parse_args().build
    with tempfile.TemporaryDirectory() as scratch:
        prefix = pathlib.Path(scratch, "nơi cài đặt")
        subprocess.run(["cmake", "--install", build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        for file in FILES:
            if not (prefix / file).is_file():
                raise SystemExit(f"{file} was not installed")
        alone = shutil.copy(prefix / "bin/soat", pathlib.Path(scratch, "soat bản sao"))
        shutil.rmtree(prefix)
        done = subprocess.run([alone, "extract", "--format", "ndjson", "-"], input="Đạt 89,64%.\n", encoding="utf-8",
                              capture_output=True, check=True, cwd="/")
        if '"value":89.64' not in done.stdout:
            raise SystemExit(f"the copied program wrote {done.stdout!r}")
    print(f"{len(FILES)} files installed; the program works alone")


if __name__ == "__main__":
    main()

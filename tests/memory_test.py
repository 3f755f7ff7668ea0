#!/usr/bin/env python3
"""Memory comes from mimalloc, in large pages unless the environment says otherwise.

    memory_test.py --soat BINARY
"""
import argparse
import os
import re
import subprocess


def large_pages(soat, setting):
    """What mimalloc says of large pages as it starts, with MIMALLOC_LARGE_OS_PAGES as in `setting`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MIMALLOC_")}
    told = subprocess.run([soat, "--version"], env=environment | setting | {"MIMALLOC_VERBOSE": "1"}, capture_output=True,
                          check=True, encoding="utf-8").stderr
    found = re.search(r"'large_os_pages': (\d)", told)
    if not found:
        raise SystemExit(f"no word of large pages: {told!r}")
    return found[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", required=True)
    soat = parser.parse_args().soat
    for setting, expected in (({}, "1"), ({"MIMALLOC_LARGE_OS_PAGES": "0"}, "0")):
        if (told := large_pages(soat, setting)) != expected:
            raise SystemExit(f"{setting}: large pages {told}, expected {expected}")
    print("mimalloc asks for large pages, and not where it is told not to")


if __name__ == "__main__":
    main()

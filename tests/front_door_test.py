#!/usr/bin/env python3
"""Help, manual page and completion name the same options, and what README shows is what the program writes.

    front_door_test.py --soat BINARY [--bless]
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

import reports_at_hand as at_hand

COMMANDS = [[], ["extract"], ["reports"], ["check"], ["compare"], ["rules"], ["rules", "list"], ["rules", "test"],
            ["rules", "export"], ["explain"], ["config"]]


README = at_hand.ROOT / "README.md"


def options_of(soat):
    """All long options that any command's help names."""
    known = set()
    for command in COMMANDS:
        text = subprocess.run([soat, *command, "--help"], capture_output=True, check=True, encoding="utf-8").stdout
        known |= set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", text, re.MULTILINE))
    return known


def option_faults(known):
    manual = re.sub(r"Fl -(?=[a-z])", "--", (at_hand.ROOT / "docs/soat.1").read_text(encoding="utf-8"))
    completion = (at_hand.ROOT / "docs/soat.bash").read_text(encoding="utf-8")
    for name, text in (("docs/soat.1", manual), ("docs/soat.bash", completion)):
        told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
        yield from (f"{name} does not know {option}" for option in sorted(known - told))
        yield from (f"{name} knows {option}, soat does not" for option in sorted(told - known))


def readme_as_it_is(soat):
    """README with the output of its ```console blocks made anew."""
    environment = {**os.environ, "PATH": f"{soat.parent}:{os.environ['PATH']}"}

    def run(block):
        shown = "```console\n"
        for command in re.findall(r"^\$ (.*)$", block[1], re.MULTILINE):
            done = subprocess.run(["bash", "-c", command], cwd=at_hand.ROOT, env=environment, capture_output=True,
                                  encoding="utf-8")
            if done.returncode not in (0, 1):  # 1: soat check has found something
                sys.exit(f"README: {command}: status {done.returncode}")
            shown += f"$ {command}\n{done.stdout}"
        return shown + "```"

    return re.sub(r"```console\n(.*?)```", run, README.read_text(encoding="utf-8"), flags=re.DOTALL)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", type=pathlib.Path, required=True)
    parser.add_argument("--bless", action="store_true", help="rewrite the output that README shows")
    arguments = parser.parse_args()
    soat = arguments.soat.resolve()
    known = options_of(soat)
    faults = list(option_faults(known))
    readme = readme_as_it_is(soat)
    if arguments.bless:
        README.write_text(readme, encoding="utf-8")
    if readme != README.read_text(encoding="utf-8"):
        faults.append("README.md shows another output than the program writes; ./dev bless mends it")
    print("\n".join(faults) or f"{len(known)} options agree, README shows what is written")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

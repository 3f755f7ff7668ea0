#!/usr/bin/env python3
"""Help, manual page and completion name the same options and kinds."""
import re
import subprocess
import sys

import reports_at_hand as at_hand

COMMANDS = [[], ["extract"], ["rules"], ["rules", "list"], ["rules", "test"], ["rules", "export"], ["explain"]]


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    manual = re.sub(r"Fl -(?=[a-z])", "--", (at_hand.ROOT / "docs/soat.1").read_text(encoding="utf-8"))
    completion = (at_hand.ROOT / "docs/soat.bash").read_text(encoding="utf-8")
    faults, known = [], set()
    for command in COMMANDS:
        text = subprocess.run([soat, *command, "--help"], capture_output=True, check=True, encoding="utf-8").stdout
        options = set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", text, re.MULTILINE))
        if "--help" not in options:
            faults.append(f"soat {' '.join(command)} --help does not name --help")
        known |= options
    for option in sorted(known):
        for name, text in (("docs/soat.1", manual), ("docs/soat.bash", completion)):
            if not re.search(re.escape(option) + r"(?![a-z-])", text):
                faults.append(f"{name} does not know {option}")
    for name, text in (("docs/soat.1", manual), ("docs/soat.bash", completion)):
        for option in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known):
            faults.append(f"{name} knows {option}, soat does not")
    print("\n".join(faults) or f"{len(known)} options agree")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

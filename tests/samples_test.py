#!/usr/bin/env python3
"""The samples give exactly the figures that are noted beside them in figures.tsv, and the identity of identity.json.

    samples_test.py --soat BINARY [--bless]

What is known to be still otherwise stands in samples-open.txt. It is asserted too: a difference that is not there, or
that is there and no longer is one, fails. --bless rewrites the list; it should only become shorter.
"""
import argparse
import collections
import csv
import difflib
import json
import pathlib
import sys
from decimal import Decimal, InvalidOperation

import reports_at_hand as at_hand

OPEN = pathlib.Path(__file__).resolve().parent / "samples-open.txt"


def plain(number):
    """A number without trailing zeros; what is no number stays."""
    try:
        return format(Decimal(number).normalize(), "f")
    except InvalidOperation:
        return number


def noted(report):
    """line, column, text, kind, value and unit of every figure that a person found."""
    with open(report.with_name("figures.tsv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "other":
                continue
            value = row["value"].replace(" ", "")
            if row["kind"] in ("count", "percent", "money", "measure", "ratio"):
                separator = "/" if row["kind"] == "ratio" else ".."
                value = separator.join(plain(part) for part in value.split(separator))
            yield (int(row["line"]), int(row["col"]), row["text"], row["kind"], value, row["unit"] or "")


def value_of(record):
    kind = record["kind"]
    if kind == "ratio":
        return f"{plain(record.get('numerator', ''))}/{plain(record.get('denominator', ''))}"
    if kind == "date":
        return record.get("start", "invalid")
    if kind == "period":
        start, end = record.get("start", ""), record.get("end", "")
        return f"{start}..{end}" if end and end != start else start
    if kind == "docref":
        return record.get("ref", "")
    if kind == "index":
        return ",".join(record.get("items", []))
    low, high = plain(record.get("value", "malformed")), plain(record.get("value_max", ""))
    return f"{low}..{high}" if high else low


def found(soat, report):
    for record in at_hand.records(soat, report):
        # Numbers spelled out in words are not noted.
        if record["kind"] != "count" or any(character.isdigit() for character in record["text"]):
            yield (int(record["line"]), int(record["column"]), record["text"], record["kind"], value_of(record),
                   record.get("unit", ""))


def agrees(expected, actual):
    """The unit may be shorter or longer by some words; all else is the same."""
    units = sorted((expected[-1].lower(), actual[-1].lower()), key=len)
    unit_agrees = expected[-1] == "" or (units[0] != "" and units[1].startswith(units[0]))
    return expected[:-1] == actual[:-1] and (unit_agrees or expected[3] in ("date", "period", "docref", "index"))


def differences(soat, report):
    """One line for each place where what is noted and what is found are not the same; and how many places there are."""
    places = collections.defaultdict(lambda: [None, None])
    for side, figures in enumerate((noted(report), found(soat, report))):
        for figure in figures:
            places[figure[:2]][side] = figure
    lines = []
    for (line, column), (expected, actual) in sorted(places.items()):
        if expected is None or actual is None or not agrees(expected, actual):
            shown = [figure and " ".join(map(repr, figure[2:])) for figure in (expected, actual)]
            lines.append(f"{report.parent.name}:{line}:{column}: noted {shown[0]}, found {shown[1]}\n")
    return lines, len(places)


def identity_faults(soat):
    """Where soat reports says otherwise than identity.json, in the samples that have one."""
    for report in at_hand.samples():
        expected = report.with_name("identity.json")
        if not expected.exists():
            continue
        record = json.loads(at_hand.run(soat, "reports", "--format", "ndjson", report))
        found = {key: value for key, value in record.items() if key not in ("report", "encoding", "figures", "sha256")}
        noted = json.loads(expected.read_text(encoding="utf-8"))
        for field in sorted({*noted, *found}):
            if noted.get(field) != found.get(field):
                yield f"{report.parent.name}: {field}: noted {noted.get(field)!r}, found {found.get(field)!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", type=pathlib.Path, required=True)
    parser.add_argument("--bless", action="store_true", help="rewrite the list of what is known to be otherwise")
    arguments = parser.parse_args()
    actual, total = [], 0
    for report in at_hand.samples():
        lines, places = differences(arguments.soat.resolve(), report)
        actual += lines
        total += places
    faults = list(identity_faults(arguments.soat.resolve()))
    print(*faults, sep="\n", end="\n" if faults else "")
    if arguments.bless:
        OPEN.write_text("".join(actual), encoding="utf-8")
    known = OPEN.read_text(encoding="utf-8").splitlines(keepends=True) if OPEN.exists() else []
    sys.stdout.writelines(difflib.unified_diff(known, actual, OPEN.name, "found now", n=0))
    print(f"{total} figures of {len(at_hand.samples())} samples, {len(actual)} not as noted, {len(known)} known to be so")
    sys.exit(1 if actual != known or faults or not total else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""soat check notices when one digit of a relation that holds is changed.

    mutants_test.py --soat BINARY [--show]

Takes the relations of checks.jsonl that hold by arithmetic, in the samples and (where that is there) in ../shared.
Each number of each of them, where it stands in the report, is changed twice: its first digit and its last. What then
still holds within the precision of the printed numbers is no mutant. A mutant is noticed when an error or warning
touches a line of the relation. The unchanged reports are the business of findings_test.py. --show prints every
relation with a mutant that goes unnoticed.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import sys
import tempfile
from decimal import Decimal

import reports_at_hand as at_hand

KINDS = ("ratio_percent", "part_whole_sum", "complement", "enumeration_count", "index_count", "target_gap")
# The share of mutants that have to be noticed.
FLOORS = {"samples": Decimal("0.95"), "shared": Decimal("0.95")}


class Printed:
    """A number as it stands in a report: a value, the digits, and the unit of the last one (0 for whole numbers)."""

    def __init__(self, value, digits):
        self.value, self.digits = value, digits
        unit = value / int(digits) if int(digits) else Decimal(0)
        self.unit = Decimal(0) if unit == 1 else unit

    def with_digits(self, digits):
        """The same number with other digits: a unit of the last digit stays what it was."""
        changed = Printed(self.value, self.digits)
        changed.value = self.value * int(digits) / int(self.digits)
        changed.digits = digits
        return changed


def holds_sum(total, parts):
    """All numbers rounded, or all cut off."""
    difference = sum((part.value for part in parts), Decimal(0)) - total.value
    units = sum((part.unit for part in parts), Decimal(0))
    rounded = abs(difference) <= (units + total.unit) / 2
    cut_off = difference < total.unit and -difference < units
    return difference == 0 or rounded or cut_off


def lowest_and_highest(number, unit):
    """What may have been rounded or cut off to the number."""
    return number.value - unit / 2, number.value + unit


def holds_share(part, whole, percent):
    low_part, high_part = lowest_and_highest(part, part.unit)
    low_whole, high_whole = lowest_and_highest(whole, whole.unit)
    low, high = lowest_and_highest(percent, percent.unit or Decimal(1))
    return bool(whole.value) and low * low_whole <= high_part * 100 and low_part * 100 < high * high_whole


def holds(kind, numbers):
    """Whether the relation between the numbers, lists of Printed by role, is true. None when it cannot be told."""
    if kind == "ratio_percent":
        return holds_share(numbers["num"][0], numbers["den"][0], numbers["pct"][0])
    if kind in ("part_whole_sum", "complement"):
        return holds_sum(numbers["total"][0], numbers["parts"])
    if kind == "target_gap" and "target" in numbers and "gap" in numbers:
        return holds_sum(numbers["actual"][0], numbers["target"] + numbers["gap"])
    if kind in ("enumeration_count", "index_count") and isinstance(numbers["listed"][0].value, Decimal):
        return numbers["stated"][0].value == numbers["listed"][0].value
    return None


class Report:
    """A report with the figures and relations that a person noted."""

    def __init__(self, name, text, figures, checks):
        self.name = name
        with open(text, encoding="utf-8", newline="") as file:
            self.lines = file.read().split("\n")
        with open(figures, encoding="utf-8", newline="") as file:
            self.figures = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
        with open(checks, encoding="utf-8") as file:
            self.checks = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in file if line.strip()]

    def numbers_in(self, line):
        """Every number printed in a line: its column, counted from 0, its text and what it is."""
        for row in self.figures:
            if int(row["line"]) != line or row["kind"] not in ("count", "percent", "money", "measure", "ratio"):
                continue
            texts, values = [row["text"]], [row["value"].replace(" ", "")]
            if row["kind"] == "ratio":
                texts, values = row["text"].split("/"), values[0].split("/")
            column = int(row["col"]) - 1
            for text, value in zip(texts, values):
                digits = re.sub(r"\D", "", text)
                if digits and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) and self.lines[line - 1].startswith(text, column):
                    yield column, text, Printed(Decimal(value), digits)
                column += len(text) + 1

    def mutants(self):
        """The relation, what was changed, and the changed report."""
        for check in self.checks:
            if check["type"] not in KINDS or check["expect"] != "verified":
                continue
            found = {}  # places by value
            for line in (int(line) for line in check["lines"]):
                for column, text, number in self.numbers_in(line):
                    found.setdefault(number.value, (line, column, text, number))
            numbers = {}
            for role, value in check["operands"].items():
                values = value if isinstance(value, list) else [value]
                # What was counted stands nowhere as a number.
                numbers[role] = [found[one][3] if one in found and role != "listed" else Printed(one, str(int(one)))
                                 for one in values if isinstance(one, Decimal)]
            if not all(numbers.values()) or not holds(check["type"], numbers):
                continue
            for role, ones in numbers.items():
                if role == "listed":
                    continue
                for value in {number.value: None for number in ones}:
                    if value in found and int(found[value][3].digits):
                        yield from self.mutants_of(check, numbers, found[value])

    def mutants_of(self, check, numbers, place):
        """With the number at a place changed, for every operand that it is."""
        line, column, text, number = place
        places = [match.start() for match in re.finditer(r"\d", text)]
        for at in sorted({places[0], places[-1]}):
            digit = str((int(text[at]) + 3) % 10)
            changed = text[:at] + digit + text[at + 1:]
            digits = re.sub(r"\D", "", changed)
            if not int(digits):
                continue
            changed_number = number.with_digits(digits)
            operands = {role: [changed_number if one is number else one for one in ones]
                        for role, ones in numbers.items()}
            if holds(check["type"], operands):
                continue
            before = self.lines[line - 1]
            after = before[:column] + changed + before[column + len(text):]
            yield check, f"{text} -> {changed}", "\n".join(self.lines[:line - 1] + [after] + self.lines[line:])


def reports_of(which):
    if which == "samples":
        for checks in sorted(at_hand.ROOT.glob("samples/*/checks.jsonl")):
            folder = checks.parent
            yield Report(folder.name, folder / "report.txt", folder / "figures.tsv", checks)
        return
    for checks in sorted(at_hand.SHARED.glob("gold/*.checks.jsonl")):
        name = checks.name.removesuffix(".checks.jsonl")
        yield Report(name, at_hand.SHARED / "reports" / f"{name}.txt", checks.with_name(f"{name}.figures.tsv"), checks)


def measure(soat, which, show):
    """Prints the share of mutants that are noticed; returns whether it is at the floor."""
    mutants = [(report, *mutant) for report in reports_of(which) for mutant in report.mutants()]
    if not mutants:
        print(f"{which}: left out, there are no noted relations")
        return which != "samples"
    with tempfile.TemporaryDirectory() as scratch:
        for number, (_, _, _, text) in enumerate(mutants):
            pathlib.Path(scratch, f"{number}.txt").write_text(text, encoding="utf-8", newline="")
        output = at_hand.run(soat, "check", "--isolated", "--format", "ndjson", ".", folder=scratch, statuses=(0, 1))
    told = collections.defaultdict(set)
    for line in output.splitlines():
        record = json.loads(line)
        if record["severity"] in ("error", "warning"):
            told[int(pathlib.PurePath(record["report"]).stem)].update(record["lines"])
    kinds, unnoticed = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(list)
    for number, (report, check, change, _) in enumerate(mutants):
        noticed = bool(told[number] & {int(line) for line in check["lines"]})
        kinds[check["type"]][noticed] += 1
        if not noticed:
            unnoticed[report.name, check["type"], tuple(map(int, check["lines"]))].append(change)
    if show:
        for (name, kind, lines), changes in unnoticed.items():
            print(f"{which}: {name}:{','.join(map(str, lines))} {kind}: unnoticed {'; '.join(changes)}")
    for kind, (missed, noticed) in sorted(kinds.items()):
        print(f"{which}: {kind} {noticed} of {noticed + missed}")
    noticed = sum(noticed for _, noticed in kinds.values())
    print(f"{which}: {noticed} of {len(mutants)} mutants noticed, {noticed / len(mutants):.1%} (floor {FLOORS[which]:.0%})")
    return noticed >= FLOORS[which] * len(mutants)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", type=pathlib.Path, required=True, help="the program to test")
    parser.add_argument("--show", action="store_true", help="print what goes unnoticed")
    arguments = parser.parse_args()
    soat = arguments.soat.resolve()
    well = [measure(soat, which, arguments.show) for which in ("samples", "shared")]
    sys.exit(0 if all(well) else 1)


if __name__ == "__main__":
    main()

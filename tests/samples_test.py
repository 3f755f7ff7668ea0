#!/usr/bin/env python3
"""The samples give exactly the figures that are noted beside them in figures.tsv."""
import collections
import csv
import sys
from decimal import Decimal, InvalidOperation

import reports_at_hand as at_hand


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
        if any(character.isdigit() for character in record["text"]):
            yield (int(record["line"]), int(record["column"]), record["text"], record["kind"], value_of(record),
                   record.get("unit", ""))


def agrees(expected, actual):
    """The unit may be shorter or longer by some words; all else is the same."""
    units = sorted((expected[-1].lower(), actual[-1].lower()), key=len)
    unit_agrees = expected[-1] == "" or (units[0] != "" and units[1].startswith(units[0]))
    return expected[:-1] == actual[:-1] and (unit_agrees or expected[3] in ("date", "period", "docref", "index"))


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    wrong = total = 0
    for report in at_hand.samples():
        places = collections.defaultdict(lambda: [None, None])
        for side, figures in enumerate((noted(report), found(soat, report))):
            for figure in figures:
                places[figure[:2]][side] = figure
        for place in sorted(places):
            expected, actual = places[place]
            total += 1
            if expected is None or actual is None or not agrees(expected, actual):
                wrong += 1
                print(f"{report.parent.name}:{place[0]}:{place[1]}: noted {expected and expected[2:]}, found {actual and actual[2:]}")
    print(f"{total} figures of {len(at_hand.samples())} samples, {wrong} not as noted")
    sys.exit(1 if wrong or not total else 0)


if __name__ == "__main__":
    main()

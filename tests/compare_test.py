#!/usr/bin/env python3
"""soat compare finds the cells that a person noted: in ../shared (where that is there) and in the samples.

    compare_test.py --soat BINARY

Prints every cell that is missed or has the wrong period, and every wrong value, and fails below the floors. Then it
compares the samples again from the records of two halves, which must give the same bytes.
"""
import csv
import json
import pathlib
import sys
import tempfile
from decimal import Decimal

import reports_at_hand as at_hand

SCOPES = {"district": "cấp huyện", "commune": "cấp xã", "": ""}
# Cells with the right value, scope and unit; those that have the right period too.
SHARED_FLOORS = {"cells": 35, "periods": 34}
SAMPLE_FLOORS = {"cells": 93, "periods": 93}


def noted_cells(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {**row, "scope": SCOPES[row["scope"]], "value": Decimal(row["value"])}


def found_cells(soat, folder, paths):
    """Every value that a report states, those too that another report states better."""
    output = at_hand.run(soat, "compare", "--format", "json", "--quiet", *paths, folder=folder)
    for row in json.loads(output, parse_int=Decimal, parse_float=Decimal)["rows"]:
        for value in row["values"]:
            for statement in (value, *value.get("others", ())):
                path = pathlib.PurePath(statement["report"])
                yield {"indicator": row["indicator"], "scope": row.get("scope", ""), "unit": row["unit"],
                       "report": path.parent.name if path.stem == "report" else path.stem,
                       "period": value.get("period", ""), "value": statement["value"], "line": statement["line"]}


def key(cell):
    return cell["indicator"], cell["scope"], cell["report"]


def is_right(noted, found):
    units = sorted((noted["unit"].lower(), found["unit"].lower()), key=len)
    return noted["value"] == found["value"] and units[1].startswith(units[0])


def shown(cell):
    return f"{' '.join(key(cell))} {cell['period']} {cell['value']}"


def measure(name, noted, found, floors):
    """Prints what is not as noted; returns whether all is well."""
    cells = periods = 0
    wrong = []
    for cell in noted:
        same = [other for other in found if key(other) == key(cell)]
        right = [other for other in same if is_right(cell, other)]
        in_period = [other for other in right if other["period"] == cell["period"]]
        cells += bool(right)
        periods += bool(in_period)
        if not right:
            print(f"{name}: missed {shown(cell)}")
        elif not in_period:
            print(f"{name}: {shown(cell)} stands under {right[0]['period'] or 'no period'}")
        true_values = {other["value"] for other in noted if key(other) == key(cell)}
        wrong += [other for other in same if other["value"] not in true_values and other not in wrong]
    for cell in wrong:
        print(f"{name}: wrong {shown(cell)} (line {cell['line']})")
    print(f"{name}: of {len(noted)} cells {cells} right (floor {floors['cells']}), {periods} of them with the right period "
          f"(floor {floors['periods']}), {len(wrong)} wrong")
    return cells >= floors["cells"] and periods >= floors["periods"] and not wrong


def samples_to_compare():
    return sorted(path.name for path in at_hand.ROOT.glob("samples/compare-*") if path.is_dir())


def same_from_records(soat):
    """Whether the records of two halves, compared elsewhere, give the bytes of one run, in every format."""
    folder, names = at_hand.ROOT / "samples", samples_to_compare()
    same = True
    with tempfile.TemporaryDirectory() as scratch:
        halves = [pathlib.Path(scratch, f"{half}.ndjson") for half in (1, 0)]
        for half, path in enumerate(reversed(halves)):
            path.write_bytes(at_hand.extract(soat, "--format", "ndjson", *names[half::2], folder=folder))
        for style in ([], ["--long", "--rank", "--delta"], ["--format", "json", "--all-labels"], ["--format", "text"],
                      ["--conflicts", "--all-labels"], ["--by", "indicator"]):
            direct = at_hand.run(soat, "compare", "--quiet", *style, *names, folder=folder)
            kept = at_hand.run(soat, "compare", "--quiet", "--from-records", *style, *halves, folder=folder)
            same = same and direct == kept and len(direct) > 100
            if direct != kept:
                print(f"from records: {' '.join(style)} gives other bytes")
    print("from records: the same bytes in 6 formats" if same else "from records: not the same")
    return same


def main():
    soat = at_hand.soat_from_arguments(__doc__.split("\n")[0])
    folder = at_hand.ROOT / "samples"
    noted = [cell for cell in noted_cells(folder / "compare.tsv") if not cell["report"].endswith("-draft")]
    well = measure("samples", noted, list(found_cells(soat, folder, samples_to_compare())), SAMPLE_FLOORS)
    well = same_from_records(soat) and well
    gold = at_hand.SHARED / "gold" / "compare.tsv"
    if gold.exists():
        well = measure("shared", list(noted_cells(gold)), list(found_cells(soat, None, at_hand.shared_reports())),
                       SHARED_FLOORS) and well
    else:
        print(f"shared: left out, {gold} is not there")
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()

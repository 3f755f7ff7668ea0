#!/usr/bin/env python3
"""soat check finds the contradictions that are noted in checks.jsonl beside each sample, and tells nothing else.

    findings_test.py --soat BINARY

A noted finding is found when an error or warning of that check shares a line with it. An error or warning that shares
no line with a noted finding or note of its check is a false alarm. Prints each of both, and how many of the relations
that hold were checked; more than the floor have to be.
"""
import collections
import json
import sys

import reports_at_hand as at_hand

# Of the relations that hold, how many are checked at least.
CHECKED_FLOOR = 0.84


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def records_of(soat, folder):
    """The records of every relation of every report in the folder, by the name of the report's folder."""
    records = collections.defaultdict(list)
    output = at_hand.run(soat, "check", "--all", "--isolated", "--format", "ndjson", ".", folder=folder, statuses=(0, 1))
    for line in output.splitlines():
        record = json.loads(line)
        records[record["report"].split("/")[-2]].append(record)
    return records


def touch(noted, record):
    return noted["type"] == record["check"] and bool(set(noted["lines"]) & set(record["lines"]))


def is_finding(record):
    return record["severity"] in ("error", "warning")


def main():
    soat = at_hand.soat_from_arguments(__doc__.split("\n")[0])
    folder = at_hand.ROOT / "samples"
    records = records_of(soat, folder)
    wrong = checked = holding = planted = 0
    for path in sorted(folder.glob("*/checks.jsonl")):
        name = path.parent.name
        for noted in read_lines(path):
            touching = [record for record in records[name] if touch(noted, record)]
            if noted["expect"] == "finding":
                planted += 1
                if not any(map(is_finding, touching)):
                    wrong += 1
                    print(f"{name}: not found: {noted['type']} in lines {noted['lines']}: {noted['why']}")
            elif noted["expect"] == "verified":
                holding += 1
                checked += bool(touching)
        told = [noted for noted in read_lines(path) if noted["expect"] in ("finding", "note")]
        for record in filter(is_finding, records[name]):
            if not any(touch(noted, record) for noted in told):
                wrong += 1
                print(f"{name}: false alarm: {record['check']} in lines {record['lines']}: {record['message']}")
    print(f"{planted} contradictions, {wrong} missed or falsely told; of {holding} relations that hold {checked} checked "
          f"(floor {CHECKED_FLOOR:.0%})")
    sys.exit(0 if planted and not wrong and checked >= CHECKED_FLOOR * holding else 1)


if __name__ == "__main__":
    main()

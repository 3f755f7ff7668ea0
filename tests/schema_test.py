#!/usr/bin/env python3
"""Real output is what docs/*.schema.json say, and they are strict enough to notice when it is not."""
import json
import sys

import reports_at_hand as at_hand

try:
    import jsonschema
except ImportError:
    print("left out: python3-jsonschema is not installed")
    sys.exit(at_hand.SKIPPED)


def check(soat, command, name, record_name, reports, breakages, options=()):
    """The output of a command against its schema; each of breakages(record) must be noticed."""
    def run(*arguments):
        return at_hand.run(soat, command, *options, "--format", *arguments, statuses=(0, 1))

    schema = json.loads((at_hand.ROOT / f"docs/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = jsonschema.Draft202012Validator(schema)
    single = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{record_name}", "$defs": schema["$defs"]})
    whole.validate(json.loads(run("json", *reports)))
    whole.validate(json.loads(run("json", "/dev/null")))
    lines = run("ndjson", *reports).decode("utf-8").splitlines()
    for line in lines:
        single.validate(json.loads(line))
    for wrong in breakages(json.loads(lines[0])):
        if single.is_valid(wrong):
            sys.exit(f"{name}.schema.json lets this pass: {wrong}")
    print(f"{len(lines)} records of soat {command} over {len(reports)} reports are valid")


def broken_figures(record):
    return [{**record, "extra": 1}, {**record, "kind": "number"}, {**record, "value": "12"}, {**record, "label": ""},
            {**record, "role": "sum"}, {key: value for key, value in record.items() if key != "line"},
            {**record, "column": 0}, {**record, "report_period": "2023"}]


def broken_reports(record):
    return [{**record, "extra": 1}, {**record, "figures": "3"}, {**record, "sha256": "00"}, {**record, "date": "2023-12"},
            {**record, "status": "final"}, {key: value for key, value in record.items() if key != "sha256"},
            {key: value for key, value in record.items() if key != "period_end"}]


def check_comparison(soat, reports):
    """The same for soat compare, whose records are rows."""
    schema = json.loads((at_hand.ROOT / "docs/comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    options = ("--format", "json", "--quiet", "--all-labels", "--rank", "--delta")
    whole = json.loads(at_hand.run(soat, "compare", *options, *reports))
    validator.validate(whole)
    validator.validate(json.loads(at_hand.run(soat, "compare", *options, "/dev/null")))
    row = whole["rows"][0]
    value = row["values"][0]
    broken = [{**row, "extra": 1}, {**row, "values": []}, {**row, "better": "up"},
              *({**row, "values": [wrong]} for wrong in ({**value, "extra": 1}, {**value, "value": "1"}, {**value, "rank": 0},
                                                         {**value, "conflict": False}, {**value, "others": [{}]}))]
    for wrong in broken:
        if validator.is_valid({**whole, "rows": [wrong]}):
            sys.exit(f"comparison.schema.json lets this pass: {wrong}")
    print(f"{len(whole['rows'])} rows of soat compare over {len(reports)} reports are valid")


def broken_checks(record):
    return [{**record, "extra": 1}, {**record, "check": "sums"}, {**record, "verdict": "wrong"}, {**record, "lines": []},
            {**record, "severity": "fatal"}, {**record, "operands": {"num": None}}, {**record, "expected": "89.65"},
            {**record, "suggestion": "1"}, {**record, "fingerprint": "x"}, {**record, "line": 0},
            {key: value for key, value in record.items() if key != "message"}]


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    reports = [*at_hand.samples(), *at_hand.shared_reports()]
    check(soat, "extract", "figures", "figure", reports, broken_figures)
    check(soat, "reports", "reports", "report", reports, broken_reports)
    check_comparison(soat, reports)
    check(soat, "check", "checks", "check", reports, broken_checks, options=["--all"])


if __name__ == "__main__":
    main()

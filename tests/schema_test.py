#!/usr/bin/env python3
"""Real output is what docs/figures.schema.json says, and the schema is strict enough to notice when it is not."""
import json
import sys

import reports_at_hand as at_hand

try:
    import jsonschema
except ImportError:
    print("left out: python3-jsonschema is not installed")
    sys.exit(at_hand.SKIPPED)


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    schema = json.loads((at_hand.ROOT / "docs/figures.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = jsonschema.Draft202012Validator(schema)
    single = jsonschema.Draft202012Validator({"$ref": "#/$defs/figure", "$defs": schema["$defs"]})

    reports = [*at_hand.samples(), *at_hand.shared_reports()]
    whole.validate(json.loads(at_hand.extract(soat, "--format", "json", *reports)))
    whole.validate(json.loads(at_hand.extract(soat, "--format", "json", "/dev/null")))
    lines = at_hand.extract(soat, "--format", "ndjson", *reports).decode("utf-8").splitlines()
    for line in lines:
        single.validate(json.loads(line))

    record = json.loads(lines[0])
    broken = [{**record, "extra": 1}, {**record, "kind": "number"}, {**record, "value": "12"},
              {key: value for key, value in record.items() if key != "line"}, {**record, "column": 0}]
    for wrong in broken:
        if single.is_valid(wrong):
            sys.exit(f"the schema lets this pass: {wrong}")
    print(f"{len(lines)} records of {len(reports)} reports are valid")


if __name__ == "__main__":
    main()

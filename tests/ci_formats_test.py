#!/usr/bin/env python3
"""What soat check writes for CI is what those who read it expect: SARIF, JUnit, GitHub, GitLab; and the exit status.

    ci_formats_test.py --soat BINARY
"""
import collections
import copy
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

import reports_at_hand as at_hand

try:
    import jsonschema
except ImportError:
    print("left out: python3-jsonschema is not installed")
    sys.exit(at_hand.SKIPPED)


def demand(truth, complaint):
    if not truth:
        sys.exit(complaint)


def checked(soat, *arguments):
    return at_hand.run(soat, "check", *arguments, statuses=(0, 1), folder=at_hand.ROOT)


def relations_of(soat, reports):
    return [json.loads(line) for line in checked(soat, "--all", "--format", "ndjson", *reports).splitlines()]


def broken_sarif(log):
    """Logs that the schema must not let pass."""
    def changed(change):
        other = copy.deepcopy(log)
        change(other["runs"][0])
        return other

    result = next(i for i, result in enumerate(log["runs"][0]["results"]) if "relatedLocations" in result)
    uri = "file:///home/x/report.txt"
    yield changed(lambda run: run.update(columnKind="utf16CodeUnits"))
    yield changed(lambda run: run["tool"]["driver"]["rules"][0].pop("help"))
    yield changed(lambda run: run["results"][result].pop("partialFingerprints"))
    yield changed(lambda run: run["results"][result]["locations"][0]["physicalLocation"]["artifactLocation"].update(uri=uri))
    yield changed(lambda run: run["results"][result]["locations"][0]["physicalLocation"]["region"].update(startColumn=0))
    yield changed(lambda run: run["results"][result]["relatedLocations"][0].pop("message"))
    yield changed(lambda run: run["results"][result].update(level="warn"))


def test_sarif(soat, reports, relations):
    schema = json.loads((at_hand.ROOT / "tests/sarif.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(checked(soat, "--format", "sarif", "/dev/null")))
    validator.validate(json.loads(checked(soat, "--format", "sarif", "--lang", "en", *reports)))
    log = json.loads(checked(soat, "--all", "--format", "sarif", *reports))
    validator.validate(log)
    for wrong in broken_sarif(log):
        demand(not validator.is_valid(wrong), "sarif.schema.json lets a broken log pass")
    run = log["runs"][0]
    demand(len(run["results"]) == len(relations), "SARIF has other results than NDJSON")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result, relation in zip(run["results"], relations):
        demand(rules[result["ruleIndex"]] == result["ruleId"] == relation["check"], f"rule of {result}")
        demand(result["properties"]["operands"] == relation["operands"], f"operands of {result}")
        region = result["locations"][0]["physicalLocation"]["region"]
        demand((region["startLine"], region["byteOffset"]) == (relation["line"], relation["offset"]), f"region of {result}")
        related = [location["id"] for location in result.get("relatedLocations", [])]
        demand(related == list(range(len(related))), f"ids of {result}")
    return f"{len(relations)} SARIF results"


def test_junit(soat, reports):
    root = xml.fromstring(checked(soat, "--format", "junit", *reports))
    demand(root.tag == "testsuites" and len(root) == len(reports), "JUnit lacks suites")
    failures = 0
    for suite in root:
        cases = suite.findall("testcase")
        failed = [case for case in cases if case.find("failure") is not None]
        demand(int(suite.get("tests")) == len(cases), f"tests of {suite.get('name')}")
        demand(int(suite.get("failures")) == len(failed), f"failures of {suite.get('name')}")
        names = [case.get("name") for case in cases]
        demand(all(names), "a test case without a name")
        failures += len(failed)
    return failures


def test_github(soat, reports):
    lines = checked(soat, "--format", "github", *reports).decode("utf-8").splitlines()
    form = re.compile(r"::(error|warning|notice) (file=[^,:]+,line=\d+(,col=\d+)?,endLine=\d+(,endColumn=\d+)?,)?title=[^,:]+::.+")
    levels = collections.Counter()
    for line in lines:
        found = form.fullmatch(line)
        demand(found, f"no workflow command: {line}")
        levels[found[1]] += 1
    demand(max(levels.values(), default=0) <= 10, f"GitHub shows ten of a level: {levels}")
    order = [("error", "warning", "notice").index(form.fullmatch(line)[1]) for line in lines]
    demand(order == sorted(order), "the worst does not come first")


def test_gitlab(soat, reports):
    findings = json.loads(checked(soat, "--format", "gitlab", *reports))
    fingerprints = {finding["fingerprint"] for finding in findings}
    demand(len(fingerprints) == len(findings), "fingerprints that are not unique")
    for finding in findings:
        demand(set(finding) == {"description", "check_name", "fingerprint", "severity", "location"}, finding)
        demand(finding["severity"] in ("info", "minor", "major", "critical", "blocker"), finding)
        demand(not finding["location"]["path"].startswith("/"), f"an absolute path: {finding}")


def test_status(soat, relations, reports):
    """0 for a clean report, 1 for a broken one, 2 for a missing one."""
    bad = {relation["report"] for relation in relations if relation["severity"] in ("error", "warning")}
    clean = [report for report in reports if report not in bad]
    demand(bad and clean, "no report is broken, or none is clean")
    for report, status in [(min(bad), 1), (min(clean), 0), ("missing.txt", 2)]:
        done = subprocess.run([soat, "check", report], cwd=at_hand.ROOT, capture_output=True)
        demand(done.returncode == status, f"soat check {report}: {done.returncode} and not {status}")


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    samples = [str(report.relative_to(at_hand.ROOT)) for report in at_hand.samples()]
    shared = [str(report) for report in at_hand.shared_reports()]
    reports = samples + shared
    relations = relations_of(soat, reports)
    written = test_sarif(soat, reports, relations)
    failures = test_junit(soat, reports)
    bad = sum(relation["severity"] in ("error", "warning") for relation in relations)
    demand(failures == bad, f"{failures} failures in JUnit, {bad} errors and warnings")
    test_github(soat, reports)
    test_gitlab(soat, reports)
    test_status(soat, relations, reports)
    print(f"{written} over {len(reports)} reports ({len(shared)} of them from outside), {bad} failures; all formats hold")


if __name__ == "__main__":
    main()

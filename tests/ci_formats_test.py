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


SARIF_SCHEMA = at_hand.ROOT / "tests/schemas/sarif-2.1.0-rtm.5.json"
RELATIVE_URI = re.compile(r"([A-Za-z0-9._~-]|%[0-9A-F]{2})([A-Za-z0-9._~/-]|%[0-9A-F]{2})*")
REGION = {"startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"}


def objects_named(name, node):
    """All values of a property, wherever it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == name:
                yield value
            yield from objects_named(name, value)
    elif isinstance(node, list):
        for value in node:
            yield from objects_named(name, value)


def sarif_faults(log):
    """What the schema of SARIF lets pass, and what those who read the log need all the same. The numbers are sections of the
    standard."""
    run = log["runs"][0]
    if run.get("columnKind") != "unicodeCodePoints":  # 3.14.17: without it columns are UTF-16 code units
        yield "columns are not counted in code points"
    if not set(re.findall(r"%\w+%", json.dumps(run["results"]))) <= set(run["originalUriBaseIds"]):  # 3.14.14
        yield "a base of URIs that is not described"
    for rule in run["tool"]["driver"]["rules"]:  # GitHub shows all of these
        if not all(rule.get(name) for name in ("id", "name", "shortDescription", "fullDescription", "help", "properties")):
            yield f"a rule without a description: {rule}"
        elif rule["properties"]["precision"] not in ("very-high", "high", "medium", "low"):
            yield f"a rule without precision: {rule}"
    for result in run["results"]:
        yield from (f"{fault}: {result}" for fault in sarif_result_faults(result))


def sarif_result_faults(result):
    for location in objects_named("artifactLocation", result):
        # 3.4.3, 3.4.4: relative to where soat was run, and without a base where it climbs
        if not RELATIVE_URI.fullmatch(location["uri"]) or location["uri"].startswith("../") == ("uriBaseId" in location):
            yield f"the URI {location['uri']}"
    for region in [*objects_named("region", result), *objects_named("deletedRegion", result)]:
        if set(region) != REGION:
            yield "an incomplete region"
    for location in result.get("relatedLocations", []):
        if not location.get("message", {}).get("text"):
            yield "a related location without a message"
    if not re.fullmatch("[0-9a-f]{16}", result.get("partialFingerprints", {}).get("soat/v1", "")):
        yield "no fingerprint"
    if len(result["locations"]) != 1 or len(result.get("fixes", [])) > 3:
        yield "too many locations or fixes"
    if (result.get("kind", "fail") == "pass") != (result["level"] == "none"):  # 3.27.10
        yield "kind and level differ"


def broken_sarif(log):
    """Logs that must not pass: those that the schema refuses, and those that only sarif_faults tells."""
    def changed(change):
        other = copy.deepcopy(log)
        change(other["runs"][0])
        return other

    index = next(i for i, result in enumerate(log["runs"][0]["results"]) if "relatedLocations" in result)

    def physical(run):
        return run["results"][index]["locations"][0]["physicalLocation"]

    def location_of(run):
        return physical(run)["artifactLocation"]

    refused = [changed(lambda run: physical(run)["region"].update(startColumn=0)),
               changed(lambda run: run["results"][index].update(level="warn")),
               changed(lambda run: run["results"][index].pop("message")),
               changed(lambda run: run["results"][index].update(operands={})),
               changed(lambda run: run["tool"]["driver"].pop("name")),
               changed(lambda run: run.update(columnKind="codePoints"))]
    told = [changed(lambda run: run.pop("columnKind")),
            changed(lambda run: run["tool"]["driver"]["rules"][0].pop("help")),
            changed(lambda run: run["originalUriBaseIds"].clear()),
            changed(lambda run: location_of(run).update(uri="file:///home/x/report.txt")),
            changed(lambda run: location_of(run).update(uri="/home/x/report.txt")),
            changed(lambda run: location_of(run).update(uri="../x/report.txt")),
            changed(lambda run: physical(run)["region"].pop("startColumn")),
            changed(lambda run: run["results"][index]["relatedLocations"][0].pop("message")),
            changed(lambda run: run["results"][index].pop("partialFingerprints")),
            changed(lambda run: run["results"][index].update(level="none", kind="fail"))]
    return refused, told


def test_sarif(soat, reports, relations):
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema)

    def read(*arguments):
        log = json.loads(checked(soat, "--format", "sarif", *arguments))
        validator.validate(log)
        for fault in sarif_faults(log):
            sys.exit(f"SARIF: {fault}")
        return log

    read("/dev/null")
    read("--lang", "en", *reports)
    log = read("--all", *reports)
    refused, told = broken_sarif({**log, "runs": [{**log["runs"][0], "results": log["runs"][0]["results"][:40]}]})
    for wrong in refused:
        demand(not validator.is_valid(wrong), "the schema of SARIF lets a broken log pass")
    for wrong in told:
        demand(any(sarif_faults(wrong)), "sarif_faults lets a broken log pass")
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
        demand(len(set(names)) == len(names), f"cases of one name in {suite.get('name')}")
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

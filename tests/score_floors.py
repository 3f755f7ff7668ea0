#!/usr/bin/env python3
"""Scores the program on annotated reports and fails when a score is below its floor.

    score_floors.py --soat BINARY --shared FOLDER [--record]

FOLDER/score holds the scoring programs. The floors are in score-floors.txt, a name and a number on each line; --record
raises them to what is reached now, and lowers none.
"""
import argparse
import pathlib
import re
import subprocess
import sys

FLOORS = pathlib.Path(__file__).resolve().parent / "score-floors.txt"
HEADER = "# Scores below which ./dev score fails. They only rise (./dev score --record).\n"


def run(arguments, program):
    command = [sys.executable, arguments.shared / "score" / program, "--soat", arguments.soat]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=600)
    if done.returncode != 0:
        sys.exit(f"{program}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def share(text):
    part, whole = map(int, text.split("/"))
    return part / whole if whole else 1.0


def f1(tally):
    return percentage("F1", tally)


def percentage(name, tally):
    return float(re.search(name + r"\s+([\d.]+)%", tally)[1]) / 100


def scores_of_checks(name, output):
    covered = re.search(r"^(?:all|snippets).*checks +covered (\d+/\d+)", output, re.MULTILINE)
    findings = re.search(r"^(?:all|snippets).*findings +(P .*)$", output, re.MULTILINE)[1]
    return {f"{name}.checked": share(covered[1]), f"{name}.findings-precision": percentage("P", findings),
            f"{name}.findings-recall": percentage("R", findings)}


def scores_of_reports(output):
    total = re.search(r"^all figures(.*)units right (\d+/\d+)", output, re.MULTILINE)
    kinds = re.findall(r"^  (\w+) +(P .*)$", output, re.MULTILINE)
    return {"reports.f1": f1(total[1]), "reports.lowest-kind": min(f1(tally) for _, tally in kinds),
            "reports.units": share(total[2]), **scores_of_checks("reports", output)}


def scores_of_snippets(output):
    total = re.search(r"^snippets: (\d+/\d+) .*figures(.*)units right (\d+/\d+)", output, re.MULTILINE)
    return {"snippets.f1": f1(total[2]), "snippets.perfect": share(total[1]), "snippets.units": share(total[3]),
            **scores_of_checks("snippets", output)}


def read_floors():
    lines = FLOORS.read_text(encoding="utf-8").splitlines() if FLOORS.exists() else []
    return {name: float(number) for name, number in (line.split() for line in lines if line and line[0] != "#")}


def record(scores, floors):
    # Cut off, not rounded: a floor above the score would fail at once.
    raised = {name: max(floors.get(name, 0), int(score * 10000) / 10000) for name, score in scores.items()}
    lines = [f"{name} {number:.4f}\n" for name, number in {**floors, **raised}.items()]
    FLOORS.write_text(HEADER + "".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--record", action="store_true", help="raise the floors to what is reached")
    arguments = parser.parse_args()
    if not (arguments.shared / "score").is_dir():
        print(f"score: left out, {arguments.shared}/score is not there")
        return
    scores = scores_of_reports(run(arguments, "score.py")) | scores_of_snippets(run(arguments, "snippets.py"))
    floors = read_floors()
    below = 0
    print(f"{'score':<24}{'reached':>10}{'floor':>10}")
    for name, score in scores.items():
        low = score < floors.get(name, 0)
        below += low
        print(f"{name:<24}{score:>10.4f}{floors.get(name, 0):>10.4f}{'  BELOW' if low else ''}")
    for name in floors.keys() - scores.keys():
        below += 1
        print(f"{name}: has a floor, but was not scored")
    if arguments.record:
        record(scores, floors)
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()

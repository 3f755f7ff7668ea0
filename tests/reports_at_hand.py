"""What the tests of the whole program run over, and how they run it."""
import argparse
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("SOAT_SHARED", ROOT.parent / "shared"))
SKIPPED = 77


def soat_from_arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--soat", type=pathlib.Path, required=True, help="the program to test")
    return parser.parse_args().soat.resolve()


def samples():
    """The reports that belong to the project."""
    return sorted(ROOT.glob("samples/*/report.txt"))


def shared_reports():
    """Reports that are kept outside of the project; none where there are none."""
    return sorted(SHARED.glob("reports/*.txt"))


def run(soat, command, *arguments, folder=None, statuses=(0,)):
    """Standard output of a command of soat, as bytes."""
    done = subprocess.run([soat, command, *arguments], cwd=folder, capture_output=True, timeout=300)
    if done.returncode not in statuses:
        raise SystemExit(f"soat {command} {arguments}: status {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
    return done.stdout


def extract(soat, *arguments, folder=None, statuses=(0,)):
    """Standard output of soat extract, as bytes."""
    return run(soat, "extract", *arguments, folder=folder, statuses=statuses)


def records(soat, *arguments, folder=None, statuses=(0,)):
    """The NDJSON records; numbers stay the text that stands there."""
    lines = extract(soat, "--format", "ndjson", *arguments, folder=folder, statuses=statuses).decode("utf-8")
    return [json.loads(line, parse_int=str, parse_float=str) for line in lines.split("\n") if line]

#!/usr/bin/env python3
"""Measures soat extract and soat check beside ripgrep on the same files.

    bench.py --soat BINARY --corpus FOLDER [--record] [--pairs N]

Makes (once) a corpus of at least 50 MB in FOLDER from the samples and, where they are, ../shared/reports; runs the
programs in turn, on one thread; prints speed, ratio, start-up time and peak memory. --record appends a row to RESULTS.md.
"""
import argparse
import datetime
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RESULTS = pathlib.Path(__file__).resolve().parent / "RESULTS.md"
SHARED = pathlib.Path(os.environ.get("SOAT_SHARED", ROOT.parent / "shared"))
CORPUS_SIZE = 50_000_000
FILE_SIZE = 400_000
HEADER = """# Speed

`./dev bench` appends a row. All programs read the same files on one thread, in turn; the numbers are medians.
`rg` is `rg -j1 -o '\\d[\\d.,/]*\\s?%?'`; extract and check are times of `soat extract` and `soat check` / time of rg, wanted: at most
9 and 8, aim 4. Both write csv, which does not tell how many relations hold; check text is `soat check --format text`, which
has to count them and shows the lines. Since 2026-11-22 extract also says what each figure measures. Start is one whole run
over the smallest sample, wanted: under 30 ms.

| date | corpus MB | from reports | extract MB/s | check MB/s | rg MB/s | extract | check | check text | start ms | peak MB | machine |
|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def sources():
    return sorted(ROOT.glob("samples/*/report.txt")) + sorted(SHARED.glob("reports/*.txt"))


def make_corpus(folder):
    """Files of a few hundred kB that hold whole reports in ever different order; the same for the same reports."""
    texts = [path.read_bytes().rstrip(b"\n") + b"\n\n" for path in sources()]
    texts = [text for text in texts if not text.startswith((b"\xff\xfe", b"\xfe\xff"))]
    stamp = f"{len(texts)} reports, {sum(map(len, texts))} bytes\n"
    marker = folder / ".made-from"
    if marker.exists() and marker.read_text(encoding="utf-8") == stamp:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    order, size, number = random.Random(2), 0, 0
    while size < CORPUS_SIZE:
        content = b""
        while len(content) < FILE_SIZE:
            content += b"".join(order.sample(texts, len(texts)))
        (folder / f"{number:04}.txt").write_bytes(content)
        size += len(content)
        number += 1
    marker.write_text(stamp, encoding="utf-8")


def run(command):
    """Seconds and peak memory in bytes of one run, output thrown away."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1 says that there are findings
        sys.exit(f"{command[0]}: status {process.returncode}")
    return seconds, usage.ru_maxrss * 1024


def machine():
    names = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")]
    return f"{names[0] if names else os.uname().machine}, {os.cpu_count()} cores"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--soat", type=pathlib.Path, required=True)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--record", action="store_true", help="append a row to RESULTS.md")
    arguments = parser.parse_args()
    make_corpus(arguments.corpus)
    files = sorted(map(str, arguments.corpus.glob("*.txt")))
    megabytes = sum(map(os.path.getsize, files)) / 1e6
    extract = [arguments.soat, "extract", "--isolated", "--format", "csv", "-j1", *files]
    check = [arguments.soat, "check", "--isolated", "--format", "csv", "-j1", *files]
    text = [arguments.soat, "check", "--isolated", "--format", "text", "-j1", *files]
    rg = ["rg", "-j1", "-o", r"\d[\d.,/]*\s?%?", *files]
    for command in (extract, check, text, rg):
        run(command)  # so that the files are in memory for all
    rounds = [(run(extract), run(check), run(text), run(rg)) for _ in range(arguments.pairs)]
    extract_seconds, check_seconds, text_seconds, rg_seconds = (
        statistics.median(one[i][0] for one in rounds) for i in range(4))
    extract_ratio, check_ratio, text_ratio = (statistics.median(one[i][0] / one[3][0] for one in rounds) for i in range(3))
    peak = max(one[i][1] for one in rounds for i in range(3)) / 1e6
    smallest = min(sources(), key=os.path.getsize)
    start = statistics.median(run([arguments.soat, "extract", smallest])[0] for _ in range(21)) * 1000

    print(f"corpus  {megabytes:8.1f} MB in {len(files)} files from {len(sources())} reports")
    print(f"extract {megabytes / extract_seconds:8.1f} MB/s   {extract_seconds:.3f} s")
    print(f"check   {megabytes / check_seconds:8.1f} MB/s   {check_seconds:.3f} s, peak {peak:.0f} MB")
    print(f"  text  {megabytes / text_seconds:8.1f} MB/s   {text_seconds:.3f} s, {text_ratio:.2f} times rg")
    print(f"rg      {megabytes / rg_seconds:8.1f} MB/s   {rg_seconds:.3f} s")
    print(f"ratios  {extract_ratio:8.2f} {check_ratio:.2f}   (extract, check; medians of {arguments.pairs} rounds; at most 9 and 8, aim 4)")
    print(f"start   {start:8.1f} ms     (one run over {smallest.parent.name}, {smallest.stat().st_size} bytes; under 30)")
    if arguments.record:
        if not RESULTS.exists():
            RESULTS.write_text(HEADER, encoding="utf-8")
        with RESULTS.open("a", encoding="utf-8") as results:
            results.write(f"| {datetime.date.today()} | {megabytes:.1f} | {len(sources())} | {megabytes / extract_seconds:.1f} | "
                          f"{megabytes / check_seconds:.1f} | {megabytes / rg_seconds:.1f} | {extract_ratio:.2f} | "
                          f"{check_ratio:.2f} | {text_ratio:.2f} | {start:.1f} | {peak:.0f} | {machine()} |\n")


if __name__ == "__main__":
    main()

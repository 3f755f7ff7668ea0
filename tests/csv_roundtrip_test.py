#!/usr/bin/env python3
"""CSV reads back exactly, field by field, in Python's csv, in SQLite and (where it is installed) in LibreOffice."""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import reports_at_hand as at_hand

NUMBERS = {"line", "column", "end_line", "end_column", "offset", "length", "value", "value_max", "numerator", "denominator"}
NASTY_NAMES = ["=1+1.txt", "+84.txt", "-x.txt", "@a.txt", 'a,"b";c.txt', "xã\nmới.txt", " đầu và cuối .txt", "'.txt"]
NASTY_TEXT = """Tăng -5,5% so với +3,2% cùng kỳ; "12" hồ sơ, 1.250
triệu đồng từ 10/10 đến tháng 6; chỉ tiêu 1, 3, 4; quý I, 7-25 văn bản; Số:   /BC-UBND.
"""


def cell(field, value):
    """What the CSV must hold for a field of an NDJSON record."""
    if field == "items":
        return " ".join(value)
    if field not in NUMBERS and len(value) > 1 and value[0] in "=+-@\t\r\n":
        return "'" + value
    return value


def compare(name, fields, expected, actual):
    if len(expected) != len(actual):
        sys.exit(f"{name}: {len(actual)} rows instead of {len(expected)}")
    for number, (right, row) in enumerate(zip(expected, actual), start=1):
        for field in fields:
            if row[field] != right[field]:
                sys.exit(f"{name}: row {number}, {field}: {row[field]!r} instead of {right[field]!r}")
    print(f"{name}: {len(actual)} rows of {len(fields)} fields are exact")


def through_sqlite(file):
    # The shell reads commands itself, so the file is called simply.
    commands = f".import --csv {file} figures\n.mode json\nSELECT * FROM figures;\n"
    done = subprocess.run(["sqlite3"], input=commands, capture_output=True, encoding="utf-8", check=True)
    if done.stderr:
        sys.exit(f"sqlite3: {done.stderr}")
    return json.loads(done.stdout)


def through_libreoffice(file, folder):
    """CSV read as text in every column, and written again."""
    columns = "/".join(f"{column}/2" for column in range(1, 28))
    subprocess.run(["soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,," + "0,false,true",
                    f"--infilter=CSV:44,34,76,1,{columns}", "--outdir", folder, file], check=True, capture_output=True, timeout=300)
    return list(csv.DictReader(io.StringIO((folder / file.name).read_text(encoding="utf-8"), newline="")))


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch, "reports")
        folder.mkdir()
        for name in NASTY_NAMES:
            (folder / name).write_text(NASTY_TEXT, encoding="utf-8")
        # Named without a folder before them, so that the report cells begin with what is dangerous.
        inputs = ["--", *NASTY_NAMES, *at_hand.samples()]
        text = at_hand.extract(soat, "--format", "csv", *inputs, folder=folder)
        found = at_hand.records(soat, *inputs, folder=folder)
        file = pathlib.Path(scratch, "figures.csv")
        file.write_bytes(text)
        reader = csv.DictReader(io.StringIO(text.decode("utf-8"), newline=""), strict=True)
        rows, fields = list(reader), reader.fieldnames
        expected = [{field: cell(field, record.get(field, "")) for field in fields} for record in found]
        compare("Python", fields, expected, rows)
        if shutil.which("sqlite3"):
            compare("SQLite", fields, expected, through_sqlite(file))
        else:
            print("SQLite: left out, sqlite3 is not installed")
        if shutil.which("soffice"):
            compare("LibreOffice", fields, expected, through_libreoffice(file, pathlib.Path(scratch, "again")))
        else:
            print("LibreOffice: left out, soffice is not installed")


if __name__ == "__main__":
    main()

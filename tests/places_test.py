#!/usr/bin/env python3
"""Every figure stands where its record says: bytes, lines and columns, worked out anew from the file."""
import pathlib
import sys
import tempfile
import unicodedata

import reports_at_hand as at_hand

SENTENCES = "Đạt 89,64% kế hoạch.\n\nThu 4.712 triệu đồng, 6.322/7.052 hồ sơ đúng hạn; hết ngày 01/8/2023 còn 45 hồ sơ.\n"


def made_reports(folder):
    """The same text in every form in which a report can come."""
    crlf, decomposed = SENTENCES.replace("\n", "\r\n"), unicodedata.normalize("NFD", SENTENCES)
    forms = {"crlf": crlf.encode(), "cr": SENTENCES.replace("\n", "\r").encode(), "nfd": decomposed.encode(),
             "bom": b"\xef\xbb\xbf" + crlf.encode(), "utf16le": b"\xff\xfe" + crlf.encode("utf-16-le"),
             "utf16be": b"\xfe\xff" + decomposed.encode("utf-16-be"),
             "broken": b"\xff\xe1\xbb \xc3" + SENTENCES.encode() + b"\xf0\x9f" + SENTENCES.encode()}
    for name, content in forms.items():
        path = pathlib.Path(folder, f"{name}.txt")
        path.write_bytes(content)
        yield path


def encoding_of(content):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if content.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def place_of(text):
    """1-based line and column of what follows `text`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return str(len(lines)), str(len(lines[-1]) + 1)


def check(record, content):
    """What is wrong with the record; nothing when it is right."""
    encoding, mark = encoding_of(content)
    begin, length = int(record["offset"]), int(record["length"])
    quoted = content[begin:begin + length].decode(encoding, "replace")
    if record["text"] != quoted:
        return f"the text is {record['text']!r}, at its offset stands {quoted!r}"
    before = content[mark:begin].decode(encoding, "replace")
    for name, prefix, text in (("begin", "", before), ("end", "end_", before + quoted)):
        stated = record[f"{prefix}line"], record[f"{prefix}column"]
        if stated != place_of(text):
            return f"{name}: {stated} instead of {place_of(text)}"
    return None


def main():
    soat = at_hand.soat_from_arguments(__doc__)
    if not at_hand.shared_reports():
        print(f"left out: {at_hand.SHARED}/reports is not there")
    wrong = checked = 0
    with tempfile.TemporaryDirectory() as scratch:
        made = list(made_reports(scratch))
        for path in [*made, *at_hand.samples(), *at_hand.shared_reports()]:
            content = path.read_bytes()
            found = at_hand.records(soat, path, statuses=(0, 2) if path in made else (0,))
            if path in made and len(found) < 5:
                sys.exit(f"{path.name}: only {len(found)} figures")
            end = 0
            for record in found:
                fault = check(record, content)
                if not fault and int(record["offset"]) < end:
                    fault = "it overlaps the one before"
                end = int(record["offset"]) + int(record["length"])
                checked += 1
                if fault:
                    wrong += 1
                    print(f"{path}: {record['id']} {record['text']!r}: {fault}")
    print(f"{checked} figures checked, {wrong} wrong")
    sys.exit(1 if wrong or not checked else 0)


if __name__ == "__main__":
    main()

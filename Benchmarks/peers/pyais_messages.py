"""Decodes a file with pyais, as its documentation shows, and prints a line of JSON for each message that it finds."""

import sys

from pyais.stream import FileReaderStream

for message in FileReaderStream(sys.argv[1]):
    try:
        print(message.decode().to_json().replace("\n", " "))
    except Exception:  # What it cannot decode is no message that it finds.
        continue

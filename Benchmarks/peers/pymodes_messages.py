"""Decodes a file of `seconds,digits` with pyModeS's stream decoder, and prints a line of JSON for each message."""

import csv
import json
import sys

from pyModeS import PipeDecoder

decoder = PipeDecoder()
with open(sys.argv[1], newline="") as source:
    for row in csv.reader(source):
        message = decoder.decode(row[1], timestamp=float(row[0]))
        if message.get("crc_valid"):
            print(json.dumps(dict(message)))

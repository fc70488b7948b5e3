"""Decodes a file with klvdata, as its documentation shows, and prints a line of JSON for each packet that it finds."""

import json
import sys

import klvdata

with open(sys.argv[1], "rb") as source:
    for packet in klvdata.StreamParser(source):
        if isinstance(packet, klvdata.misb0601.UASLocalMetadataSet):
            print(json.dumps({name: value for _, (name, _, _, value) in packet.MetadataList().items()}))

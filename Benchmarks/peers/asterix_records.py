"""Decodes the datagrams of a pcap file with asterix_decoder, as its examples do, and prints a line of JSON for each record."""

import json
import struct
import sys

import asterix

recording = open(sys.argv[1], "rb").read()
place = 24
while place + 16 <= len(recording):
    length = struct.unpack_from("<I", recording, place + 8)[0]
    packet = recording[place + 16 : place + 16 + length]
    place += 16 + length
    # Ethernet and IP version 4 with UDP, which is all that the measured files hold.
    transport = 14 + (packet[14] & 15) * 4
    payload = packet[transport + 8 : transport + struct.unpack_from(">H", packet, transport + 4)[0]]
    for record in asterix.parse(payload, verbose=False):
        print(json.dumps(record))

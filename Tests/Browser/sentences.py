"""Writes AIS sentences bit by bit, so that a test can send what no honest vessel would.

Only the message types that the tests send: 1 (position, class A) and 5 (static data) of ITU-R M.1371-5, annex 8.
"""

import itertools

SIXBIT = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !\"#$%&'()*+,-./0123456789:;<=>?"
PAYLOAD_CHARACTERS_A_SENTENCE = 56
_group = itertools.count()


def number(value: int, width: int) -> str:
    """An integer as bits, in two's complement when it is negative."""
    return format(value & ((1 << width) - 1), f"0{width}b")


def text(value: str, characters: int) -> str:
    """Six-bit characters, filled up with the at-sign as the standard says."""
    return "".join(number(SIXBIT.index(character), 6) for character in value.upper().ljust(characters, "@")[:characters])


def sentences(bits: str) -> str:
    """A message as one or more NMEA sentences, each with its checksum and line end."""
    fill = -len(bits) % 6
    bits += "0" * fill
    values = [int(bits[start : start + 6], 2) for start in range(0, len(bits), 6)]
    payload = "".join(chr(value + (48 if value < 40 else 56)) for value in values)
    step = PAYLOAD_CHARACTERS_A_SENTENCE
    parts = [payload[start : start + step] for start in range(0, len(payload), step)]
    group = str(next(_group) % 10) if len(parts) > 1 else ""
    lines = []
    for index, part in enumerate(parts, start=1):
        body = f"AIVDM,{len(parts)},{index},{group},A,{part},{fill if index == len(parts) else 0}"
        checksum = 0
        for byte in body.encode():
            checksum ^= byte
        lines.append(f"!{body}*{checksum:02X}\r\n")
    return "".join(lines)


def position(mmsi: int, latitude: float, longitude: float, speed_knots: float = 10, course_degrees: float = 90) -> str:
    """Type 1: where a vessel is, under way with its engine."""
    return sentences(
        number(1, 6)
        + number(0, 2)
        + number(mmsi, 30)
        + number(0, 4)
        + number(-128, 8)
        + number(round(speed_knots * 10), 10)
        + number(1, 1)
        + number(round(longitude * 600_000), 28)
        + number(round(latitude * 600_000), 27)
        + number(round(course_degrees * 10), 12)
        + number(round(course_degrees), 9)
        + number(60, 6)  # no time of its own: the receiver's counts
        + number(0, 2 + 3 + 1 + 19)
    )


def statics(mmsi: int, name: str, call_sign: str = "", destination: str = "") -> str:
    """Type 5: what a vessel says it is called and where it says it goes; a cargo ship of 100 by 16 metres."""
    return sentences(
        number(5, 6)
        + number(0, 2)
        + number(mmsi, 30)
        + number(0, 2)
        + number(0, 30)
        + text(call_sign, 7)
        + text(name, 20)
        + number(70, 8)
        + number(80, 9)
        + number(20, 9)
        + number(8, 6)
        + number(8, 6)
        + number(1, 4)
        + number(0, 4 + 5)
        + number(24, 5)
        + number(60, 6)
        + number(50, 8)
        + text(destination, 20)
        + number(0, 2)
    )



def instrument(body: str) -> str:
    """A sentence of an instrument with its checksum and line end."""
    checksum = 0
    for byte in body.encode():
        checksum ^= byte
    return f"${body}*{checksum:02X}\r\n"


def dsc_call(mmsi: int) -> str:
    """A call for help by digital selective calling: disabled and adrift, in the middle of the strait (IEC 61162-1, 8.3)."""
    return instrument(f"CDDSC,12,{mmsi}0,12,06,00,0510000124,0131,,,S,")


def target(name: int, latitude: float, longitude: float) -> str:
    """A radar's target by its position, north and east, without a time of its own."""
    angles = [(latitude, 2, "N"), (longitude, 3, "E")]
    fields = ",".join(f"{int(angle):0{width}d}{angle % 1 * 60:07.4f},{letter}" for angle, width, letter in angles)
    return instrument(f"RATLL,{name:02d},{fields},T{name},,T,")

"""A verifier of transparency logs, written from the C2SP texts alone: signed-note, tlog-checkpoint, tlog-tiles,
tlog-cosignature. It shares no code and no library with Foreland.

Everything is computed from tiles: root hashes, inclusion proofs, consistency proofs.
"""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import ed25519

ED25519, COSIGNATURE = 0x01, 0x04
TILE = 256


class Untrue(Exception):
    """What was offered does not hold."""


@dataclass(frozen=True)
class Key:
    """A verifier key: name, algorithm, public key."""

    name: str
    algorithm: int
    public: bytes

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.algorithm]) + self.public).digest()[:4]

    @property
    def text(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.algorithm]) + self.public).decode()}"

    @staticmethod
    def parse(text: str) -> "Key":
        name, identifier, material = text.split("+", 2)
        raw = base64.b64decode(material, validate=True)
        key = Key(name, raw[0], raw[1:])
        if key.id.hex() != identifier:
            raise Untrue("the identifier of the key is not that of the key")
        return key


@dataclass(frozen=True)
class Checkpoint:
    """The head of a log, as a note says it."""

    origin: str
    size: int
    root: bytes


def open_note(note: str, keys: list[Key]) -> tuple[str, list[tuple[Key, int]]]:
    """The text of a note and the keys that signed it, each with its time (0 where it has none)."""
    if any(ord(character) < 0x20 and character != "\n" for character in note):
        raise Untrue("a note holds no control characters")
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise Untrue("this is no note")
    text += "\n"
    signed = []
    for line in lines[:-1].split("\n"):
        dash, name, encoded = line.split(" ")
        raw = base64.b64decode(encoded, validate=True)
        if dash != "\u2014" or not name or "+" in name or len(raw) < 5:
            raise Untrue("this is no line of a signature")
        for key in keys:
            if (key.name, key.id) == (name, raw[:4]):
                signed.append((key, _check(key, text, raw[4:])))
    if not signed:
        raise Untrue("no known key has signed the note")
    return text, signed


def _check(key: Key, text: str, signature: bytes) -> int:
    seconds, message = 0, text.encode()
    if key.algorithm == COSIGNATURE:
        seconds = int.from_bytes(signature[:8], "big")
        message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
        signature = signature[8:]
        if seconds == 0:
            raise Untrue("a cosignature has a time")
    if not ed25519.verify(key.public, message, signature):
        raise Untrue(f"the signature of {key.name} is not good")
    return seconds


def open_checkpoint(note: str, keys: list[Key]) -> tuple[Checkpoint, list[tuple[Key, int]]]:
    """A checkpoint and who signed it."""
    text, signed = open_note(note, keys)
    lines = text.split("\n")
    if len(lines) < 4 or lines[-1] != "" or not all(lines[:-1]) or str(int(lines[1])) != lines[1]:
        raise Untrue("this is no checkpoint")
    root = base64.b64decode(lines[2], validate=True)
    if len(root) != 32:
        raise Untrue("a root has 32 bytes")
    return Checkpoint(lines[0], int(lines[1]), root), signed


def leaf_hash(entry: bytes) -> bytes:
    """RFC 6962, section 2.1: the hash of an entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962, section 2.1: the hash of two neighbours."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def tile_path(level: int, index: int, width: int) -> str:
    """Where a tile is found below the prefix of the log."""
    digits = f"{index % 1000:03}"
    while index >= 1000:
        index //= 1000
        digits = f"x{index % 1000:03}/{digits}"
    return f"tile/{level}/{digits}" + ("" if width == TILE else f".p/{width}")


class Tree:
    """The tree of a checkpoint, read through its tiles."""

    def __init__(self, size: int, fetch: Callable[[str], bytes]):
        self.size = size
        self._fetch = fetch
        self._tiles: dict[tuple[int, int], list[bytes]] = {}

    def _tile(self, level: int, index: int) -> list[bytes]:
        if (level, index) not in self._tiles:
            width = min(TILE, (self.size >> 8 * level) - index * TILE)
            if width <= 0:
                raise Untrue("the tree has no such tile")
            content = self._fetch(tile_path(level, index, width))
            if len(content) != 32 * width:
                raise Untrue("the tile has another width than its path says")
            self._tiles[level, index] = [content[at : at + 32] for at in range(0, len(content), 32)]
        return self._tiles[level, index]

    def node(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree of 2**level entries."""
        hashes = 1 << level % 8
        row = level // 8
        first = index * hashes
        values = self._tile(row, first // TILE)[first % TILE : first % TILE + hashes]
        if len(values) != hashes:
            raise Untrue("the tile does not reach so far")
        while len(values) > 1:
            values = [node_hash(values[at], values[at + 1]) for at in range(0, len(values), 2)]
        return values[0]

    def range_hash(self, start: int, end: int) -> bytes:
        """MTH(D[start:end]), where the range is one that RFC 6962 splits a tree into."""
        count = end - start
        if count == 0:
            return hashlib.sha256(b"").digest()
        if count & (count - 1) == 0 and start % count == 0:
            return self.node(count.bit_length() - 1, start // count)
        half = 1 << (count - 1).bit_length() - 1
        return node_hash(self.range_hash(start, start + half), self.range_hash(start + half, end))

    def root(self, size: int | None = None) -> bytes:
        """The root hash of the first entries."""
        return self.range_hash(0, self.size if size is None else size)

    def inclusion(self, index: int) -> list[bytes]:
        """PATH(index, D[0:size]) of RFC 6962, section 2.1.1."""

        def path(at: int, start: int, end: int) -> list[bytes]:
            if end - start == 1:
                return []
            half = start + (1 << (end - start - 1).bit_length() - 1)
            if at < half:
                return path(at, start, half) + [self.range_hash(half, end)]
            return path(at, half, end) + [self.range_hash(start, half)]

        return path(index, 0, self.size)

    def consistency(self, old: int) -> list[bytes]:
        """PROOF(old, D[0:size]) of RFC 6962, section 2.1.2."""

        def proof(old: int, start: int, end: int, whole: bool) -> list[bytes]:
            if old == end:
                return [] if whole else [self.range_hash(start, end)]
            half = start + (1 << (end - start - 1).bit_length() - 1)
            if old <= half:
                return proof(old, start, half, whole) + [self.range_hash(half, end)]
            return proof(old, half, end, False) + [self.range_hash(start, half)]

        return proof(old, 0, self.size, True) if 0 < old < self.size else []


def check_inclusion(leaf: bytes, index: int, size: int, path: list[bytes], root: bytes) -> None:
    """Verify by going the recursion of section 2.1.1 backwards."""

    def climb(at: int, start: int, end: int, rest: list[bytes]) -> bytes:
        if end - start == 1:
            if rest:
                raise Untrue("the path is too long")
            return leaf
        if not rest:
            raise Untrue("the path is too short")
        half = start + (1 << (end - start - 1).bit_length() - 1)
        if at < half:
            return node_hash(climb(at, start, half, rest[:-1]), rest[-1])
        return node_hash(rest[-1], climb(at, half, end, rest[:-1]))

    if climb(index, 0, size, path) != root:
        raise Untrue("the path leads to another root")


def check_consistency(old: int, old_root: bytes, size: int, root: bytes, proof: list[bytes]) -> None:
    """Verify by going the recursion of section 2.1.2 backwards, for the old root and the new one at once."""

    def climb(start: int, end: int, whole: bool, rest: list[bytes]) -> tuple[bytes, bytes]:
        if old == end:
            if whole:
                if rest:
                    raise Untrue("the proof is too long")
                return old_root, old_root
            if len(rest) != 1:
                raise Untrue("the proof has the wrong length")
            return rest[0], rest[0]
        if not rest:
            raise Untrue("the proof is too short")
        half = start + (1 << (end - start - 1).bit_length() - 1)
        if old <= half:
            before, after = climb(start, half, whole, rest[:-1])
            return before, node_hash(after, rest[-1])
        before, after = climb(half, end, False, rest[:-1])
        return node_hash(rest[-1], before), node_hash(rest[-1], after)

    if old == size:
        if proof or old_root != root:
            raise Untrue("one size has one root")
        return
    if old == 0:
        if proof:
            raise Untrue("every tree continues the empty one")
        return
    if climb(0, size, True, proof) != (old_root, root):
        raise Untrue("the proof does not join the roots")

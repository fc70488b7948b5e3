"""Checkpoints and tiles of a real ledger, verified by a verifier that shares nothing with it."""

import base64
import json

import pytest

from desks import Desk, fetch, foreland, keys, wait_for
from transparency import (
    Key,
    Tree,
    Untrue,
    check_consistency,
    check_inclusion,
    leaf_hash,
    open_checkpoint,
    tile_path,
)

ENTRIES = 700


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A ledger with more than two full tiles, its tiles in a folder, and its keys."""
    folder = tmp_path_factory.mktemp("tiles")
    store = folder / "store.sqlite"
    foreland("ledger", "measure", "--store", str(store), "--append", str(ENTRIES), "--writers", "16")
    foreland("ledger", "export", "--store", str(store), "--tiles", str(folder / "tiles"))
    return store, folder / "tiles", Key.parse(keys(store)["ledger"])


def read(tiles):
    """A function that fetches from a folder."""
    return lambda path: (tiles / path).read_bytes()


def test_the_root_follows_from_the_tiles(ledger):
    store, tiles, key = ledger
    checkpoint, _ = open_checkpoint((tiles / "checkpoint").read_text(), [key])
    assert checkpoint.origin == key.name
    assert checkpoint.size > ENTRIES
    assert Tree(checkpoint.size, read(tiles)).root() == checkpoint.root


def test_every_entry_is_included(ledger):
    store, tiles, key = ledger
    checkpoint, _ = open_checkpoint((tiles / "checkpoint").read_text(), [key])
    tree = Tree(checkpoint.size, read(tiles))
    lines = [json.loads(line) for line in foreland("ledger", "export", "--store", str(store)).splitlines()]
    entries = [base64.b64decode(line["sealed"]) for line in lines if "sealed" in line][: checkpoint.size]
    assert len(entries) == checkpoint.size
    for index, entry in enumerate(entries):
        assert tree.node(0, index) == leaf_hash(entry)
        if index % 37 == 0 or index > checkpoint.size - 3:
            path = tree.inclusion(index)
            check_inclusion(leaf_hash(entry), index, checkpoint.size, path, checkpoint.root)
            with pytest.raises(Untrue):
                check_inclusion(leaf_hash(entry + b"x"), index, checkpoint.size, path, checkpoint.root)


def test_sizes_are_consistent_and_foreland_gives_the_same_proofs(ledger):
    store, tiles, key = ledger
    checkpoint, _ = open_checkpoint((tiles / "checkpoint").read_text(), [key])
    tree = Tree(checkpoint.size, read(tiles))
    for old in [1, 2, 3, 255, 256, 257, 511, 512, 640, checkpoint.size - 1, checkpoint.size]:
        proof = tree.consistency(old)
        check_consistency(old, tree.root(old), checkpoint.size, checkpoint.root, proof)
        if old < checkpoint.size:
            with pytest.raises(Untrue):
                check_consistency(old, bytes(32), checkpoint.size, checkpoint.root, proof)
    told = json.loads(
        foreland("ledger", "prove", "--store", str(store), "--from", "300", "--to", str(checkpoint.size))
    )
    assert [base64.b64decode(text) for text in told["path"]] == tree.consistency(300)
    assert base64.b64decode(told["oldRoot"]) == tree.root(300)


def test_an_altered_tile_is_found_out(ledger):
    _, tiles, key = ledger
    checkpoint, _ = open_checkpoint((tiles / "checkpoint").read_text(), [key])

    def altered(path):
        content = bytearray(read(tiles)(path))
        content[-1] ^= 1
        return bytes(content)

    assert Tree(checkpoint.size, altered).root() != checkpoint.root


def test_an_altered_checkpoint_is_found_out(ledger):
    _, tiles, key = ledger
    note = (tiles / "checkpoint").read_text()
    size = open_checkpoint(note, [key])[0].size
    with pytest.raises(Untrue):
        open_checkpoint(note.replace(f"\n{size}\n", f"\n{size + 1}\n"), [key])
    with pytest.raises(Untrue):
        open_checkpoint(note, [Key(key.name, key.algorithm, bytes(32))])


def test_no_entry_is_among_the_tiles(ledger):
    _, tiles, _ = ledger
    assert not (tiles / "tile/entries").exists()
    files = [path for path in tiles.rglob("*") if path.is_file() and path.name != "checkpoint"]
    assert len(files) > 3
    assert all(len(path.read_bytes()) % 32 == 0 and b"measure" not in path.read_bytes() for path in files)


def test_a_desk_serves_the_same(ledger):
    # A store that was made by measuring belongs to an exercise, which `serve` refuses: a desk of its own is asked.
    own = ledger[0].parent / "served.sqlite"
    with Desk(own, "--publish-tiles", "--witness-every", "1") as desk:
        wait_for(lambda: fetch(f"{desk.url}/tlog/checkpoint")[0] == 200, "a checkpoint")
        _, kind, body = fetch(f"{desk.url}/tlog/checkpoint")
        assert kind == "text/plain; charset=utf-8"
        served, _ = open_checkpoint(body.decode(), [Key.parse(keys(own)["ledger"])])

        def over_http(path):
            status, kind, body = fetch(f"{desk.url}/tlog/{path}")
            assert (status, kind) == (200, "application/octet-stream")
            return body

        assert Tree(served.size, over_http).root() == served.root
        for wrong in ["tile/0/0", "tile/0/x000/000", "tile/0/000.p/256", "tile/0/000.p/0", "tile/64/000", "tile/entries/000"]:
            assert fetch(f"{desk.url}/tlog/{wrong}")[0] == 404
        assert fetch(f"{desk.url}/tlog/{tile_path(0, 0, served.size + 1)}")[0] == 404
    with Desk(own) as desk:
        assert fetch(f"{desk.url}/tlog/checkpoint")[0] == 404
        assert fetch(f"{desk.url}/tlog/{tile_path(0, 0, 1)}")[0] == 404

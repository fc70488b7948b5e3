#!/usr/bin/env python3
"""Flip bits in every file of a store and cut the files short, at 2,000 places, and look each time at what is believed. About 20 minutes.

Each time one of these must be so: `foreland ledger verify` names what is wrong; or the file is refused with a message; or the damage
lies in bytes that nobody reads, which is proved by comparing everything that can be had: all entries opened and all rows of all views.
Rows of views carry no hash of their own: where one has changed, `foreland ledger verify --views` must name it, and `foreland ledger
rebuild` bring it back from the entries. Nothing may crash, and nothing may be believed that is not as it was.
"""

import pathlib
import random
import shutil
import tempfile

from desks import Broken, Desk, Load, Store, expect, main, scaled, tool

PLACES = 2000
NIGHT = ["--seed", "20261121", "--hours", "12", "--pace", "400"]
# What a cut or a bit can do to a run is said within these exit statuses; anything else is a crash.
SAID = (0, 1)


def make(folder: pathlib.Path) -> Store:
    """A store as a kill leaves it: with entries in the file and in its log, and blocks in the archive."""
    store = Store.make(folder, exercise=True)
    for number in range(2):
        desk = Desk(store, *NIGHT, command="exercise").open()
        Load(desk, f"entry-{number}", writers=4, entries=60).end(wait=True)
        # The first run ends well, so that the file holds entries; the second leaves its log.
        if number == 0:
            expect(desk.stop() == 0, desk.output())
        desk.kill()
    return store


def believed(store: Store) -> tuple | None:
    """Everything that can be had of a store; None when it says that it cannot be had."""
    exported = tool("ledger", "export", "--opened", "--store", store.path)
    expect(exported.returncode in SAID, f"export ended with {exported.returncode}: {exported.stderr}")
    if exported.returncode != 0:
        return None
    try:
        return exported.stdout, store.views()
    except Exception:
        # SQLite itself refuses the file, as the desk would have been refused.
        return None


def damage(file: pathlib.Path, chance: random.Random) -> str:
    """Flip one bit, or cut the file."""
    size = file.stat().st_size
    place = chance.randrange(size)
    if chance.randrange(4) == 0:
        with open(file, "r+b") as opened:
            opened.truncate(place)
        return f"cut to {place} of {size} bytes"
    bit = 1 << chance.randrange(8)
    with open(file, "r+b") as opened:
        opened.seek(place)
        byte = opened.read(1)[0]
        opened.seek(place)
        opened.write(bytes([byte ^ bit]))
    return f"bit {bit} of byte {place} of {size} flipped"


def judge(store: Store, whole: tuple) -> str:
    """What became of it: `named`, `harmless`, `rebuilt` (and named when views are compared), or `Broken`."""
    verified = store.verify()
    expect(verified.returncode in SAID, f"verify ended with {verified.returncode}: {verified.stderr}")
    if verified.returncode == 1:
        words = verified.stdout + verified.stderr
        expect(len(words.strip()) > 20, "verify refused without a word")
        return "named"
    now = believed(store)
    if now is None:
        return "named"
    expect(now[0] == whole[0], "verify passes, and the entries are others than before")
    if now[1] == whole[1]:
        return "harmless"
    compared = store.verify("--views")
    expect(compared.returncode in SAID, f"verify --views ended with {compared.returncode}: {compared.stderr}")
    expect(compared.returncode == 1, f"rows of views are others than before, and verify --views says {compared.stdout}")
    rebuilt = tool("ledger", "rebuild", "--store", store.path)
    expect(rebuilt.returncode in SAID, f"rebuild ended with {rebuilt.returncode}: {rebuilt.stderr}")
    if rebuilt.returncode == 1:
        return "named"
    after = store.views()
    for table, rows in whole[1].items():
        expect(after.get(table) == rows, f"the view table {table} has other rows than before, also when it is folded anew")
    return "rebuilt"


def run(places: int, seed: int = 20261121):
    """Damage so many places; raises `Broken` with the first that is believed."""
    chance = random.Random(seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foreland-damage-"))
    try:
        store = make(folder / "store")
        whole = believed(store.copy(folder / "copy"))
        expect(whole is not None, "the undamaged store cannot be read")
        names = [file.name for file in sorted(store.folder.iterdir()) if file.is_file() and file.stat().st_size > 0]
        counts = {name: {"named": 0, "harmless": 0, "rebuilt": 0} for name in names}
        for number in range(places):
            name = names[number % len(names)]
            copy = store.copy(folder / "copy")
            what = "gone" if not (copy.folder / name).exists() else damage(copy.folder / name, chance)
            try:
                counts[name][judge(copy, whole)] += 1
            except Broken as broken:
                raise Broken(f"place {number} of seed {seed}, {name} {what}: {broken}") from None
        for name, count in counts.items():
            rest = f"{count['harmless']} in bytes that nobody reads, {count['rebuilt']} in rows of views, named by verify --views and brought back by rebuild"
            print(f"{name}: {count['named']} named, {rest}", flush=True)
        # Half of the files hold nothing that is believed: marks of locks, lists of readers, a reserve of zeros.
        expect(sum(count["named"] for count in counts.values()) > places // 12, "hardly any damage was found, which tests nothing")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(run, scaled(PLACES))

#!/usr/bin/env python3
"""Kill the desk under load, again and again, and look each time at what it left. About 40 minutes for 1,000 kills.

Eight officers write as fast as they are answered, an exercise night fills the archive at many times its pace, and at a random moment
the process is killed; every third time while it is ending by itself, when it flushes, signs a checkpoint and closes its files. Then:
every acknowledged entry is there, no entry is half there, the views are what the entries give, the archive is as the ledger
anchored it, and no checkpoint is ahead of the entries.
"""

import pathlib
import random
import shutil
import signal
import tempfile
import time

from desks import Desk, Load, Store, check_store, check_views, expect, main, scaled

KILLS = 1000
# A store grows with each kill and is looked at as a whole, so it is put aside after so many.
KILLS_OF_ONE_STORE = 25
LONGEST_LOAD_SECONDS = 0.6
LONGEST_ENDING_SECONDS = 0.1
# At this pace the archive seals ten minutes of the night within a second or two, and the ledger anchors it.
NIGHT = ["--seed", "20261121", "--hours", "12", "--pace", "400"]


def run(kills: int, seed: int = 20261121):
    """Kill so many times; raises `Broken` with the first thing that does not hold."""
    chance = random.Random(seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foreland-kill-"))
    try:
        done = acknowledged = entries = anchored = 0
        while done < kills:
            store = Store.make(folder / f"store-{done}", exercise=True)
            known: dict[str, int] = {}
            for _ in range(min(KILLS_OF_ONE_STORE, kills - done)):
                try:
                    known |= kill_once(store, f"kill-{done}", chance)
                    entries = check_store(store, known)
                    check_views(store, folder / "copy")
                except Exception:
                    print(f"at kill {done + 1} of seed {seed}, in {store.folder}")
                    raise
                done += 1
            # The store must still be good for work, and end well.
            desk = Desk(store, *NIGHT, command="exercise").open()
            status, _ = desk.write("after all kills")
            expect(status == 201, f"the desk no longer takes an entry: {status}")
            expect(desk.stop() == 0, f"the desk did not end well:\n{desk.output()}")
            anchored += sum(1 for entry in store.entries().values() if entry["kind"] == "archive.anchored")
            acknowledged += len(known)
            shutil.rmtree(store.folder)
            print(f"{done} kills: {acknowledged} acknowledged entries are there, {anchored} blocks anchored", flush=True)
        expect(acknowledged > kills, f"only {acknowledged} entries were acknowledged in {kills} kills, which tests nothing")
    except BaseException:
        print(f"the store is kept in {folder}")
        raise
    shutil.rmtree(folder)


def kill_once(store: Store, prefix: str, chance: random.Random) -> dict[str, int]:
    """Open a desk, let officers write, kill it; returns what was acknowledged."""
    desk = Desk(store, *NIGHT, command="exercise").open()
    load = Load(desk, prefix)
    time.sleep(chance.uniform(0, LONGEST_LOAD_SECONDS))
    if chance.randrange(3) == 0:
        desk.signal(signal.SIGTERM)
        time.sleep(chance.uniform(0, LONGEST_ENDING_SECONDS))
    desk.kill()
    return load.end().acknowledged


if __name__ == "__main__":
    main(run, scaled(KILLS))

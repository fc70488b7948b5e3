#!/usr/bin/env python3
"""Erase a vessel over all places and look through every byte of every file for what was written about it. A few seconds.

Before: entries, corrections, the index of words, a key store and a copy of it, a backup. The order needs an officer who may and a
reason. After: the bytes are in no file of the store, the copy of the keys that was named opens nothing of it, `verify` passes,
`rebuild` says what is erased, a search finds nothing, a backup restored with the treated keys says "erased".
"""

import json
import pathlib
import shutil
import tempfile

from desks import Desk, Store, expect, main, text_of, tool

SUBJECT = "235012345"
OTHER = "235099999"
SECRET = "quicksilverlantern"
PLAIN = "ordinaryweather"


def holders(folder: pathlib.Path, word: str) -> list[str]:
    """The files that hold the word in plain."""
    return [str(file.relative_to(folder)) for file in sorted(folder.rglob("*")) if file.is_file() and word.encode() in file.read_bytes()]


def write_all(store: Store):
    """Entries about two vessels, with a correction, enough of them that pages fill and split."""
    desk = Desk(store).open()
    for number in range(60):
        status, answer = desk.write(f"{SECRET} number {number}", subject=SUBJECT)
        expect(status == 201, f"an entry was answered with {status} {answer}")
        if number % 10 == 0:
            sequence = json.loads(answer)["sequence"]
            status, answer = desk.write(f"{SECRET} corrected {number}", correctionOf=sequence)
            expect(status == 201, f"a correction was answered with {status} {answer}")
        status, _ = desk.write(f"{PLAIN} {number}", subject=OTHER)
        expect(status == 201, f"an entry was answered with {status}")
    expect(found(desk, SECRET) > 0, "the search does not find what was written, which tests nothing")
    expect(desk.stop() == 0, desk.output())


def found(desk: Desk, word: str) -> int:
    """How many entries a search finds."""
    status, answer = desk.ask("GET", f"/api/log?q={word}")
    expect(status == 200, f"a search was answered with {status} {answer}")
    return len(json.loads(answer)["entries"])


def erase(store: Store, officer: str, reason: str, *more: str):
    """The order."""
    return tool("ledger", "erase", f"track:{SUBJECT}", "--officer", officer, "--reason", reason, "--store", store.path, *more)


def run():
    """Write, erase, and look; raises `Broken` with the first thing that does not hold."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foreland-erase-"))
    try:
        store = Store.make(folder / "store")
        added = tool("user", "add", "dana", "--agency", "centre", "--role", "dataProtectionOfficer", "--store", store.path)
        expect(added.returncode == 0, added.stderr)
        write_all(store)
        copies = folder / "copies"
        copies.mkdir()
        backup = tool("ledger", "backup", "--store", store.path, "--to", f"{copies}/ledger", "--keys-to", f"{copies}/keys")
        expect(backup.returncode == 0, backup.stderr)
        expect(holders(store.folder, SECRET) != [], "no file holds the word in plain before, which tests nothing")
        sheets = [name for name in holders(store.folder, SECRET) if ".paper/" in name]
        expect(sheets != [], "no sheet for printing holds the word before, which tests nothing")
        old = store.folder / "foreland.sqlite.archive.before-form-2-20261121T000000Z"
        old.write_text(SECRET)
        reason = "Request of the owner, case 12"
        expect(erase(store, "kim", reason).returncode == 1, "an officer who may not erase has erased")
        expect(erase(store, "dana", "why").returncode == 1, "an erasure without a reason was carried out")
        done = erase(store, "dana", reason, "--keys-copy", f"{copies}/keys")
        expect(done.returncode == 0, f"the erasure failed: {done.stdout}{done.stderr}")
        for place in (store.folder, copies):
            expect(holders(place, SECRET) == [], f"the word is still in {holders(place, SECRET)}")
        look(store)
        restored = Store(folder / "restored")
        back = tool("ledger", "restore", "--from", f"{copies}/ledger", "--keys-from", f"{copies}/keys", "--store", restored.path)
        expect(back.returncode == 0, back.stderr)
        # What was searched for stands in the record of that, sealed for the centre and about nobody.
        shown = [text_of(entry) or "" for entry in restored.entries().values() if entry["kind"].startswith("log.")]
        shown = " ".join(shown)
        expect(SECRET not in shown, "the backup and the treated keys still open what is erased")
        expect(PLAIN in shown, f"the backup and the treated keys open nothing: {shown[:2000]}")
        print("erased: in no byte of any file; verify passes, rebuild says so, a search finds nothing, the backup opens nothing")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def look(store: Store):
    """What must hold after the erasure."""
    verified = store.verify()
    expect(verified.returncode == 0, f"verify does not pass: {verified.stdout}")
    rebuilt = tool("ledger", "rebuild", "--store", store.path)
    expect(rebuilt.returncode == 0 and "erased" in rebuilt.stdout, f"rebuild says {rebuilt.stdout}{rebuilt.stderr}")
    expect(holders(store.folder, SECRET) == [], "folding the views anew brought the word back")
    desk = Desk(store).open()
    expect(found(desk, SECRET) == 0, "a search finds what is erased")
    expect(found(desk, PLAIN) > 0, "a search no longer finds what is not erased")
    expect(desk.stop() == 0, desk.output())
    orders = [entry for entry in store.entries().values() if entry["kind"] == "erasure.ordered"]
    expect([entry["actor"] for entry in orders] == ["dana"], f"the orders are of {[entry['actor'] for entry in orders]}")


if __name__ == "__main__":
    main(run)

"""A running desk is copied under load, and the copy restored elsewhere holds what had been acknowledged."""

from desks import Desk, Load, Store, tool


def test_a_backup_under_load_is_whole_and_can_be_restored(tmp_path):
    store = Store.make(tmp_path / "store", exercise=True)
    desk = Desk(store, "--seed", "1", "--hours", "1", command="exercise").open()
    copy, keys = tmp_path / "copy", tmp_path / "keys"
    try:
        for number in range(5):
            assert desk.write(f"before {number}")[0] == 201
        load = Load(desk, "during", writers=4)
        copied = tool("ledger", "backup", "--store", store.path, "--to", str(copy), "--keys-to", str(keys))
        load.end()
        assert copied.returncode == 0, copied.stderr
    finally:
        assert desk.stop() == 0
    assert copy.exists() and keys.exists() and (tmp_path / "copy.archive").exists()

    elsewhere = Store(tmp_path / "elsewhere")
    elsewhere.folder.mkdir()
    words = ["ledger", "restore", "--store", elsewhere.path, "--from", str(copy)]
    restored = tool(*words, "--keys-from", str(keys))
    assert restored.returncode == 0, restored.stderr
    verified = elsewhere.verify()
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert "The archive is as it was anchored" in verified.stdout
    texts = {part.get("text") for entry in elsewhere.entries().values() for part in entry["parts"]}
    assert {f"before {number}" for number in range(5)} <= texts

    again = tool(*words)
    assert again.returncode == 1 and "already" in again.stderr, "a restore replaces nothing of itself"
    replaced = tool(*words, "--replace")
    assert replaced.returncode == 0, replaced.stderr
    assert elsewhere.verify().returncode == 0
    assert len(list(elsewhere.folder.glob("*.replaced-*"))) >= 2

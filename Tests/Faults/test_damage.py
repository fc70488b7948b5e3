"""A damaged file is named, or the damage lies where nobody reads."""

import damage


def test_no_damaged_entry_is_believed():
    damage.run(places=24)

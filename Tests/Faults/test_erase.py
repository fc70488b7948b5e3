"""What is erased is in no byte of any file."""

import erase


def test_an_erased_vessel_is_in_no_byte_of_any_file():
    erase.run()

"""A desk that is killed under load loses nothing that it acknowledged."""

import kill


def test_nothing_acknowledged_is_lost_when_the_desk_is_killed():
    kill.run(kills=10)

"""What is acknowledged is kept when a system call fails, and was synced before it was acknowledged."""

import pytest

import system_calls
from desks import Broken


def test_nothing_is_acknowledged_falsely_when_a_call_fails():
    if not system_calls.can_trace():
        pytest.skip("strace is missing or may not trace")
    # Numbers that lie before, in and after the first entries.
    system_calls.run(calls={"pwrite64": [1, 6, 30], "fdatasync": [2, 5], "ftruncate": [1]}, errors=["EIO"])


def test_an_answer_before_its_sync_is_found_out():
    request = '11 recvfrom(9<TCP:[1]>, "POST /api/log HTTP/1.1"..., 2048, 0, NULL, NULL) = 190'
    write = '12 pwrite64(5</s/foreland.sqlite-wal>, "x"..., 4096, 32) = 4096'
    sync = "12 fdatasync(5</s/foreland.sqlite-wal>) = 0"
    answer = '11 write(9<TCP:[1]>, "HTTP/1.1 201 Created"..., 300) = 300'
    begun, ended = "12 fdatasync(5</s/foreland.sqlite-wal> <unfinished ...>", "12 <... fdatasync resumed>) = 0"
    assert system_calls.judge_syncs([request, write, sync, answer]) == 1
    assert system_calls.judge_syncs([request, write, begun, ended, answer]) == 1
    for wrong in (
        [request, write, answer, sync], [request, sync, write, answer], [request, write, begun, answer, ended],
        [write, sync, request, answer], [request, write, sync.replace("= 0", "= -1 EIO"), answer],
    ):
        with pytest.raises(Broken):
            system_calls.judge_syncs(wrong)

"""Listen where systemd would for what a service says, print it, and end when it has said that it is ready and alive."""

import socket
import sys

listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
listener.settimeout(float(sys.argv[2]))
wanted = {"READY=1", "WATCHDOG=1"}
while wanted:
    for line in listener.recv(4096).decode().splitlines():
        print("   notify:", line, flush=True)
        wanted.discard(line)

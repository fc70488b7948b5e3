"""A desk that a benchmark runs: a store of its own, a port of its own, its costs, and its end."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

from measuring import ROOT, SCRATCH, binary

TICKS = os.sysconf("SC_CLK_TCK")


def free_port(kind: int = socket.SOCK_STREAM) -> int:
    """A port of the loopback address that nobody uses now."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def load_client() -> str:
    """The load of Benchmarks/load.c, compiled when it is new."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    source, program = ROOT / "Benchmarks/load.c", SCRATCH / "load"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("clang") or shutil.which("cc")
        if not compiler:
            raise SystemExit("bench: there is no C compiler (the Swift toolchain brings clang)")
        subprocess.run([compiler, "-O2", "-o", program, source, "-lm"], check=True)
    return str(program)


def sea(ships: int, rounds: int) -> pathlib.Path:
    """A file of AIS sentences: so many ships, each reporting once a round."""
    path = SCRATCH / f"sea-{ships}-{rounds}.nmea"
    if not path.exists():
        program = load_client()
        with open(path, "wb") as file:
            subprocess.run([program, "sea", str(ships), str(rounds), "7"], stdout=file, check=True)
    return path


class Desk:
    """A desk on the loopback address; `with` ends it and removes its store."""

    def __init__(
        self, feeds: dict[str, str], store: pathlib.Path | None = None, core: int | None = None,
        people: dict[str, str] | None = None,
    ) -> None:
        """Start a desk with feeds by name and address, on one core if one is named, and wait until it answers.

        People are watch officers who read the record too, by their name and agency; a new store is given them.
        """
        SCRATCH.mkdir(parents=True, exist_ok=True)
        self.folder = tempfile.TemporaryDirectory(dir=SCRATCH)
        self.store = store or pathlib.Path(self.folder.name)
        tokens = self.store / "tokens.json"
        if not tokens.exists():
            # The first start makes the first person; others are added, and tokens issued, while no desk is running.
            self.start({}, None)
            self.stop()
            for name, agency in (people or {}).items():
                self.add(name, agency)
            tokens.write_text(json.dumps({name: self.issue_token(name) for name in ["officer", *(people or {})]}))
        self.tokens = json.loads(tokens.read_text())
        self.token = self.tokens["officer"]
        self.start(feeds, core)

    def add(self, name: str, agency: str) -> None:
        """Add a watch officer who may read the record too."""
        command = [binary(), "user", "add", name, "--agency", agency, "--store", f"{self.store}/"]
        for role in ("watchOfficer", "dataProtectionOfficer"):
            command += ["--role", role]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def issue_token(self, name: str) -> str:
        """A token of a person, to see everything that they may see and to write in the log."""
        command = [binary(), "token", "issue", name, "--store", f"{self.store}/"]
        for scope in ("read", "record:read", "log:write"):
            command += ["--scope", scope]
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
        return answer.stdout.strip().splitlines()[-1]

    def start(self, feeds: dict[str, str], core: int | None) -> None:
        """Start the process and wait until it answers."""
        self.port = free_port()
        command = [binary(), "serve", "--store", f"{self.store}/", "--listen", f"127.0.0.1:{self.port}"]
        for name, address in feeds.items():
            command += ["--feed", f"{name}={address}"]
        if core is not None and os.cpu_count() > 1:
            command = ["taskset", "--cpu-list", str(core), *command]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                self.get("/readyz")
                return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("bench: the desk ended by itself") from None
                time.sleep(0.05)
        raise SystemExit("bench: the desk does not answer")

    def __enter__(self) -> "Desk":
        """The desk, which is ended when the block is left."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the desk and remove its store."""
        self.stop()
        self.folder.cleanup()

    def stop(self) -> None:
        """End the process."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def get(self, path: str, token: str | None = None) -> bytes:
        """The body of an answer."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def get_json(self, path: str, token: str | None = None) -> dict:
        """The object in an answer."""
        return json.loads(self.get(path, token))

    def measure(self, name: str) -> int:
        """One figure of /metrics, the sum where there are several."""
        lines = self.get("/metrics").decode().splitlines()
        return sum(int(line.split()[-1]) for line in lines if re.match(rf"foreland_{name}[ {{]", line))

    def cpu_seconds(self) -> float:
        """What the desk has used of the processors so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def megabytes(self, field: str = "VmRSS") -> float:
        """What it holds of the memory: VmRSS now, VmHWM at most so far."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
        return 0.0

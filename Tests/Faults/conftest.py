"""The soak tests in small: the same files, run for seconds, on the debug build."""

import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Soak"))
os.environ.setdefault("FORELAND_BINARY", str(ROOT / ".build/debug/foreland"))

"""The sheets print on A4 across, black on white, with their marking and number on each, and are found when the desk is down."""

import pathlib
import re
import shutil
import subprocess
import time

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
A4_ACROSS = (842, 595)


def printed(page: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """Print a page with a browser that nobody sees."""
    pdf = folder / "sheet.pdf"
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )
    return pdf


def words(*command: str) -> str:
    """What a tool says."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def test_the_latest_sheets_print_without_the_desk(desk, tmp_path):
    folder = pathlib.Path(f"{desk.store.ledger}.paper")
    latest = folder / "latest.html"
    deadline = time.monotonic() + 30
    while not latest.exists() and time.monotonic() < deadline:
        time.sleep(0.2)
    text = latest.read_text()
    assert "<script" not in text and "http://" not in text.replace("http://www.w3.org/2000/svg", "")
    assert latest.stat().st_mode & 0o077 == 0, "only its owner may read it"
    pdf = printed(latest, tmp_path)
    facts = words("pdfinfo", str(pdf))
    pages = int(re.search(r"Pages:\s+(\d+)", facts)[1])
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", facts)
    assert pages >= 2 and (round(float(size[1])), round(float(size[2]))) == A4_ACROSS
    for number in range(1, pages + 1):
        sheet = words("pdftotext", "-f", str(number), "-l", str(number), "-layout", str(pdf), "-")
        assert sheet.count("EXERCISE OFFICIAL") >= 2, f"sheet {number} lacks a marking:\n{sheet}"
        assert re.search(rf"\b{number} ?/ ?{pages}\b", sheet) and "As known at" in sheet, f"sheet {number} is not numbered:\n{sheet}"


def test_the_page_is_for_whoever_may_see_both(desk):
    status, page = desk.ask("GET", "/paper", token=desk.store.reader)
    assert status == 200 and "entry 11" in page and "Tracks of interest" in page
    assert desk.ask("GET", "/paper", token="none")[0] in (303, 401)
    assert desk.metric("paper_failures_total") == 0 and desk.metric("paper_age_seconds") < 60

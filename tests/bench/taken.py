"""What is taken away and what is brought: reports, slides, a picture, and a workbook sent by a visitor."""

import subprocess
import sys
import tempfile
from pathlib import Path

from charts import palette
from charts.look import Look
from charts.spine import spine
from exports import picture
from exports.debate import make_pdf
from exports.report.document import make as make_report
from exports.slides.deck import make as make_slides
from exports.stamp import stamp
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from readings.territory.report import report
from tests.bench.loading import WORKBOOK
from tests.bench.measure import median_ms, seconds
from tests.bench.registry import Line, benchmark
from tests.bench.sites import ROOT
from tests.pages.bringing import SEE, bring, press, unemployment
from tests.pages.conftest import visited

REGION, LINK = "32", "http://localhost:8501/mon-territoire?region=32"
TIMES = 5


@benchmark("taken")
def taken() -> list[Line]:
    """Measure one report, one deck, one sheet, one picture; then 13 reports as `make reports` does."""
    results = Results(Store.in_memory(load(WORKBOOK)))
    made = report(results, REGION)
    drawn = spine(made.spine_rows, Look("", (900, 416), palette.LIGHT))
    about = stamp(results.edition(), made.spine_title, source=made.sources, link=LINK)
    return [
        Line("one report, PDF", median_ms(lambda: make_report(results, REGION, LINK), TIMES), "ms"),
        Line("one deck of slides, PPTX", median_ms(lambda: make_slides(results, REGION, LINK), TIMES), "ms"),
        Line("one debate sheet, PDF", median_ms(lambda: make_pdf(results, REGION, LINK), TIMES), "ms"),
        Line("one picture, PNG", median_ms(lambda: picture.png(drawn, about, width=1100), TIMES), "ms"),
        Line("13 reports, `python -m exports reports`", seconds(every_report), "s", 30),
        Line("a workbook sent, to its first page", median_ms(brought, TIMES), "ms"),
    ]


def brought() -> None:
    """Send a workbook as a visitor does, look at it, and open the first page; the public one is known."""
    measured = visited("method", section="mon-classeur", afficher="objectif")
    app = bring(measured, unemployment(19.5))
    first = press(app, SEE).switch_page("overview.py").run()
    if first.exception or "Bretagne" not in first.title[0].value:
        raise RuntimeError("the first page is not that of the workbook that was sent")


def every_report() -> None:
    """Make the thirteen reports in a process of their own, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "exports", "reports", "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        if len(list(Path(folder).glob("*.pdf"))) != 13:
            raise RuntimeError("the thirteen reports are not there")

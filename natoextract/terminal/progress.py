"""How far a run is: a bar on standard error where that is a terminal, and a line for each input that fails."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natoextract.batch import Progress


@contextmanager
def shown(progress: "Progress") -> Iterator[Callable[[], None]]:
    """Show a run while it lasts; call what this gives after each step."""
    told = 0

    def tell(write: Callable[[str], object]) -> None:
        nonlocal told
        for source, reason in progress.failed[told:]:
            write(f"{source}: {reason}\n")
        told = len(progress.failed)

    if not sys.stderr.isatty():
        yield lambda: tell(sys.stderr.write)
        tell(sys.stderr.write)
        return
    with _bar(progress) as (write, update):

        def step() -> None:
            tell(write)
            update()

        yield step
        step()


@contextmanager
def _bar(progress: "Progress") -> Iterator[tuple[Callable[[str], object], Callable[[], None]]]:
    """A writer of lines above the bar, and what brings the bar up to date."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, highlight=False)
    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        # by bytes of input: rows of a table are not counted before they are read
        TimeRemainingColumn(elapsed_when_finished=False),
    )
    with Bar(*columns, console=console, transient=True, speed_estimate_period=120) as bar:
        task = bar.add_task("", total=None, count="")

        def update() -> None:
            seconds = bar.tasks[0].elapsed or 0
            rate = f", {progress.articles / seconds:.1f}/s" if seconds and progress.articles else ""
            kept = f", {progress.kept} kept" if progress.kept else ""
            failed = f", {len(progress.failed)} failed" if progress.failed else ""
            bar.update(
                task,
                total=progress.total or None,
                completed=progress.position,
                count=f"{progress.articles} articles{rate}{kept}{failed}",
            )

        yield lambda line: console.out(line, end="", highlight=False), update

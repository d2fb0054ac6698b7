"""Kills the command at random moments until it is done, and compares what it has written with a run left alone.

    python benchmarks/resume.py [--kills 30] [--articles 600] [--processes 2]

Each run of the same command is ended by SIGKILL, all its processes with it, at a moment of its life drawn at random;
when as many have been killed as asked for, one is left to finish. The outputs are
compared byte by byte, and so are the lists of what failed.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sample import ROOT, write_archive

ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


def start(archive: Path, output: Path, processes: int) -> "subprocess.Popen[bytes]":
    where = ["extract", str(archive), "-o", str(output), "--processes", str(processes)]
    command = [sys.executable, "-m", "natoextract", *where]
    return subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        archive, whole, output = Path(folder, "archive"), Path(folder, "whole.jsonl"), Path(folder, "out.jsonl")
        write_archive(archive, arguments.articles)
        (archive / "empty.txt").touch()
        started = time.monotonic()
        assert start(archive, whole, arguments.processes).wait() == 1
        length = time.monotonic() - started
        print(f"a run left alone: {length:.1f} s, {arguments.articles} articles and one that fails", flush=True)
        killed = round_ = 0
        same = True
        while killed < arguments.kills:
            # a kill may come before anything is done, amid the work, or while the output is written
            run = start(archive, output, arguments.processes)
            time.sleep(chance.uniform(0.0, 0.5 * length))
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                killed += 1
                continue
            # done: compared, and begun anew
            round_ += 1
            same &= _same(whole, output)
            for path in Path(folder).glob("out.jsonl*"):
                path.unlink()
        assert start(archive, output, arguments.processes).wait() == 1
        same &= _same(whole, output)
        print(f"{killed} kills in {round_ + 1} runs: the outputs are {'the same' if same else 'NOT THE SAME'}")
    raise SystemExit(0 if same else 1)


def _same(whole: Path, output: Path) -> bool:
    errors = [path.with_name(f"{path.name}.errors.jsonl").read_bytes() for path in (whole, output)]
    return whole.read_bytes() == output.read_bytes() and errors[0] == errors[1]


if __name__ == "__main__":
    main()

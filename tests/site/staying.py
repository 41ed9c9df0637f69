"""A process that stays and builds a clinic again and again, as that of a preview does."""

import os
import subprocess
import sys

from plugins.engine.serve.outcome import Reply
from tests.conftest import ROOT


class Staying:
    """The builder of `make serve`, told when to build."""

    def __init__(self, clinic):
        command = [sys.executable, "-m", "plugins.engine.serve.worker", *clinic.arguments("output")]
        told = {**os.environ, **clinic.environment("cache")}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=ROOT, env=told, encoding="utf-8", **pipes)
        self.first = self._outcome()

    def build(self):
        """Build, and return how that went."""
        self.process.stdin.write("build\n")
        self.process.stdin.flush()
        return self._outcome()

    def _outcome(self):
        line = self.process.stdout.readline()
        assert line, self.process.wait()
        return Reply.from_line(line).outcome

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

"""The tool that answers for our statistics."""

import json
import subprocess


class Batch:
    def __init__(self, path):
        self.process = subprocess.Popen(
            [path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, kind, **question):
        self.process.stdin.write(json.dumps({"ask": kind, **question}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if isinstance(answer, dict) and "problem" in answer:
            raise SystemExit(f"{kind}: {answer['problem']}")
        return answer

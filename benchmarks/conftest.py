"""Lets the benchmarks of parts import what stands beside them, as the scripts here do."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

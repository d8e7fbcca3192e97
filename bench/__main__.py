"""`python -m bench` runs every bench after the other; each prints its own table, with ratios measured in one run."""

import importlib
import sys

from runtime.logs import set_up_logs

BENCHES = (
    "append",
    "replay",
    "projections",
    "jobs",
    "http",
    "watchers",
    "photographs",
    "design",
    "erasure",
    "planner",
    "iterate",
    "soundness",
    "demo",
    "blender",
    "bake",
    "unwrap",
    "textures",
    "reading",
    "packing",
    "exporting",
    "optimize",
    "sparse",
    "dense",
    "reconstruct",
    "foreground",
    "fitting",
)


def main() -> None:
    """Run the benches that are named, or all."""
    set_up_logs("bench", level="warning")
    for name in sys.argv[1:] or BENCHES:
        sys.argv = [f"bench.{name}"]
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()

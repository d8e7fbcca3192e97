"""Measurements against what a user would otherwise pick, as ratios in one run."""

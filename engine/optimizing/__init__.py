"""Lighter models: repaired, simplified, in levels of detail, and measured against what they were."""

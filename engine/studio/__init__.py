"""The photographer's studio: models, lights and a floor, seen by rays."""

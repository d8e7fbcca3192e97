"""Creatures: beasts of farm and wild, of sea and fable, and people."""

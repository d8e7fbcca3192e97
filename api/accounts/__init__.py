"""Accounts: who asks, what is held about a person, and what is noted of it."""

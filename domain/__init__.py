"""What is true: events, state, value types and pure policies. Imports nothing but the standard library and msgspec."""

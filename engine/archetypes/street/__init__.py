"""Things of street, park and playground."""

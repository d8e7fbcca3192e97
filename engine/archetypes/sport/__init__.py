"""Games and sport: boards and tables to play at, rackets, skis, pins."""

"""PostgreSQL and NATS of our own, from wheels: real servers that need no installation."""

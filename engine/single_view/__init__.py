"""From one picture of a thing to a model of it: what is read, what is the thing, which shape agrees with it."""

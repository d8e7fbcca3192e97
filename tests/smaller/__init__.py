"""The handlers of films, with sizes such that the suite does not wait for them."""

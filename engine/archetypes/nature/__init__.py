"""Things of nature: stones, mountains, plants without a pot, shells, sky."""

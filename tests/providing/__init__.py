"""A handler that has a remote provider make models of pictures, and keeps them unpacked: its processes start fast."""

"""`python -m runtime.cli` is `meshwright`."""

from runtime.cli import main

main(prog_name="meshwright")

"""How shapes are made: pure computation, arrays and files in, arrays and files out."""

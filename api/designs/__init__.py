"""The design family: editable designs, judged, improved, held against rules and reported."""

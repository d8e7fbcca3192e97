"""Things that are wanted are drawn, sized, and put where the text says."""

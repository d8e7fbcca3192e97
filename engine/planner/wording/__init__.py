"""Words: cut, corrected, brought to English, and what each phrase of them can mean."""

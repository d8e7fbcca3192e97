"""Musical instruments and what plays music."""

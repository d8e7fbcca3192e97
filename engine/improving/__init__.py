"""How a design gets better step by step: legal edits, a policy that was taught which to try, and searches."""

VERSION = "1.1"

"""Requests and answers as they come and go: bodies read strictly, errors in words."""

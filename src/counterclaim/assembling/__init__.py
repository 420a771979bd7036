"""The assembling stage."""

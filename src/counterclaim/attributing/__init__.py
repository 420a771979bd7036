"""The attributing stage."""

"""The finding stage."""

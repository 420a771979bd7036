"""The resolving stage."""

"""The ledger in a browser: look, compare, review."""

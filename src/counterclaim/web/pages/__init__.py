"""The pages, one module each: what stands on it (shared with its JSON twin), and the addresses that show it."""

"""Formats that carry claims out of a ledger; in none of them does a number leave without claimant, act and link."""

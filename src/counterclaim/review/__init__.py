"""Judging claims: what people say of them, how far they agree, and what stands in the end."""

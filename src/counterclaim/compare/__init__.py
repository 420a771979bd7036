"""Comparing claims: the same, the copied, the revised, the contradicted, and what does not add up."""

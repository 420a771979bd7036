"""Pictures of claims: every claimant's figures for one measure, as claimed, with nothing filled in between."""

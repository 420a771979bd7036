"""The assembling stage: what the stages found, put together into the records of the format."""

from counterclaim.assembling.claims import Findings, assemble_claims
from counterclaim.assembling.statements import assemble_statements

__all__ = ["Findings", "assemble_claims", "assemble_statements"]

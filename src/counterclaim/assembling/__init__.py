"""The assembling stage: what the stages found, put together into the records of the format."""

from counterclaim.assembling.claims import Findings, assemble_claims
from counterclaim.assembling.statements import Told, assemble_statements, tell

__all__ = ["Findings", "Told", "assemble_claims", "assemble_statements", "tell"]

"""What all records share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
Cites = tuple[Name, ...]
RawCondition = object


class Record(BaseModel):
    """What all records share: no unknown key, no silent change of type, no later change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

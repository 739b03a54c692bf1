"""Where the shipped files are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


class ResourceMissing(RuntimeError):
    """A folder that should have been shipped is not there."""

    def __init__(self, name: str, looked_in: tuple[Path, ...]) -> None:
        places = " and ".join(str(place) for place in looked_in)
        super().__init__(f'the folder "{name}" is missing; looked in {places}')


def resource_dir(name: str) -> Path:
    """Return the folder of shipped files called *name*, wherever this copy runs from.

    Raises:
        ResourceMissing: when it is in neither place.
    """
    package = Path(str(files("decision_aid")))
    for parent in (package, package.parent):
        if (parent / name).is_dir():
            return parent / name
    raise ResourceMissing(name, (package, package.parent))

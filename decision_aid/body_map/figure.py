"""The figure that is drawn: its outline, and one shape for each place of pain.

It is an ordinary picture, ``figure.svg``, that any drawing program opens. A place has all
its shapes in one: left and right, front and back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
_POINT = re.compile(r"M([\d.]+) ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Region:
    """One place of the figure, as path data.

    Attributes:
        area: what is seen of it.
        reach: where a finger finds it as well, round what is small; empty for large places.
        marks: points where a mark stands when it is chosen.
    """

    id: str
    area: str
    reach: str
    marks: str

    @property
    def ticks(self) -> str:
        """Return a tick at each mark."""
        points = ((float(x), float(y)) for x, y in _POINT.findall(self.marks))
        return "".join(f"M{x - 8:g} {y + 1:g}l6 6 10-13" for x, y in points)


@dataclass(frozen=True, slots=True)
class Figure:
    """The whole figure, seen from the front and from behind.

    Attributes:
        view: the extent of the drawing, as SVG writes it.
        lines: what tells the front from the back.
        regions: by id; small places come after the large ones that they lie on.
    """

    view: str
    body: str
    lines: str
    regions: Mapping[str, Region]


@cache
def figure() -> Figure:
    """Return the figure."""
    drawing = ET.fromstring((files(__package__) / "figure.svg").read_bytes())  # noqa: S314 - our own
    loose = {path.attrib["id"]: path.attrib["d"] for path in drawing.findall(f"{SVG}path")}
    regions = {group.attrib["id"]: _region(group) for group in drawing.findall(f"{SVG}g")}
    return Figure(
        drawing.attrib["viewBox"], loose["body"], loose["lines"], MappingProxyType(regions)
    )


def _region(group: ET.Element) -> Region:
    paths = {path.attrib["class"]: path.attrib["d"] for path in group.findall(f"{SVG}path")}
    return Region(group.attrib["id"], paths["area"], paths.get("reach", ""), paths["marks"])

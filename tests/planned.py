"""What is in a design that was planned, by name."""

from domain.spec import DesignObject, DesignSpec

NINE_STYLES = (
    "realistic", "modern", "futuristic", "steampunk", "minimalist", "rustic", "art deco", "industrial", "contemporary",
)  # fmt: skip


def one(spec: DesignSpec, object_id: str) -> DesignObject:
    return next(thing for thing in spec.objects if thing.id == object_id)


def materials(spec: DesignSpec) -> dict[str, str]:
    """Return the material of each part by its name; some parts are properties of an object, like `foot_material`."""
    found = {thing.id.rpartition("_")[0]: thing.material for thing in spec.objects}
    for thing in spec.objects:
        own = {name.removesuffix("_material"): str(value) for name, value in thing.properties.items() if value}
        found = {name: value for name, value in own.items() if f"{name}_material" in thing.properties} | found
    return found


def types(spec: DesignSpec) -> set[str]:
    return {thing.type for thing in spec.objects}

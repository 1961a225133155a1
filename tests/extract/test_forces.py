"""Armed forces named by their noun alone."""

from tests.extract.annotated import found


def test_force_of_the_document() -> None:
    """The army is the one army that the document names."""
    assert found("agency", "The Mexican Army came. Later the army left.") == ["Mexican Army", "Mexican Army"]


def test_force_of_nobody() -> None:
    """Where the document names none, or two, it is just the army."""
    assert found("agency", "Later the army left.") == ["army"]
    text = "The Mexican Army and the Peruvian army came. Later the army left."
    assert found("agency", text)[-1] == "army"


def test_adjective() -> None:
    """An army officer is no army."""
    assert found("agency", "Later the army officers left.") == []

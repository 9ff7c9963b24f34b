"""What the journey for tavern cannot say in YAML."""


def has_points(response, before, more):
    assert response.json()["points"] == before + more

import pytest

from decision_aid.resources import ResourceMissing, resource_dir


@pytest.mark.parametrize(("name", "holds"), [("rules", "edition.yaml"), ("templates", "base.html")])
def test_a_shipped_folder_is_found(name, holds):
    assert (resource_dir(name) / holds).is_file()


def test_a_folder_that_was_not_shipped_is_named_with_where_it_was_looked_for():
    with pytest.raises(ResourceMissing, match='the folder "pictures" is missing; looked in'):
        resource_dir("pictures")

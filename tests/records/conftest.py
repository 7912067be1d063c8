import pytest

from tests.records.offices import fresh_copy, make_original


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    return make_original(tmp_path_factory.mktemp("goc"))


@pytest.fixture
def office(original, tmp_path):
    workspace = fresh_copy(original, tmp_path)
    yield workspace
    workspace.close(backed_up=False)

import pytest

from decision_aid.app import create_app
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge

KEY = "a key that is only used in tests, not secret"

PAGES = ["/", "/questions/about-you", "/options", "/about", "/urgent-help", "/nowhere"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_forbids_what_it_does_not_use(client, address):
    policy = client.get(address).headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_kept_by_the_browser_or_tells_where_it_came_from(client, address):
    headers = client.get(address).headers

    assert "no-store" == headers["Cache-Control"]
    assert "no-referrer" == headers["Referrer-Policy"]
    assert "nosniff" == headers["X-Content-Type-Options"]


def test_static_files_may_be_kept_for_long(client):
    page = client.get("/").text
    address = page.split('rel="stylesheet"')[1].split('href="')[1].split('"')[0]
    with client.get(address) as response:
        assert 200 == response.status_code
        assert "max-age=31536000" in response.headers["Cache-Control"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client):
    response = client.get("/questions/about-you")

    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_real_site_sends_the_cookie_over_https_only(rulebook, engine):
    settings = Settings(env="production", secret_keys=(KEY,))
    client = create_app(settings, Knowledge(rulebook, engine, resource_dir("rules"))).test_client()
    response = client.get("/questions/about-you", base_url="https://aid.example")

    assert response.headers["Set-Cookie"].startswith("__Host-visit=")
    assert "Secure" in response.headers["Set-Cookie"]
    assert "max-age" in response.headers["Strict-Transport-Security"]


def test_a_site_that_knows_its_name_answers_to_no_other(rulebook, engine):
    settings = Settings(env="production", secret_keys=(KEY,), hosts=("aid.example",))
    client = create_app(settings, Knowledge(rulebook, engine, resource_dir("rules"))).test_client()

    assert 200 == client.get("/", base_url="https://aid.example").status_code
    assert 400 == client.get("/", base_url="https://evil.example").status_code


def test_a_form_that_is_far_too_large_is_refused(client):
    response = client.post("/questions/about-you", data={"country": "x" * 100_000})

    assert 413 == response.status_code


def test_a_form_works_over_https_although_no_page_tells_where_it_came_from(rulebook, engine):
    settings = Settings(env="production", secret_keys=(KEY,))
    client = create_app(settings, Knowledge(rulebook, engine, resource_dir("rules"))).test_client()
    page = client.get("/questions/about-you", base_url="https://aid.example").text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    form = {"csrf_token": token, "country": "uk", "age_band": "50_59", "about_you": "none_of_these"}
    response = client.post("/questions/about-you", data=form, base_url="https://aid.example")

    assert 302 == response.status_code


def test_what_is_cached_for_long_carries_no_cookie(client):
    client.get("/questions/about-you")
    page = client.get("/").text
    address = page.split('rel="stylesheet"')[1].split('href="')[1].split('"')[0]
    with client.get(address) as response:
        assert "Set-Cookie" not in response.headers
    assert "Set-Cookie" not in client.get("/health").headers


def test_a_static_file_that_is_not_there_is_not_kept(client):
    assert "no-store" == client.get("/static/nothing.css?v=1").headers["Cache-Control"]


def test_a_file_without_the_hash_of_its_content_is_kept_for_a_day(client):
    with client.get("/static/site.css") as response:
        assert "public, max-age=86400" == response.headers["Cache-Control"]

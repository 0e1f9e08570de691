"""What the server answers, without a browser: the French page, the headers, readiness."""

import gzip
import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message

import pytest

from pages.facade.shapes import served

# OWASP Secure Headers Project, those without TLS (Strict-Transport-Security is nginx's: deploy/).
# Not sent: Cross-Origin-Embedder-Policy, which nothing here needs, Clear-Site-Data, which is for signing out.
OF_OWASP = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Referrer-Policy": "same-origin",
}


@dataclass(frozen=True)
class Answer:
    """What a server answered, read whole: its connection is closed."""

    status: int
    headers: Message
    url: str
    body: bytes

    def read(self) -> bytes:
        return self.body


def ask(address: str, **headers: str) -> Answer:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): v for name, v in headers.items()}
    )
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return Answer(answer.status, answer.headers, answer.url, answer.read())


@pytest.mark.parametrize("path", ["/", "/ecarts", "/ecarts?domaine=sante", "/n-importe-quoi", "/index.html"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_every_path_of_the_page_is_french(server: str, path: str, encoding: str) -> None:
    answer = ask(server + path, Accept_Encoding=encoding)
    body = answer.read()
    assert int(answer.headers["Content-Length"]) == len(body)
    page = (gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body).decode()
    assert '<html lang="fr">' in page
    assert re.search("<title>[^<]*Tableau de bord", page)
    assert "a besoin de JavaScript" in page
    assert "service-desc" not in page
    assert "agent" not in page
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_page_already_known_is_not_sent_again(server: str) -> None:
    tag = ask(server).headers["ETag"]
    again = ask(server, If_None_Match=tag)
    assert (again.status, again.read()) == (304, b"")
    assert ask(server, If_None_Match='"other"').status == 200
    # Streamlit's own answer must not say « not modified » about its English page.
    assert ask(server, If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/",
            "/ready",
            "/_stcore/health",
            "/favicon.png",
            "/_stcore/agent/mcp",
            "/salle",
            "/salle/a/b",
            "/miroir",
        ),
        *("/regie/AAAAAA/etat", "/static/js/none.js", "/media/none.png", "/contours/0.json", "/index.html"),
    ],
)
def test_security_headers_are_on_every_answer(server: str, path: str) -> None:
    headers = ask(server + path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "object-src 'none'" in policy
    script = re.search(r"script-src ([^;]*)", policy)
    assert script is not None
    assert "'unsafe-inline'" not in script[1]
    assert "'unsafe-eval'" not in script[1]
    assert "http" not in policy
    assert "camera=()" in headers["Permissions-Policy"]
    assert {name: headers[name] for name in OF_OWASP} == OF_OWASP


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_the_shapes_of_maps_are_under_the_address_that_drawings_name(server: str, encoding: str) -> None:
    for address, shapes in served().items():
        answer = ask(server + address, Accept_Encoding=encoding)
        body = answer.read()
        zipped = answer.headers.get("Content-Encoding") == "gzip"
        assert zipped == (encoding == "gzip")
        assert (gzip.decompress(body) if zipped else body) == shapes.body
        assert "immutable" in answer.headers["Cache-Control"]
    assert ask(f"{server}/contours/0.json").status == 404


@pytest.mark.parametrize(
    ("path", "kept"),
    [("/", "no-cache"), ("/ready", "no-store"), ("/salle", "no-store"), ("/media/none", "private, no-store")],
)
def test_what_is_of_one_reader_or_one_moment_is_kept_by_nobody(server: str, path: str, kept: str) -> None:
    assert ask(server + path).headers["Cache-Control"] == kept


def test_ready_runs_a_real_query(server: str) -> None:
    answer = ask(f"{server}/ready")
    state = json.loads(answer.read())
    assert answer.status == 200
    assert state["ready"] is True
    assert state["regions"] == 13
    assert re.fullmatch(r"[0-9a-f]{12}", state["edition"])


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/vue-d-ensemble?region=53", "/?region=53"),
        ("/par-domaine/sante?region=53", "/par-domaine?region=53&domaine=sante"),
        ("/Ecarts", "/ecarts?"),
        ("/%C3%A9carts", "/ecarts?"),
        ("/regards-croises/x", "/regards-croises?acteur=x"),
        ("/%00%0d%0aSet-Cookie:%20a=1", "/?"),
        ("/%3Cscript%3Ealert(1)%3C/script%3E?region=%3Cscript%3E", "/?region=%3Cscript%3E"),
        ("/" + "x" * 10_000, "/?"),
    ],
)
def test_a_wrong_address_leads_to_a_page(server: str, path: str, page: str) -> None:
    answer = ask(server + path)
    assert answer.status == 200
    assert answer.url.removeprefix(server) in {f"{page}adresse=corrigee", f"{page}&adresse=corrigee"}
    assert b"<script>alert" not in answer.read()
    assert "Set-Cookie" not in answer.headers


def test_a_final_slash_is_left_out_and_a_climbing_path_is_refused(server: str) -> None:
    assert ask(f"{server}/ecarts/?region=53").url == f"{server}/ecarts?region=53"
    assert ask(f"{server}/%2e%2e/%2e%2e/etc/passwd").status == 400


@pytest.mark.parametrize("path", ["/robots.txt", "/static/js/none.js", "/_stcore/none", "/media/none.png"])
def test_a_file_that_is_not_there_is_not_found(server: str, path: str) -> None:
    answer = ask(server + path)
    assert answer.status == 404
    assert b"<html" not in answer.read()


@pytest.mark.parametrize("path", ["interact", "mcp", "openapi.json"])
def test_the_agent_interface_is_closed(server: str, path: str) -> None:
    assert ask(f"{server}/_stcore/agent/{path}").status == 404


def test_a_script_keeps_its_own_type_and_cache(server: str) -> None:
    page = ask(server).read().decode()
    source = re.search(r'href="\./(static/js/react-dom[^"]+)"', page)
    assert source is not None
    answer = ask(f"{server}/{source[1]}")
    assert "javascript" in answer.headers["Content-Type"]
    assert "immutable" in answer.headers["Cache-Control"]

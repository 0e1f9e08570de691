"""The reference tables: complete, coherent, and refused with a sentence when broken."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from loaders.findings import WorkbookRefused
from loaders.naming import key
from loaders.reference import Reference, build_reference
from loaders.tables import DIRECTORY, read_tables


@pytest.fixture(scope="module")
def reference() -> Reference:
    return build_reference(read_tables())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DIRECTORY, tmp_path / "reference"))


def test_the_thirteen_regions_and_their_grammar(reference: Reference) -> None:
    assert sorted(region.region_code for region in reference.regions) == (
        "11 24 27 28 32 44 52 53 75 76 84 93 94".split()
    )
    assert sorted(region.position for region in reference.regions) == list(range(1, 14))
    for region in reference.regions:
        assert region.name_in.endswith(region.name)
        assert region.name_of.endswith(region.name)
        assert region.name_the.endswith(region.name)
        assert region.number in {"singular", "plural"}
        assert region.gender in {"feminine", "masculine"}
        assert len(region.short_name) <= 17
        assert "'" not in region.name


@pytest.mark.parametrize(
    ("code", "name_in", "name_of", "name_the"),
    [
        ("53", "en Bretagne", "de Bretagne", "la Bretagne"),
        ("32", "dans les Hauts-de-France", "des Hauts-de-France", "les Hauts-de-France"),
        ("11", "en Île-de-France", "d’Île-de-France", "l’Île-de-France"),
        ("44", "dans le Grand Est", "du Grand Est", "le Grand Est"),
        (
            "93",
            "en Provence-Alpes-Côte d’Azur",
            "de Provence-Alpes-Côte d’Azur",
            "Provence-Alpes-Côte d’Azur",
        ),
    ],
)
def test_names_in_a_sentence(
    reference: Reference, code: str, name_in: str, name_of: str, name_the: str
) -> None:
    region = next(item for item in reference.regions if item.region_code == code)
    assert (region.name_in, region.name_of, region.name_the) == (name_in, name_of, name_the)


def test_every_region_name_is_an_alias_and_no_alias_means_two_things(reference: Reference) -> None:
    for region in reference.regions:
        assert reference.region_columns[key(region.name)] == region.region_code
    aliases = [key(row["alias"]) for row in read_tables()["region_aliases"]]
    assert len(aliases) == len(set(aliases))
    for specs in reference.columns.values():
        accepted = [name for spec in specs for name in spec.accepted]
        assert len(accepted) == len(set(accepted))
        assert not set(accepted) & set(reference.region_columns)


def test_names_of_regions(reference: Reference) -> None:
    assert reference.region_name("53") == "Bretagne"
    assert reference.region_name("FR") == "France"


def test_measures_have_bounds(reference: Reference) -> None:
    bounds = {measure.measure: (measure.minimum, measure.maximum) for measure in reference.measures}
    assert bounds["note_fragilite_sur_10"] == (Decimal(0), Decimal(10))
    assert bounds["innovation_pct"] == (Decimal(0), Decimal(100))
    assert bounds["autre"] == (None, None)


def test_a_table_saved_by_excel_is_read(copy: Path) -> None:
    actors = copy / "actors.csv"
    actors.write_bytes(b"\xef\xbb\xbf" + actors.read_bytes().replace(b"\n", b"\r\n"))
    assert build_reference(read_tables(copy)).actors == build_reference(read_tables()).actors
    assert read_tables(copy).sha256 != read_tables().sha256


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("actors.csv", None),
        ("actors.csv", b"code,label\na,b\n"),
        ("actors.csv", b"actor_code,label,label_the,position\na,b\n"),
        ("actors.csv", b"actor_code,label,label_the,position\na,b,c,1,2\n"),
        ("actors.csv", b"actor_code,label,label_the,position\na,b,c,premier\n"),
        ("actors.csv", b"\xff\xfe"),
        ("actors.csv", b'actor_code,label,label_the,position\n"a"b,c,d,1\n'),
        ("measures.csv", b"measure,label,sheet,kind,minimum,maximum,unit\na,b,,other,zero,,\n"),
        (
            "corrections.csv",
            b"sheet,cell,indicator_code,region_code,published,corrected,reason,date\na,b,c,d,e,f,g,hier\n",
        ),
        ("missing_tokens.csv", b"token,status\nn.d.,inconnu\n"),
        ("relations.csv", b"kind,result_code,numerator_code,denominator_code\nsomme,a,b,c\n"),
    ],
)
def test_a_broken_table_is_refused(copy: Path, name: str, content: bytes | None) -> None:
    if content is None:
        (copy / name).unlink()
    else:
        (copy / name).write_bytes(content)
    with pytest.raises(WorkbookRefused, match="able de référence") as refusal:
        build_reference(read_tables(copy))
    # A reader has no files, and Python's reasons are English.
    assert not re.search(r"\.csv|data/|_|invalid|literal", str(refusal.value))

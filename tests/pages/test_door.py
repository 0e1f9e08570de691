"""The front door: what this is, the question, the regions one click away, and none of it later."""

from tests.pages.conftest import Visit, clickable

NAMES = (
    "Auvergne-Rhône-Alpes Bourgogne-Franche-Comté Bretagne Centre-Val_de_Loire Corse Grand_Est "
    "Hauts-de-France Île-de-France Normandie Nouvelle-Aquitaine Occitanie Pays_de_la_Loire"
).replace("_", "\u00a0")


def test_the_first_page_says_what_it_is_and_asks_for_a_territory(browse: Visit) -> None:
    app = browse()
    assert not app.exception
    assert len(app.title) == 1
    assert app.header[0].value == "Quel est votre territoire\u202f?"
    said = " ".join(block.value for block in app.markdown)
    assert "L’Observatoire des partenariats met en regard, dans 16 domaines et 13 régions" in said
    assert "de 2012 à 2019" in said
    assert "IMPACT 2019, PHARE 2015 et PHARE 2016" in said.replace("\\", "")
    listed = [name.replace(" ", "\u00a0") for name in app.pills[0].options]
    assert len(listed) == 13
    assert " ".join(listed).startswith(NAMES)
    # Its map, then that of the national picture, under it.
    assert len(clickable(app)) == 2
    assert app.header[1].value.startswith("Emploi")


def test_a_name_and_the_box_open_the_page_of_the_region(browse: Visit) -> None:
    app = browse()
    app.pills(key="porte_noms").set_value("94").run()
    assert app.title[0].value.startswith("Corse")
    app = browse()
    box = app.selectbox(key="porte_region")
    box.select("53").run()
    assert app.title[0].value.startswith("Bretagne")


def test_once_something_is_chosen_the_door_is_gone(browse: Visit) -> None:
    for query in ({"region": "53"}, {"domaine": "sante"}, {"afficher": "ecart"}):
        app = browse(**query)
        assert not app.pills
        assert len(app.title) == 1

"""Every rule sees what breaks it: a guard that catches nothing guards nothing."""

import pytest

from tests.sentences.rule import Rule
from tests.sentences.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_sees_a_wrong_sentence(rule: Rule) -> None:
    blunt = [said.text for said in rule.caught if not list(rule.wrong(said))]
    assert rule.caught
    assert not blunt


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_lets_a_right_sentence_pass(rule: Rule) -> None:
    refused = {said.text: list(rule.wrong(said)) for said in rule.passed}
    assert not {text: why for text, why in refused.items() if why}


def test_each_rule_has_its_own_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)

"""The code that is read aloud, and the proofs that a form is ours."""

from hypothesis import given
from hypothesis import strategies as st

from hall.book import codes

CODES = st.text(codes.SIGNS, min_size=codes.LENGTH, max_size=codes.LENGTH)


def test_no_sign_of_a_code_is_taken_for_another() -> None:
    assert not set("ILO01") & set(codes.SIGNS)
    assert len(set(codes.SIGNS)) == 31


@given(CODES, st.sampled_from(["", " ", "-", "\u00a0", ". "]), st.booleans())
def test_a_code_is_read_however_it_is_typed(code: str, between: str, small: bool) -> None:
    typed = between.join(code.lower() if small else code)
    assert codes.typed(typed) == code
    assert codes.typed(codes.written(code)) == code


@given(st.text(max_size=60))
def test_what_is_no_code_is_none(text: str) -> None:
    found = codes.typed(text)
    assert found is None or (len(found) == codes.LENGTH and set(found) <= set(codes.SIGNS))


def test_new_codes_and_keys_differ() -> None:
    assert len({codes.new_code() for _ in range(200)}) == 200
    assert codes.typed(codes.new_code())
    assert len({codes.new_key() for _ in range(200)}) == 200


def test_a_device_has_another_name_in_each_room_and_no_part_runs_into_the_next() -> None:
    secret = b"s" * 32
    assert codes.device(secret, "a", "cookie") != codes.device(secret, "b", "cookie")
    assert codes.device(secret, "a", "cookie") == codes.device(secret, "a", "cookie")
    assert "cookie" not in codes.device(secret, "a", "cookie")
    assert codes.device(secret, "ab", "c") != codes.device(secret, "a", "bc")
    assert codes.form_token(secret, "a", "d", "12") != codes.form_token(secret, "a", "d1", "2")
    assert codes.form_token(secret, "a", "d", "1") != codes.form_token(b"t" * 32, "a", "d", "1")

"""What a person sees: help, signatures, the package's contents."""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import inspect
import pydoc
import subprocess
import sys
import typing

import pytest

import qantara
from qantara import AlQaseh, Egw, Mac, Paylink, _index


def helped(thing: object) -> str:
    # Annotations that are not evaluated print in quotes before Python 3.14.
    return pydoc.plain(pydoc.render_doc(thing)).replace("'", "")


def test_help_says_what_a_person_needs() -> None:
    text = helped(AlQaseh.create_payment)
    for part in ("order_id: str", "amount: str | int | Decimal", "email: str | None = None", "Call[CreatedPayment]",
                 "Not idempotent", "Your order number", "https://docs.alqaseh.com/payment-api"):  # fmt: skip
        assert part in text, part
    assert "client_secret: The client secret" in helped(AlQaseh)
    assert "verify_callback" in helped(Egw) and "acknowledgment(self, saved" in helped(Paylink)
    assert "Verifies a MAC in constant time" in helped(Mac)
    assert "The absolute URL." in helped(qantara.Call)
    assert "Proof that the customer paid" in helped(qantara.Paid)
    assert "create_payment" in helped(qantara)


@pytest.mark.parametrize("name", qantara.__all__)
def test_everything_is_documented(name: str) -> None:
    thing = getattr(qantara, name)
    if not inspect.isclass(thing):
        return
    assert (thing.__doc__ or "").strip()
    for member, value in vars(thing).items():
        if not member.startswith("_") and (inspect.isroutine(value) or inspect.isdatadescriptor(value)):
            assert (value.__doc__ or "").strip() or inspect.ismemberdescriptor(value), (name, member)
        assert "///" not in (value.__doc__ or "") and "[`" not in (value.__doc__ or ""), (name, member)


HANDED = {"message", "body", "saved"}
"""What is handed over as it is, without a name."""


@pytest.mark.parametrize("made", [AlQaseh, Egw, Paylink, Mac])
def test_every_parameter_is_keyword_only_and_annotated(made: type) -> None:
    methods = [getattr(made, name) for name in vars(made) if not name.startswith("_")]
    assert len(methods) > 8 or made is Mac
    for method in (made, *methods):
        signature = inspect.signature(method)
        assert method is made or signature.return_annotation is not signature.empty
        assert signature.parameters
        for name, parameter in signature.parameters.items():
            if name != "self" and name not in HANDED:
                assert parameter.kind is parameter.KEYWORD_ONLY and parameter.annotation is not parameter.empty, method


def test_the_clock_and_the_stamp_may_be_left_out() -> None:
    for method, name in ((Paylink.decide, "now"), (Paylink.authenticate, "now"), (Egw.prepare, "stamp"),
                         (Egw.completion, "stamp"), (Egw.card_form, "stamp")):  # fmt: skip
        assert inspect.signature(method).parameters[name].default is None


def test_tools_stand_where_they_belong() -> None:
    assert isinstance(vars(Egw)["order_number"], staticmethod) and isinstance(vars(Egw)["explain_code"], staticmethod)
    assert Egw.order_number(sequence=417).order_id == "000417"
    assert not isinstance(vars(AlQaseh)["pay_page"], staticmethod)
    assert "https://docs.alqaseh.com/1.0-legacy/auth" in helped(Egw.order_number)


def test_a_misspelt_name_says_so() -> None:
    with pytest.raises(TypeError, match=r"^AlQaseh.create_payment\(\) .*'curency'"):
        AlQaseh(environment="test", client_id="a", client_secret="b").create_payment(curency="IQD")  # type: ignore[call-arg]
    for make, name in ((AlQaseh, "AlQaseh"), (Egw, "Egw"), (Paylink, "Paylink"), (qantara.Mac, "Mac")):
        with pytest.raises(TypeError, match=rf"^{name}\(\) .*'clientid'"):
            make(clientid="a")
    with pytest.raises(TypeError, match=r"^AlQaseh\(\) missing 1 required keyword-only argument: 'client_secret'"):
        AlQaseh(environment="test", client_id="a")  # type: ignore[call-arg]
    assert "TypeError" in (qantara.__doc__ or "")
    payment = AlQaseh(environment="test", client_id="a", client_secret="b").get_payment(payment_id="p").parse(
        200, '{"payment_id":"p","order_id":"A","amount":1,"currency":"IQD","payment_status":"prepared"}')  # fmt: skip
    with pytest.raises(qantara.ValidationError, match="did you mean currency") as caught:
        payment.settle({"order_id": "A", "amount": 1, "curency": "IQD"})  # type: ignore[typeddict-unknown-key]
    assert caught.value.code == "field.unknown"


def test_plain_data_is_plain() -> None:
    order = qantara.Order(order_id="A-1", amount="25000", currency="IQD")
    assert order == {"order_id": "A-1", "amount": "25000", "currency": "IQD"} and type(order) is dict
    assert typing.get_args(qantara.Environment) == ("test", "production")
    assert qantara.Call[qantara.Payment] is not None
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        qantara.Nothing  # noqa: B018


def test_the_wheel_is_typed_and_versioned() -> None:
    assert importlib.resources.files("qantara").joinpath("py.typed").is_file()
    assert importlib.metadata.version("qantara")


def loaded_by(work: str) -> set[str]:
    path = str(importlib.resources.files("qantara").joinpath(".."))
    script = f"import sys; sys.path[:0] = [{path!r}]; before = set(sys.modules); {work}; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_is_light() -> None:
    package = {"__future__", "qantara", "qantara._native", "qantara._errors", "qantara._index"}
    assert loaded_by("import qantara") == package
    assert loaded_by("from qantara import AlQaseh, QantaraError") == {*package, "qantara._alqaseh"}


def test_each_name_brings_its_module() -> None:
    """In a new process, whatever is asked for first; and what the native half makes, nobody has asked for."""
    for module, name in {module: name for name, module in _index.MODULES.items()}.items():
        assert f"qantara.{module}" in loaded_by(f"from qantara import {name}")
    expect = AlQaseh(environment="test", client_id="a", client_secret="b").get_payment(payment_id="p").expect
    body = '{"payment_id":"p","order_id":"A","amount":1,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail"}'
    order = {"order_id": "A", "amount": 1, "currency": "IQD"}
    made = f"import qantara; assert qantara.parse_reply({expect!r}, 200, {body!r}).settle({order!r}).kind == 'paid'"
    assert {"qantara._alqaseh", "qantara._messages"} <= loaded_by(made)
    call = f"qantara.AlQaseh(environment='test', client_id='a', client_secret='b').get_payment(payment_id='p')"
    assert "qantara._gateways" in loaded_by(f"import qantara; assert '***' in repr({call}.headers)")
    assert sorted(dir(qantara)) == dir(qantara) and set(qantara.__all__) <= set(dir(qantara))
    everything: dict[str, object] = {}
    exec("from qantara import *", everything)
    assert set(qantara.__all__) <= set(everything)


def test_stamp_is_filled_in_anew_each_time() -> None:
    gateway = Egw(environment="test", api_key="k", mac_key="00112233445566778899AABBCCDDEEFF", profile="alqaseh-unconfirmed")
    calls = [
        gateway.prepare(amount=1, currency="IQD", order_id="771446", description="x", transaction_type="retail",
                        back_ref="https://shop.example/r")
        for _ in range(200)
    ]  # fmt: skip
    assert len({call.mac for call in calls}) == 200
    assert len({call.mac_source.split("32")[-1] for call in calls if call.mac_source}) > 150


def test_nonces_differ_after_a_fork() -> None:
    script = """
import os, qantara
g = qantara.Egw(environment="test", api_key="k", mac_key="00112233445566778899AABBCCDDEEFF", profile="alqaseh-unconfirmed")
p = lambda: g.prepare(amount=1, currency="IQD", order_id="771446", description="x", transaction_type="retail",
                      back_ref="https://shop.example/r").body.decode()
p()
read, write = os.pipe()
if os.fork() == 0:
    os.write(write, p().encode())
    os._exit(0)
print(p() != os.read(read, 10000).decode())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"

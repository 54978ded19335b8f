"""Known mistakes of public integrations, and the cases that stand for each. `make.py` checks that they exist."""

MISTAKES = {
    "amounts through floats": [
        ("alqaseh", "create: float amount"), ("alqaseh", "create: eighteen digits"), ("alqaseh", "settle: figures that differ"),
        ("egw", "prepare: float amount"), ("egw", "completion: digits kept"), ("paylink", "add invoice: digits kept"),
        ("paylink", "add invoice: product with a float price"), ("paylink", "get invoice: settle: another amount"),
    ],
    "order ids cut or too long": [
        ("alqaseh", "create: order id of 33"), ("alqaseh", "create: order id of 32"), ("egw", "prepare: order of 33 digits"),
        ("egw", "order number: seven digits"), ("egw", "order number: prefix of 14"), ("paylink", "reference of 65"),
    ],
    "a create repeated after a timeout": [
        ("alqaseh", "create: statuses that leave it open"), ("alqaseh", "create: replies that can't be read"),
        ("alqaseh", "card: statuses"), ("alqaseh", "retry: statuses"), ("alqaseh", "reverse: statuses"),
        ("egw", "prepare: refusals"), ("egw", "completion: statuses"), ("egw", "reversal: replies that can't be read"),
        ("paylink", "add invoice: statuses"), ("paylink", "cancel invoice: replies that can't be read"),
    ],
    "P_SIGN: the hex key not decoded": [
        ("egw", "callback: key used as text"), ("egw", "configuration: key that is not hex"), ("mac", "key that is not hex"),
        ("alqaseh", "verify webhook: p_sign with the key as text"),
    ],
    "P_SIGN: an odd nibble dropped": [
        ("egw", "configuration: key with an odd digit"), ("egw", "configuration: component with an odd digit"),
        ("mac", "key with an odd digit"),
    ],
    "P_SIGN: \"0\" treated as absent": [
        ("mac", "0 is a value"), ("egw", "prepare: classic authorization"), ("egw", "prepare: bcc"), ("egw", "inquiry: authorization"),
    ],
    "P_SIGN: empty not turned into -": [
        ("mac", "published: azericard source"), ("mac", "nothing at all"), ("egw", "callback: empty field"),
        ("alqaseh", "verify webhook: absent fields"),
    ],
    "P_SIGN: characters for bytes": [
        ("mac", "bytes"), ("mac", "characters"), ("egw", "prepare: Arabic, unit unknown"), ("egw", "settle: Arabic in bytes, HTML"),
        ("egw", "settle: Arabic in characters, HTML"),
    ],
    "one timestamp signed and another sent": [
        ("egw", "prepare: classic"), ("egw", "completion: classic"), ("egw", "card form: classic"), ("egw", "inquiry: bcc"),
    ],
    "local time sent as UTC": [
        ("egw", "prepare: stamp with a time zone"), ("egw", "prepare: stamp that is no date"), ("egw", "explain: -20"),
    ],
    "== on MACs": [
        ("mac", "MACs that don't verify"), ("egw", "callback: MAC cut"), ("egw", "callback: lower-case hex"),
        ("paylink", "verify webhook: header is one character short"),
    ],
    "the redirect or an unsigned webhook trusted": [
        ("alqaseh", "redirect: query"), ("alqaseh", "webhook: every field"), ("alqaseh", "by token: replies"),
        ("egw", "callback: no MAC"), ("paylink", "callback: a status of its own"), ("paylink", "verify webhook: genuine"),
        ("egw", "callback: the bare digit 0"),
    ],
    "invented signature headers": [
        ("paylink", "verify webhook: an invented signature"), ("paylink", "verify refund webhook: none configured"),
        ("alqaseh", "verify webhook: neither"), ("egw", "callback: no reply order"),
    ],
    "live credentials fall back to the test ones": [
        ("alqaseh", "configuration: test login in production"), ("egw", "configuration: test merchant in production"),
        ("egw", "configuration: test key in production"), ("paylink", "authenticate: configuration: no pair"),
        ("paylink", "credentials for invoices only"), ("paylink", "merchant invoice: no key"),
    ],
    "path segments not escaped": [
        ("alqaseh", "get: id with slashes"), ("alqaseh", "card: token with slashes"), ("alqaseh", "reverse: token with percent"),
        ("alqaseh", "pay page: token with fragment"), ("paylink", "get order: order_id with query"),
        ("paylink", "merchant invoice: invoice_id with slashes"), ("paylink", "odd merchant id"),
    ],
    "a status compared in one letter case": [
        ("alqaseh", "settle: odd letter case"), ("alqaseh", "history: settle: one row"), ("paylink", "get invoice: settle: paid"),
        ("paylink", "payment webhook: status dEcLiNeD"), ("paylink", "letter case of success"),
    ],
    "missing fields read as \"\", 0 or false": [
        ("alqaseh", "get: a needed field is missing"), ("alqaseh", "history: rows that lack something"),
        ("paylink", "get invoice: settle: what proves is missing"), ("paylink", "cancel invoice: not said to be canceled"),
        ("paylink", "authenticate: replies without a token"), ("egw", "settle: RC covered but absent"),
    ],
    "a Paid answer for another order accepted": [
        ("alqaseh", "settle: another order's payment"), ("alqaseh", "get: another payment's reply"),
        ("alqaseh", "history: settle: not found"), ("egw", "settle: another order's callback"),
        ("egw", "completion: replies about something else"), ("paylink", "get invoice: settle: another order"),
        ("paylink", "get invoice: another invoice's reply"),
    ],
    "HTML error bodies crash the JSON reader": [
        ("alqaseh", "get: bodies that can't be read"), ("alqaseh", "by token: replies that can't be read"),
        ("alqaseh", "CSV: bodies that are no CSV"), ("paylink", "get invoice: replies that can't be read"),
        ("paylink", "orders by settlement: statuses"),
    ],
    "CSV read as JSON": [
        ("alqaseh", "history: bodies that can't be read"), ("alqaseh", "CSV: bodies that are no CSV"), ("alqaseh", "CSV: texts as they came"),
    ],
    "secrets, card numbers and tokens in logs": [
        ("alqaseh", "create: a broken reply shows no token"), ("alqaseh", "card: everything wrong"), ("alqaseh", "card: four digits of year"),
        ("alqaseh", "reverse: token with query"), ("paylink", "add invoice: smallest"),
    ],
    "a token never refreshed": [
        ("paylink", "authenticate: half an hour"), ("paylink", "authenticate: thirty hours"), ("paylink", "get invoice: statuses"),
        ("paylink", "add invoice: statuses"),
    ],
}

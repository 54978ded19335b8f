<?php
// Values that have no form, or too much of one: each is an error with a reason, and a valid call between each succeeds.
declare(strict_types=1);
require __DIR__ . '/check.php';

use Qantara\{AlQaseh, Egw, Mac};

final class Throwing implements JsonSerializable, IteratorAggregate, ArrayAccess, Countable
{
    public function __toString(): string { throw new LogicException('ran'); }
    public function jsonSerialize(): mixed { throw new LogicException('ran'); }
    public function getIterator(): Iterator { throw new LogicException('ran'); }
    public function offsetExists(mixed $o): bool { throw new LogicException('ran'); }
    public function offsetGet(mixed $o): mixed { throw new LogicException('ran'); }
    public function offsetSet(mixed $o, mixed $v): void { throw new LogicException('ran'); }
    public function offsetUnset(mixed $o): void { throw new LogicException('ran'); }
    public function count(): int { throw new LogicException('ran'); }
    public function __get(string $n): mixed { throw new LogicException('ran'); }
    public function __call(string $n, array $a): mixed { throw new LogicException('ran'); }
}

enum Suit: string { case Hearts = 'IQD'; }

$cyclic = ['a' => 1];
$cyclic['again'] = &$cyclic;
$wide = [];
$wide = ['a' => &$wide, 'b' => &$wide];
$deep = 'x';
for ($i = 0; $i < 40; $i++) {
    $deep = [$deep];
}
$bottomless = [];
for ($i = 0; $i < 200000; $i++) {
    $bottomless = [$bottomless];
}
$referenced = 'A-1';
$reference = &$referenced;

$bad = [
    'throwing' => new Throwing(), 'closure' => fn () => 1, 'enum' => Suit::Hearts,
    'resource' => fopen('php://memory', 'r'), 'array object' => new ArrayObject(['a' => 1]), 'gateway' => shop(),
    'generator' => (function () { yield 1; })(), 'date' => new DateTimeImmutable(),
];
$valid = function (string $after) {
    $body = shop()->createPayment(INPUT)->body;
    check($body === '{"order_id":"A-1","amount":25000,"currency":"IQD","description":"Two books","redirect_url":"https://shop.example/return","transaction_type":"Retail"}', "the valid call after $after");
};
$with = fn (array $changes) => fn () => shop()->createPayment(array_replace(INPUT, $changes));

foreach ($bad as $what => $value) {
    refused("$what as text", 'field.type', $with(['orderId' => $value]));
    refused("$what as amount", 'field.type', $with(['amount' => $value]));
    refused("$what as map", 'field.type', $with(['customData' => $value]));
    refused("$what in a map", 'field.type', $with(['customData' => ['a' => [$value]]]));
    refused("$what as flag", 'field.type', $with(['allowFraction' => $value]));
    refused("$what as configuration", 'field.type', fn () => new AlQaseh(environment: 'test', clientId: 'a', clientSecret: $value));
    refused("$what as message", 'field.type', fn () => AlQaseh::parseWebhook($value));
    refused("$what as status", 'field.type', fn () => shop()->getPayment('p-1')->parse($value, '{}'));
    refused("$what as body", 'field.type', fn () => shop()->getPayment('p-1')->parse(200, $value));
    refused("$what as expect", 'field.type', fn () => Qantara\parse_reply($value, 200, '{}'));
    refused("$what as order", 'field.type', fn () => objects()['payment']->settle(['orderId' => $value] + ORDER));
    refused("$what as MAC field", 'field.type', fn () => (new Mac(key: MAC_KEY, order: ['A']))->sign(['A' => $value]));
    refused("$what as MAC fields", 'field.type', fn () => (new Mac(key: MAC_KEY, order: ['A']))->sign($value));
    refused("$what as time", 'field.type', fn () => objects()['acknowledgment']->step($value));
    refused("$what as saved record", 'field.type', fn () => paylink()->acknowledgment($value));
    $valid($what);
}

$numbers = [
    'float' => [25000.0, 'amount.float'], 'fraction' => [0.1, 'amount.float'], 'NaN' => [NAN, 'amount.float'], 'infinity' => [INF, 'amount.float'],
    'minus infinity' => [-INF, 'amount.float'], 'overflow' => [PHP_INT_MAX + 1, 'amount.float'], 'largest' => [PHP_INT_MAX, 'amount.too_long'],
    'least' => [PHP_INT_MIN, 'amount.syntax'], 'zero' => [0, 'amount.not_positive'], 'negative' => [-1, 'amount.syntax'], 'true' => [true, 'field.type'],
    'text with a NUL' => ["1\0", 'amount.syntax'], 'array' => [[25000], 'field.type'], 'empty array' => [[], 'field.type'],
];
foreach ($numbers as $what => [$value, $code]) {
    refused("$what as amount", $code, $with(['amount' => $value]));
    $valid($what);
}
refused('stdClass as text', 'field.type', $with(['orderId' => new stdClass()]));
$knot = new stdClass();
$knot->again = $knot;
refused('stdClass in itself', 'input.too_deep', $with(['customData' => $knot]));
refused('throwing in stdClass', 'field.type', $with(['customData' => (object) ['a' => new Throwing()]]));
check(str_contains(shop()->createPayment(INPUT + ['customData' => (object) ['a' => new stdClass(), '7' => null]])->body, '"custom_data":{"a":{},"7":null}'), 'stdClass as a map');
refused('float as count', 'number.range', $with(['tokenExpiryInHour' => 1.5]));
refused('NaN as count', 'number.range', $with(['tokenExpiryInHour' => NAN]));
refused('text as count', 'field.type', $with(['tokenExpiryInHour' => '24']));
refused('integer as flag', 'field.type', $with(['allowFraction' => 1]));
refused('integer as text', 'field.type', $with(['orderId' => 7]));
refused('text as a map', 'field.type', $with(['customData' => '{}']));
refused('list as a map', 'field.type', $with(['customData' => [1, 2]]));
check(str_contains(shop()->createPayment(INPUT + ['customData' => []])->body, '"custom_data":{}'), 'an empty map');
check(str_contains(shop()->createPayment(INPUT + ['customData' => ['a' => [], 'b' => 0.1, '7' => 'x']])->body, '"custom_data":{"a":[],"b":0.1,"7":"x"}'), 'what a map may hold');

$texts = ["not UTF-8" => ["\xff\xfe", 'input.syntax'], 'half a character' => ["\xc3", 'input.syntax'], 'surrogate' => ["\xed\xa0\x80", 'input.syntax'],
    'NUL' => ["A\0B", 'text.control'], 'line break' => ["A\n", 'text.control'], 'empty' => ['', 'text.too_short'], 'large' => [str_repeat('x', 1 << 20), 'input.too_large']];
foreach ($texts as $what => [$value, $code]) {
    refused("$what as text", $code, $with(['description' => $value]));
    $valid($what);
}
refused('not UTF-8 in a map', 'input.syntax', $with(['customData' => ['a' => "\xff"]]));
refused('not UTF-8 as a key', 'input.syntax', $with(['customData' => ["\xff" => 'a']]));
refused('NaN in a map', 'input.syntax', $with(['customData' => ['a' => NAN]]));
refused('not UTF-8 as a name', 'input.syntax', $with(["\xff" => 'a']));
refused('a number as a name', 'field.unknown', $with([7 => 'a']));
refused('a name with NUL', 'field.unknown', $with(["orderId\0" => 'a']));
$endless = ['cyclic' => [$cyclic, 'input.too_deep', 'record.invalid'], 'wide' => [$wide, 'input.too_large', 'input.too_large'],
    'deep' => [['x' => $deep], 'input.too_deep', 'record.invalid'], 'bottomless' => [['x' => $bottomless], 'input.too_deep', 'record.invalid']];
foreach ($endless as $what => [$value, $as_map, $as_expect]) {
    refused("$what as a map", $as_map, $with(['customData' => $value]));
    refused("$what as expect", $as_expect, fn () => Qantara\parse_reply($value, 200, '{}'));
    $valid($what);
}
refused('a large map', 'input.too_large', $with(['customData' => ['a' => array_fill(0, 300000, 'xxxx')]]));
refused('many fields', 'input.too_large', $with(array_fill(0, 5000, 1)));
check(shop()->createPayment(...array_replace(INPUT, ['orderId' => $reference]))->body !== '', 'a reference');
$by_reference = INPUT;
foreach ($by_reference as &$value) {
}
unset($value);
check(shop()->createPayment($by_reference)->body !== '', 'references in an array');

// Records within records, and records of ours that go back in.
$complete = fn (mixed $authorization) => fn () => hotel()->completion(...COMPLETION, authorization: $authorization);
$held = held();
$mac_of = fn (Closure $work) => preg_replace('/&(TIMESTAMP|NONCE|P_SIGN)=[^&]*/', '', $work()->body);
$body = $mac_of($complete($held));
check(str_contains($body, 'RRN=123456789012') && str_contains($body, 'INT_REF=ABCDEF01'), 'an outcome is completed');
$stored = json_encode($held->toArray());
foreach (['its data' => $held->toArray(), 'its data as it was stored' => json_decode($stored, true), 'its data as an object' => json_decode($stored)] as $what => $given) {
    check($mac_of($complete($given)) === $body, "an outcome by $what");
    check($mac_of(fn () => hotel()->completion(['authorization' => $given] + COMPLETION)) === $body, "an outcome by $what in one array");
}
$snake = array_combine(array_map(fn ($name) => strtolower(preg_replace('/[A-Z]/', '_$0', $name)), array_keys($held->toArray())), $held->toArray());
check($mac_of($complete($snake)) === $body, 'an outcome that another language stored');
check($mac_of(fn () => hotel()->completion($held, null, ...array_values(array_slice(COMPLETION, 0, 2)), backRef: COMPLETION['backRef'])) === $body, 'an outcome by position');
$invoice = fn (mixed $products) => fn () => paylink()->addInvoice(['products' => $products] + INVOICE);
check(str_contains($invoice([PRODUCT, (object) PRODUCT])()->body, '"price":25.50'), 'products');
$products = [PRODUCT];
foreach ($products as &$product) {
}
unset($product);
check($invoice($products)()->body === $invoice([PRODUCT])()->body, 'products by reference');
foreach ($bad as $what => $value) {
    refused("$what as a record", 'field.type', $complete($value));
    refused("$what as records", 'field.type', $invoice($value));
    refused("$what among records", 'field.type', $invoice([PRODUCT, $value]));
    refused("$what in a record", 'field.type', $invoice([['title' => $value] + PRODUCT]));
    refused("$what as a token", 'field.type', fn () => shop()->getPaymentByToken($value));
    refused("$what in a tool", 'field.type', fn () => Egw::orderNumber(sequence: $value));
    refused("$what as a tool's message", 'field.type', fn () => paylink()->verifyWebhook(body: $value));
    refused("$what as a time", 'field.type', fn () => paylink()->authenticate(now: $value));
    refused("$what as a header's name", 'field.type', fn () => shop()->historyCsv(columns: ['orderId' => $value]));
    $valid("$what as a record");
}
$payment = objects()['payment'];
refused('another record as a record', 'field.unknown', $complete($payment));
refused('a call as a record', 'field.type', $complete($call = shop()->getPayment('p-1')));
refused('a gateway as a record', 'field.type', $complete(hotel()));
refused('a record as text', 'field.type', $with(['orderId' => $held]));
refused('a record as an amount', 'field.type', $with(['amount' => $held]));
refused('a record as a map', 'field.type', $with(['customData' => $payment]));
refused('a record in a map', 'field.type', $with(['customData' => ['payment' => $payment]]));
refused('a record as records', 'field.type', $invoice($held));
refused('a record among records', 'field.type', $invoice([$held]));
refused('a record as an order', 'field.type', fn () => $payment->settle($held));
refused('half a record', 'field.missing', $complete(['kind' => 'held']));
refused('an empty array as a record', 'field.missing', $complete([]));
refused('no record', 'field.missing', $complete(null));
refused('a list as a record', 'field.type', $complete([1, 2]));
refused('an open one', 'proof.invalid', $complete(['kind' => 'open'] + $held->toArray()));
refused('both ways', 'proof.invalid', fn () => hotel()->completion(...COMPLETION, authorization: $held, unprovenReferences: ['orderId' => '771446', 'rrn' => '123456789012', 'intRef' => 'A', 'amount' => '1', 'currency' => 'IQD']));
refused('no products', 'field.missing', $invoice([]));
refused('one product', 'field.type', $invoice(PRODUCT));
refused('an empty product', 'field.type', $invoice([[]]));
refused('a float', 'amount.float', $invoice([['price' => 25.5] + PRODUCT]));
$error = refused('a misspelt name', 'field.unknown', $invoice([PRODUCT, ['is_digitol' => true] + PRODUCT]));
check($error->field === 'products.1.is_digitol', "where it is: $error->field");
$error = refused('a float within', 'amount.float', $invoice([['specificVat' => 0.15] + PRODUCT]));
check($error->field === 'products.0.specificVat', "where it is: $error->field");
refused('not UTF-8 within', 'input.syntax', $invoice([['title' => "\xff"] + PRODUCT]));
refused('NaN within', 'input.syntax', $invoice([['price' => NAN] + PRODUCT]));
foreach ($endless as $what => [$value, $as_map]) {
    refused("$what as a record", $as_map, $complete($value));
    refused("$what as records", $as_map, $invoice([$value]));
    $valid("$what as a record");
}
refused('no such tool', Error::class, fn () => shop()->orderNumber(1));
refused('a tool without its gateway', Error::class, fn () => Egw::cardForm(PREPARE));
refused('a tool without anything', 'field.missing', fn () => Egw::orderNumber());
check(Egw::orderNumber(['sequence' => 417])->orderId === '000417' && egw()->orderNumber(417)->orderId === '000417', 'a tool by array and by object');
refused('a stamp where none is made', 'field.unknown', fn () => Egw::orderNumber(['sequence' => 1, 'stamp' => []]));
refused('stamp of a tool as text', 'field.type', fn () => hotel()->cardForm(PREPARE + ['stamp' => 'now']));
check(hotel()->cardForm(PREPARE)->fields['NONCE'] !== hotel()->cardForm(PREPARE)->fields['NONCE'], 'two nonces of a tool');
refused('a message that is not UTF-8', 'input.syntax', fn () => paylink()->verifyWebhook(body: "\xff\xfe", header: 'x'));
refused('a large message', 'input.too_large', fn () => paylink()->verifyWebhook(body: str_repeat(' ', (1 << 20) + 1), header: 'x'));
refused('a message with a NUL', 'reply.not_json', fn () => paylink()->verifyWebhook(body: "{\0}", header: CANARY . '-hook'));
foreach (['soon' => 'field.type', 0 => 'number.range', PHP_INT_MIN => 'number.range', PHP_INT_MAX => 'number.range'] as $now => $code) {
    refused("the time $now", $code, fn () => paylink()->authenticate(now: $now));
}
check(abs(paylink()->authenticate()->parse(200, '{"id_token":"t"}')->expiresAt - time() - 1800) < 60, 'the time of now');
// A record within outlives what it came from.
$row = (function () {
    $history = shop()->history()->parse(200, '[' . PAYMENT . ']');
    $rows = $history->payments;
    check($rows[0] === $history->payments[0], 'the same each time');
    $rows[] = 'more';
    check(count($history->payments) === 1, 'a list is copied');
    return $history->payments[0];
})();
gc_collect_cycles();
check($row->orderId === 'A-1' && $row->toArray()['paymentId'] === 'p-1', 'a record within lives on');

// Bodies, and what comes back through a queue.
$call = shop()->getPayment('p-1');
foreach (['' => 'reply.not_json', '[' => 'reply.not_json', '[]' => 'reply.not_object', "\xff" => 'reply.not_utf8', '{"a":1' => 'reply.not_json'] as $body => $code) {
    refused("body $body", $code, fn () => $call->parse(200, (string) $body));
}
refused('deep body', 'reply.too_deep', fn () => $call->parse(200, str_repeat('[', 100000)));
refused('large body', 'reply.too_large', fn () => $call->parse(200, str_repeat(' ', (1 << 20) + 1)));
foreach ([-1, 0, 99, 1000, PHP_INT_MAX, PHP_INT_MIN] as $status) {
    refused("status $status", 'number.range', fn () => $call->parse($status, '{}'));
}
foreach ([[], ['gateway' => 'alqaseh'], ['operation' => 'x'] + $call->expect, ['known' => 1] + $call->expect, '', '{', 'null', '[]'] as $expect) {
    refused('expect ' . json_encode($expect), 'record.invalid', fn () => Qantara\parse_reply($expect, 200, '{}'));
}
refused('no argument', 'field.type', fn () => $call->parse());
refused('no body', 'field.type', fn () => $call->parse(200));
refused('no message', 'field.type', fn () => AlQaseh::parseWebhook());
refused('a misspelt name', 'field.unknown', fn () => shop()->createPayment(['orderID' => 'x']));
refused('a misspelt argument', Error::class, fn () => shop()->createPayment(orderID: 'x'));
refused('stamp as text', 'field.type', fn () => egw()->prepare(PREPARE + ['stamp' => 'now']));
refused('stamp of the past', 'clock.implausible', fn () => egw()->prepare(PREPARE + ['stamp' => ['timestamp' => '19700101000000', 'nonce' => str_repeat('A', 16)]]));
refused('time 0', 'clock.implausible', fn () => objects()['acknowledgment']->step(0));
refused('time PHP_INT_MIN', 'clock.implausible', fn () => objects()['acknowledgment']->step(PHP_INT_MIN));
check(egw()->prepare(PREPARE)->mac !== egw()->prepare(PREPARE)->mac, 'two nonces');

// The library reads 1 MiB and no further, whatever it is given.
mt_srand(7);
$alphabet = str_split('{}[]",:0123456789.eE-+tfn\\u "') + [99 => "\xff"];
for ($round = 0; $round < 3000; $round++) {
    $text = '';
    for ($i = mt_rand(0, 40); $i > 0; $i--) {
        $text .= $alphabet[array_rand($alphabet)];
    }
    foreach ([fn () => $call->parse(200, $text), fn () => AlQaseh::parseRedirect($text), fn () => egw()->verifyCallback($text), fn () => Qantara\parse_reply($text, 200, $text), fn () => shop()->createPayment([$text => $text])] as $work) {
        try {
            $work();
        } catch (Qantara\QantaraError) {
        }
    }
    check(true, 'it lives');
}
$valid('all of it');
// What holds itself is nobody's to free, and would be taken for a leak of ours.
$cyclic = $wide = $knot->again = null;
finish(3380);

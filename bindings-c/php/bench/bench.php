<?php
// What the extension costs beside PHP's own functions, in the same run: one line of JSON for each comparison, in
// nanoseconds; `make bench` makes a table of them.
declare(strict_types=1);

use Qantara\{AlQaseh, Egw, Mac};

require __DIR__ . '/by_hand.php';

const BATCHES = 151;
const NANOSECONDS = 1_000_000;
const FIELDS = ['AMOUNT' => '11.48', 'CURRENCY' => 'USD', 'ORDER' => '771446', 'DESC' => 'IT Books. Qty: 2',
    'MERCH_NAME' => 'Books Online Inc.', 'MERCH_URL' => 'www.sample.com', 'MERCHANT' => '123456789012345',
    'TERMINAL' => '99999999', 'EMAIL' => 'pgw@mail.sample.com', 'TRTYPE' => '1', 'COUNTRY' => null, 'MERCH_GMT' => null,
    'TIMESTAMP' => '20030105153021', 'NONCE' => 'F2B2DD7E603A7ADA', 'BACKREF' => 'https://www.sample.com/shop/reply'];
const P_SIGN = 'FACC882CA67E109E409E3974DDEDA8AAB13A5E48';
const STAMP = ['timestamp' => '20261120153021', 'nonce' => 'F2B2DD7E603A7ADAF2B2DD7E603A7ADA'];

/** Nanoseconds a round. */
function batch(callable $job, int $rounds): float
{
    $start = hrtime(true);
    for ($i = 0; $i < $rounds; $i++) {
        $job();
    }
    return (hrtime(true) - $start) / $rounds;
}

function median(array $times): float
{
    sort($times);
    return $times[intdiv(count($times), 2)];
}

/** Ours and theirs in turn, so that a busy moment of the machine falls on both; the median of each. */
function compare(string $job, callable $ours, array $theirs = []): void
{
    $all = ['' => $ours] + $theirs;
    $rounds = array_map(fn (callable $one) => max(1, (int) round(NANOSECONDS / batch($one, 2000))), $all);
    $times = [];
    for ($i = 0; $i < BATCHES; $i++) {
        foreach ($all as $name => $one) {
            $times[$name][] = batch($one, $rounds[$name]);
        }
    }
    $line = ['language' => 'PHP', 'job' => $job, 'unit' => 'ns', 'ours' => median($times[''])];
    foreach ($theirs ? array_keys($theirs) : [null] as $against) {
        $other = $against === null ? null : median($times[$against]);
        echo json_encode($line + ['against' => $against, 'theirs' => $other], JSON_UNESCAPED_SLASHES), "\n";
    }
}

function same(mixed $ours, mixed $theirs): void
{
    if ($ours !== $theirs) {
        fwrite(STDERR, 'the two ways differ: ' . var_export([$ours, $theirs], true) . "\n");
        exit(1);
    }
}

$key = ByHand\key();
$mac = new Mac(key: ByHand\KEY, order: ByHand\ORDER);
same([$mac->sign(FIELDS), ByHand\sign(FIELDS, $key)], [P_SIGN, P_SIGN]);
compare('sign', fn () => $mac->sign(FIELDS), ['hash' => fn () => ByHand\sign(FIELDS, $key)]);
$mac->verify(FIELDS, P_SIGN);
same([ByHand\verify(FIELDS, P_SIGN, $key), ByHand\verify(FIELDS, str_repeat('0', 40), $key)], [true, false]);
compare('verify', fn () => $mac->verify(FIELDS, P_SIGN), ['hash' => fn () => ByHand\verify(FIELDS, P_SIGN, $key)]);

$settings = ['environment' => 'test', 'apiKey' => 'k3y', 'macKey' => ByHand\KEY, 'profile' => 'classic', 'merchant' => '123456789012345',
    'terminal' => '99999999', 'merchName' => 'Books Online Inc.', 'merchUrl' => 'www.sample.com'];
$json = new Egw($settings);
$form = new Egw([...$settings, 'encoding' => 'form']);
$prepare = function (Egw $egw, ?array $stamp = null): array {
    $call = $egw->prepare(amount: '11.48', currency: 'USD', orderId: '771446', description: 'IT Books. Qty: 2',
        transactionType: 'retail', email: 'pgw@mail.sample.com', backRef: 'https://www.sample.com/shop/reply', stamp: $stamp);
    return [$call->url, $call->headerLines, $call->body];
};
same($prepare($json, STAMP), ByHand\prepare('application/json', ByHand\as_json(...), $key, STAMP));
compare('prepare', fn () => $prepare($json),
    ['hash, json_encode' => fn () => ByHand\prepare('application/json', ByHand\as_json(...), $key)]);
[$url, $headers, $body] = ByHand\prepare('application/x-www-form-urlencoded', http_build_query(...), $key, STAMP);
// A space has two spellings.
same($prepare($form, STAMP), [$url, $headers, str_replace('+', '%20', $body)]);
compare('prepare, as a form', fn () => $prepare($form),
    ['hash, http_build_query' => fn () => ByHand\prepare('application/x-www-form-urlencoded', http_build_query(...), $key)]);

$card_form = fn (?array $stamp = null) => $json->cardForm(amount: '11.48', currency: 'USD', orderId: '771446', description: 'IT Books. Qty: 2',
    transactionType: 'retail', email: 'pgw@mail.sample.com', backRef: 'https://www.sample.com/shop/reply', stamp: $stamp)->html;
same($card_form(STAMP), ByHand\card_form($key, STAMP));
compare('card form', fn () => $card_form(), ['hash, htmlspecialchars' => fn () => ByHand\card_form($key)]);

$shop = new AlQaseh(environment: 'test', clientId: 'shop', clientSecret: 's3cret');
$create = function () use ($shop): array {
    $call = $shop->createPayment(orderId: 'A-1', amount: '25000', currency: 'IQD', description: 'Two books', redirectUrl: 'https://shop.example/return');
    return [$call->url, $call->headerLines, $call->body];
};
same($create(), ByHand\create());
compare('create payment', $create, ['the same checks' => ByHand\create(...)]);

$body = '{"id":42,"payment_id":"p-1","token":"9f8e7d6c5b4a","order_id":"A-1","amount":25000,"currency":"IQD","description":"Two books","payment_status":"succeeded","transaction_type":"Retail","redirect_url":"https://shop.example/return","webhook_url":"","approval_code":"123456","rc":"00","rrn":"123456789012","merchant_id":7,"terminal_id":"T1","country":"IQ","custom_data":null,"nonce":"","created_at":"2026-11-20T13:00:00Z","updated_at":"2026-11-20T13:01:00Z"}';
$look = $shop->getPayment(paymentId: 'p-1');
$order = ['orderId' => 'A-1', 'amount' => '25000', 'currency' => 'IQD'];
same($look->parse(200, $body)->orderId, ByHand\parse($body)['order_id']);
compare('parse a payment', fn () => $look->parse(200, $body), ['json_decode' => fn () => ByHand\parse($body)]);
$settle = fn () => $look->parse(200, $body)->expectPaid($order)->replayKey;
same($settle(), ByHand\settle($body, $order));
compare('parse and settle', $settle, ['json_decode, the same checks' => fn () => ByHand\settle($body, $order)]);
compare('new gateway', fn () => new AlQaseh(environment: 'test', clientId: 'shop', clientSecret: 's3cret'));

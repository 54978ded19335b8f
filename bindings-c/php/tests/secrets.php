<?php
// Credentials, tokens, cards and bodies appear in no dump, no encoding and no trace; whoever asks for them by name has them.
declare(strict_types=1);
require __DIR__ . '/check.php';

use Qantara\{AlQaseh, Egw, Mac, QantaraError};

ini_set('zend.exception_ignore_args', '0');
ini_set('zend.exception_string_param_max_len', '1000');


function is_clean(string $text): bool
{
    return !str_contains($text, CANARY) && !str_contains($text, MAC_KEY) && !str_contains($text, base64_encode('shop:' . CANARY))
        && !str_contains($text, rtrim(base64_encode('shop:' . CANARY . '-secret'), '='));
}

$objects = objects();
// As they are, and once every property has been read.
foreach ([false, true] as $read) {
    foreach ($objects as $what => $object) {
        if ($read) {
            foreach ((new ReflectionClass($object))->getProperties() as $property) {
                $property->getValue($object);
            }
        }
        $printed = [
            'var_dump' => (function () use ($object) { ob_start(); var_dump($object); return ob_get_clean(); })(),
            'debug_zval_dump' => (function () use ($object) { ob_start(); debug_zval_dump($object); return ob_get_clean(); })(),
            'print_r' => print_r($object, true),
            'var_export' => var_export($object, true),
            'json_encode' => json_encode($object),
            'array cast' => print_r((array) $object, true),
            'get_object_vars' => print_r(get_object_vars($object), true),
            'http_build_query' => http_build_query(['o' => $object]),
            'foreach' => (function () use ($object) { $out = ''; foreach ($object as $k => $v) { $out .= "$k=" . print_r($v, true); } return $out; })(),
            'mangled' => print_r(get_mangled_object_vars($object), true),
        ];
        foreach ($printed as $how => $text) {
            check(is_clean($text), "$what prints a secret by $how");
        }
        refused("$what: serialize", Exception::class, fn () => serialize($object));
        refused("$what: clone", Error::class, fn () => clone $object);
        if (isset($object->orderId)) {
            check(str_contains($printed['print_r'], $object->orderId), "$what shows what is no secret");
        }
    }
}

// By name they are all there.
check($objects['created']->token === CANARY . '-token', 'created.token');
check(str_ends_with($objects['created']->payUrl, CANARY . '-token'), 'created.payUrl');
check($objects['call']->headers['Authorization'] === 'Basic ' . base64_encode('shop:' . CANARY . '-secret'), 'call.headers');
check(str_contains($objects['call']->body, CANARY . '-own'), 'call.body');
check($objects['prepare']->headerLines[0] === 'X-API-Key: ' . CANARY . '-key', 'call.headerLines');
check($objects['signed']->card === CANARY . '-card', 'signed.card');
check($objects['payment']->customData === ['note' => CANARY . '-note'], 'payment.customData');
check($objects['payment']->extra === ['new' => CANARY . '-new'], 'payment.extra');
check(str_contains($objects['prepared']->body, CANARY . '-page'), 'prepared.body');
check(str_ends_with($objects['call by token']->url, '/' . CANARY . '-token'), 'call.url');
check(str_ends_with($objects['call by token']->shownUrl, '/***'), 'call.shownUrl');
check(!str_contains(print_r($objects['call by token'], true), CANARY) && str_contains(print_r($objects['call by token'], true), $objects['call by token']->shownUrl), 'a dump shows the rest of a URL');
check($objects['call']->url === $objects['call']->shownUrl && str_contains(print_r($objects['call'], true), '[url] => ' . $objects['call']->url), 'a URL without a token is shown');
check($objects['row']->token === CANARY . '-token' && $objects['row']->extra === ['new' => CANARY . '-new'], 'row.token');
check($objects['line']->token === CANARY . '-token', 'line.token');
check($objects['invoice']->paymentReceipt->passcode === CANARY . '-passcode', 'receipt.passcode');
check($objects['odd invoice']->paymentReceipt === CANARY . '-receipt' && $objects['odd invoice']->gatewayOrderRequest === [CANARY], 'what came in the place of a record');
check($objects['session']->bearerToken === CANARY . '-bearer', 'session.bearerToken');
check($objects['pay page']->url !== '' && str_ends_with($objects['pay page']->url, CANARY . '-token'), 'payPage.url');
check($objects['card page']->fields['DESC'] === CANARY . '-card page' && str_contains($objects['card page']->html, CANARY . '-card page'), 'cardPage.fields');
check(str_contains(print_r($objects['history'], true), 'p-2') && str_contains(json_encode($objects['invoice']), 'r.example'), 'what is no secret within a record is shown');
// Plain data is for storing, so it is all there.
check($objects['history']->toArray()['payments'][0]['token'] === CANARY . '-token', 'history.toArray()');
check($objects['invoice']->toArray()['paymentReceipt'] === ['receiptUrl' => 'https://r.example/1', 'passcode' => CANARY . '-passcode', 'extra' => ['new' => CANARY . '-new']], 'invoice.toArray()');

// Errors name fields, not values; and a trace shows no argument that may be a secret.
$failing = [
    'gateway' => fn () => new AlQaseh(environment: 'nowhere', clientId: CANARY, clientSecret: CANARY),
    'gateway, one array' => fn () => new AlQaseh(['environment' => 'nowhere', 'clientId' => CANARY, 'clientSecret' => CANARY]),
    'gateway, secret elsewhere' => fn () => new AlQaseh(CANARY, CANARY, "line\n" . CANARY),
    'egw' => fn () => new Egw(environment: 'test', apiKey: MAC_KEY, macKey: MAC_KEY, profile: 'classic'),
    'mac' => fn () => new Mac(key: CANARY, order: ['A']),
    'reply' => fn () => shop()->getPayment('p-1')->parse(200, '{"token":"' . CANARY),
    'reply, other order' => fn () => shop()->getPayment('p-2')->parse(200, PAYMENT),
    'webhook' => fn () => AlQaseh::parseWebhook('{"token":"' . CANARY . '"}'),
    'callback' => fn () => egw()->verifyCallback(str_replace('11.48', '11.49', callback())),
    'custom data' => fn () => shop()->createPayment(orderId: '', customData: ['note' => CANARY]),
    'card' => fn () => shop()->processCard(token: CANARY, cardNumber: CANARY, cvv: CANARY, expMonth: CANARY, expYear: CANARY),
    'token' => fn () => shop()->getPaymentByToken(str_repeat(CANARY, 100)),
    'tool' => fn () => shop()->payPage(['token' => str_repeat(CANARY, 100)]),
    'header' => fn () => paylink()->verifyWebhook(body: '{"transactionNo":"1714289084591","x":"' . CANARY . '"}', header: CANARY),
    'message' => fn () => paylink()->verifyWebhook(body: CANARY, header: CANARY . '-hook'),
    'bearer' => fn () => paylink()->addInvoice(['amount' => CANARY] + INVOICE),
    'queue' => fn () => Qantara\parse_reply(shop()->getPayment('p-1')->expect, 200, '{"token":"' . CANARY),
];
foreach ($failing as $what => $work) {
    try {
        $work();
        check(false, "$what did not fail");
    } catch (QantaraError $error) {
        // The arguments of this file's own closures are none of the extension's.
        check(is_clean((string) $error), "$what: as text: $error");
        check(is_clean(print_r($error->getTrace(), true)), "$what: the trace");
        check(is_clean(print_r($error, true)), "$what: print_r");
        check(is_clean(json_encode($error->faults) . $error->gatewayMessage), "$what: faults");
    }
}
finish(700);

<?php
// Credentials, tokens, cards and bodies appear in no dump, no encoding and no trace; whoever asks for them by name has them.
declare(strict_types=1);
require __DIR__ . '/check.php';

use Qantara\{AlQaseh, Egw, Mac, Paylink, QantaraError};

ini_set('zend.exception_ignore_args', '0');
ini_set('zend.exception_string_param_max_len', '1000');

const FILE = __DIR__ . '/../../../tests/canaries.json';
const GATEWAYS = ['alqaseh' => AlQaseh::class, 'egw' => Egw::class, 'paylink' => Paylink::class];

/** Whether a text holds none of the file's canaries, nor the MAC of what is sent. Short ones count where they stand alone. */
function is_clean(string $text): bool
{
    global $canaries, $mac;
    foreach ([...$canaries, ...($mac ? [$mac] : [])] as $canary) {
        $found = strlen($canary) > 5 ? stripos($text, $canary) !== false : preg_match("/(?<![0-9a-z])$canary(?![0-9a-z])/i", $text);
        if ($found) {
            return false;
        }
    }
    return !str_contains($text, MAC_KEY) && !str_contains($text, base64_encode('shop:' . CANARY));
}

function printed_by(callable $work): string
{
    ob_start();
    $work();
    return ob_get_clean();
}

/** What the log has of it. */
function logged(mixed $object): string
{
    $file = tempnam(sys_get_temp_dir(), 'log');
    $before = ini_set('error_log', $file);
    error_log(print_r($object, true) . var_export($object, true) . json_encode($object));
    ini_set('error_log', (string) $before);
    $text = file_get_contents($file);
    unlink($file);
    return $text;
}

/** Everything that shows an object without a name being asked for. */
function dumps(object $object): array
{
    return [
        'var_dump' => printed_by(fn () => var_dump($object)),
        'debug_zval_dump' => printed_by(fn () => debug_zval_dump($object)),
        'print_r' => print_r($object, true),
        'var_export' => var_export($object, true),
        'json_encode' => json_encode($object) . json_encode([$object]),
        'array cast' => print_r((array) $object, true),
        'get_object_vars' => print_r(get_object_vars($object), true),
        'http_build_query' => http_build_query(['o' => $object]),
        'foreach' => (function () use ($object) { $out = ''; foreach ($object as $k => $v) { $out .= "$k=" . print_r($v, true); } return $out; })(),
        'mangled' => print_r(get_mangled_object_vars($object), true),
        'array_walk' => (function () use ($object) { $out = ''; $copy = (array) $object; array_walk_recursive($copy, function ($v, $k) use (&$out) { $out .= "$k=" . print_r($v, true); }); return $out; })(),
        'log' => logged($object),
        'class' => (string) new ReflectionObject($object) . print_r((new ReflectionObject($object))->getDefaultProperties(), true),
    ];
}

/** As it is, and once every property has been read. */
function prints(string $what, object $object): void
{
    foreach ([false, true] as $read) {
        foreach ($read ? (new ReflectionClass($object))->getProperties() : [] as $property) {
            $property->getValue($object);
        }
        foreach (dumps($object) as $how => $text) {
            check(is_clean($text), "$what prints a secret by $how");
        }
        refused("$what: serialize", Exception::class, fn () => serialize($object));
        refused("$what: clone", Error::class, fn () => clone $object);
        if (isset($object->orderId)) {
            check(str_contains(print_r($object, true), $object->orderId), "$what shows what is no secret");
        }
    }
}

function prints_error(string $what, QantaraError $error): void
{
    check(is_clean((string) $error), "$what: as text: $error");
    check(is_clean($error->getMessage() . $error->getTraceAsString()), "$what: the trace as text");
    // The arguments of this file's own functions are none of the extension's.
    $trace = array_filter($error->getTrace(), fn ($step) => str_starts_with($step['class'] ?? '', 'Qantara') || str_starts_with($step['function'], 'Qantara'));
    check(is_clean(print_r($trace, true)), "$what: the trace");
    check(is_clean(json_encode($error->faults) . json_encode($error)), "$what: faults");
    check(is_clean(json_encode([$error->gatewayMessage, $error->gatewayCode, $error->gatewayReference, $error->lookUp])), "$what: what the gateway said");
    check($error->getPrevious() === null, "$what: nothing before it");
}

const ANY = 'any error';

/** What it returns; or its error, which must be the one that the file says. */
function attempt(string $what, ?string $code, callable $work): ?object
{
    try {
        $made = $work();
    } catch (QantaraError $error) {
        check($code === ANY || $error->code === $code, "$what: $error->code, not $code");
        prints_error($what, $error);
        return null;
    }
    check($code === null, "$what: no error, but $code was expected");
    prints($what, $made);
    return $made;
}

/** Who asks by name gets it: so it went in. */
function has(string $what, object $made, array $paths): void
{
    foreach ($paths as $path) {
        $value = $made;
        foreach (explode('.', $path) as $name) {
            $value = is_array($value) ? $value[(int) $name] : $value->{camel($name)};
        }
        check(!is_clean(json_encode($value)), "$what: no canary in $path");
    }
}

function camel(string $name): string
{
    return lcfirst(str_replace('_', '', ucwords($name, '_')));
}

$file = json_decode(file_get_contents(FILE), true, 100, JSON_THROW_ON_ERROR);
$canaries = [...$file['canaries'], strtolower(CANARY)];
$mac = null;
foreach (objects() as $what => $object) {
    prints($what, $object);
}
$shops = [];
foreach ($file['gateways'] as $shop) {
    $class = GATEWAYS[$shop['kind']];
    $shops[$shop['name']] = attempt($shop['name'], null, fn () => new $class($shop['camel']));
}
foreach ($file['mistaken'] as $mistake) {
    $class = GATEWAYS[$mistake['kind']];
    attempt('mistaken ' . $mistake['kind'], $mistake['code'], fn () => new $class($mistake['camel']));
    attempt('mistaken ' . $mistake['kind'] . ' by names', $mistake['code'], fn () => new $class(...$mistake['camel']));
}
$settle = function (string $what, object $made, array $order): void {
    try {
        prints("$what: outcome", $made->settle($order));
    } catch (QantaraError $error) {
        prints_error("$what: settle", $error);
    }
};
$call_of = function (string $what, object $call): string {
    prints($what, $call);
    check(is_clean(json_encode($call->expect) . $call->shownUrl . json_encode($call->warnings)), "$what: what goes into queues and logs");
    return implode("\n", [...$call->headerLines, ...$call->headers, $call->url, $call->body]);
};
foreach ($file['cases'] as $case) {
    $what = $case['name'];
    $name = camel(explode('.', $what)[1] ?? $what);
    $gateway = $shops[$case['gateway'] ?? ''] ?? null;
    $stamp = isset($case['stamp']) ? ['stamp' => $case['stamp']] : [];
    $mac = null;
    foreach ($case['do'] === 'mac' ? [] : $case['mistakes'] ?? [] as $mistake) {
        attempt("$what, mistaken", $mistake['code'], fn () => $gateway->$name($mistake['camel'] + $stamp));
        // A list in the place of the first field is taken for all of them.
        attempt("$what, mistaken by names", $mistake['code'] ? ANY : null, fn () => $gateway->$name(...$mistake['camel'] + $stamp));
    }
    switch ($case['do']) {
        case 'call':
            $mac = $case['mac'];
            $call = $gateway->$name($case['camel'] + $stamp);
            $sent = $call_of($what, $call);
            foreach ([...$case['sent'], ...($mac ? [$mac] : [])] as $canary) {
                check(str_contains($sent, $canary), "$what: $canary does not go out");
            }
            foreach ($case['replies'] as $reply) {
                attempt($what, $reply['code'], fn () => Qantara\parse_reply($call->expect, $reply['status'], $reply['body']));
                $made = attempt($what, $reply['code'], fn () => $call->parse($reply['status'], $reply['body']));
                if ($made !== null) {
                    has($what, $made, $reply['got']);
                    if ($case['order']) {
                        $settle($what, $made, $case['order']['camel']);
                    }
                }
            }
            break;
        case 'read':
            foreach ($case['replies'] as $reply) {
                $made = attempt($what, $reply['code'], fn () => GATEWAYS[explode('.', $what)[0]]::$name($reply['body']));
                if ($made !== null) {
                    has($what, $made, $reply['got']);
                }
            }
            break;
        case 'tool':
            has($what, attempt($what, null, fn () => $gateway->$name($case['camel'] + $stamp)), $case['got']);
            break;
        case 'verify':
            foreach ($case['messages'] as $message) {
                $settle($what, attempt($what, null, fn () => $gateway->verifyCallback($message)), $case['order']['camel']);
                attempt("$what, altered", 'mac.mismatch', fn () => $gateway->verifyCallback(str_replace('25000', '25001', $message)));
            }
            break;
        case 'acknowledge':
            $saved = $gateway->decide(...$case['camel']);
            $acknowledgment = $gateway->acknowledgment($saved);
            $step = $acknowledgment->step($case['now']);
            check(!is_clean($call_of($what, $step->call)), "$what: no key goes out");
            $acknowledgment->heard($case['answer'] + ['now' => $case['now']]);
            prints($what, $step);
            prints($what, $acknowledgment);
            check(is_clean(json_encode([$saved, $acknowledgment->save()])), "$what: what is saved");
            break;
        case 'mac':
            $made = attempt($what, null, fn () => new Mac($case['configuration']));
            check($made->sign($case['fields']) === $case['mac'], "$what: the key goes in");
            foreach ($case['mistakes'] as $mistake) {
                attempt("$what, mistaken", $mistake['code'], fn () => new Mac($mistake['input']));
            }
            break;
        default:
            check(false, "what is {$case['do']}?");
    }
}
$mac = null;
$objects = objects();

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
        prints_error($what, $error);
    }
}
finish(4000);

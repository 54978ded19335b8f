<?php
// Runs the shared cases through the extension, and writes what is exposed and how often it was tried for the table of
// parity.   php vectors.php FILE.json...
declare(strict_types=1);

use Qantara\{Acknowledgment, AlQaseh, Call, Egw, Mac, Paylink, QantaraError};

if (!extension_loaded('qantara')) {
    fwrite(STDERR, "the extension is not loaded\n");
    exit(2);
}

const GATEWAYS = ['alqaseh' => AlQaseh::class, 'egw' => Egw::class, 'paylink' => Paylink::class];
/** A PHP integer ends at 64 bits, so these inputs can't be written in PHP. Nothing else may be left out. */
const NOT_IN_PHP = ['create: custom data kept', 'order number: sequence beyond 64 bits'];

/** Fields that are records: their names are spelled as PHP does, too. */
const RECORDS = ['products', 'authorization', 'unproven_references'];

$checks = $failures = $cases = 0;
$counts = [];
$left_out = [];
$name = '';

function check(bool $good, string $what, mixed $found = null, mixed $expected = null): void
{
    global $checks, $failures, $name;
    $checks++;
    if (!$good) {
        $failures++;
        fwrite(STDERR, "FAILED $name: $what: " . var_export($found, true) . ', not ' . var_export($expected, true) . "\n");
    }
}

function same(string $what, mixed $found, mixed $expected): void
{
    check($found === $expected, $what, $found, $expected);
}

function camel(string $name): string
{
    // A gateway's own spelling is none of ours.
    return preg_match('/[A-Z]/', $name) ? $name : lcfirst(str_replace('_', '', ucwords($name, '_')));
}

function camels(?array $map): array
{
    foreach ($map ?? [] as $key => $value) {
        if (in_array($key, RECORDS, true) && is_array($value)) {
            $map[$key] = array_is_list($value) ? array_map(fn ($one) => is_array($one) ? camels($one) : $one, $value) : camels($value);
        }
    }
    return array_combine(array_map(camel(...), array_keys($map ?? [])), $map ?? []);
}

function snake(string $name): string
{
    return strtolower(preg_replace('/[A-Z]/', '_$0', $name));
}

/** JSON with every number that PHP would change kept as its text, and every empty map as such, behind a mark. */
function read_cases(string $path): array
{
    $keep = function (array $found): string {
        $token = $found[0];
        if ($token[0] === '{') {
            return '"\u0002"';
        }
        $number = $token[0] !== '"' && json_encode(json_decode($token)) !== $token;
        return $number ? '"\u0001' . $token . '"' : $token;
    };
    $json = preg_replace_callback('/"(?:[^"\\\\]++|\\\\.)*+"|-?\d[\d.eE+-]*|\{\s*\}/', $keep, file_get_contents($path));
    return whole(json_decode($json, true, 100, JSON_THROW_ON_ERROR));
}

/** Without the mark where the runner itself wants a map. */
function whole(array $node): array
{
    foreach ($node as $key => &$value) {
        $is_own = in_array($key, ['configuration', 'input', 'fields', 'decision', 'answer', 'result', 'order'], true);
        $value = $value === "\2" && $is_own ? [] : (is_array($value) ? whole($value) : $value);
    }
    return $node;
}

/** Numbers as they are given: floats, where PHP has them. */
function given(mixed $value): mixed
{
    global $name;
    if (is_array($value)) {
        return array_map(given(...), $value);
    }
    if ($value === "\2") {
        return new stdClass();
    }
    if (!is_string($value) || !str_starts_with($value, "\1")) {
        return $value;
    }
    if (!preg_match('/[.eE]/', $value)) {
        throw new OutOfRangeException(substr($value, 1));
    }
    return (float) substr($value, 1);
}

/** Numbers as they come out: an integer or text. */
function shown(mixed $value): mixed
{
    return match (true) {
        is_array($value) => array_map(shown(...), $value),
        $value === "\2" => [],
        is_string($value) && str_starts_with($value, "\1") => substr($value, 1),
        is_float($value) => json_encode($value),
        default => $value,
    };
}

/** A result: every property there is, by name, and nothing beside, but those that a case leaves out. */
function check_record(string $what, object $found, array $expected, array $without = []): void
{
    $expected = camels(shown($expected));
    foreach ((new ReflectionClass($found))->getProperties() as $property) {
        $key = $property->getName();
        if (in_array($key, $without, true)) {
            continue;
        }
        if ($key !== 'replayKey' || array_key_exists($key, $expected) || !$found instanceof Qantara\SignedCallback) {
            check_value("$what: $key", $found->$key, $expected[$key] ?? ($key === 'extra' ? [] : null), $without);
        }
        unset($expected[$key]);
    }
    same("$what: without a property", $expected, []);
    same("$what: toArray", $found->toArray(), plain($found));
}

/** A value, or the records that stand there. */
function check_value(string $what, mixed $found, mixed $expected, array $without): void
{
    if (is_object($found)) {
        check_record($what, $found, is_array($expected) ? $expected : [], $without);
    } elseif (is_array($found) && is_object($found[0] ?? null)) {
        same("$what: how many", count($found), count($expected ?? []));
        array_map(fn ($one, $of) => check_record($what, $one, $of, $without), $found, $expected);
    } else {
        same($what, $found, $expected);
    }
}

/** What toArray() has to be: the properties that are there, those of records within too. */
function plain(object $object): array
{
    $plain = [];
    foreach ((new ReflectionClass($object))->getProperties() as $property) {
        $value = $property->getValue($object);
        $is_own = $property->getName() === 'replayKey' && $object instanceof Qantara\SignedCallback;
        if ($value !== null && !$is_own && !($property->getName() === 'extra' && $value === [])) {
            $inner = fn (mixed $one) => is_object($one) ? plain($one) : $one;
            $plain[$property->getName()] = is_array($value) ? array_map($inner, $value) : $inner($value);
        }
    }
    return $plain;
}

/** Runs something and compares its error. Returns what it made, or null. */
function attempt(string $what, ?array $expected, callable $work): mixed
{
    try {
        $made = $work();
    } catch (QantaraError $error) {
        if (!$expected) {
            check(false, $what, (string) $error, 'no error');
            return null;
        }
        $faults = array_map(fn (array $fault) => [$fault['code'], $fault['field'] ?? ''], $error->faults);
        // The caller's own names are spelled as the caller does; a gateway's stay as they are.
        $wanted = array_map(fn (array $fault) => [$fault[0], $fault[1]], $expected['faults']);
        same("$what: faults", array_map(fn ($f) => [$f[0], camel($f[1])], $faults), array_map(fn ($f) => [$f[0], camel($f[1])], $wanted));
        same("$what: code", [$error->code, $error->getCode()], [$expected['faults'][0][0], $error->number]);
        check($error->getMessage() !== '', "$what: message");
        foreach (['retry', 'look_up', 'status', 'gateway_code', 'gateway_message', 'gateway_reference'] as $key) {
            if (array_key_exists($key, $expected)) {
                same("$what: $key", $error->{camel($key)}, $expected[$key] === '' ? null : $expected[$key]);
            }
        }
        return null;
    }
    check(!$expected, $what, 'no error', $expected);
    return $made;
}

function message_of(array $case, string $key): string
{
    return isset($case["{$key}_hex"]) ? hex2bin($case["{$key}_hex"]) : $case[$key];
}

function check_settle(object $message, array $list): void
{
    foreach ($list as $one) {
        $order = given(camels($one['order']));
        $outcome = attempt('settle', $one['error'] ?? null, fn () => $message->settle(...$order));
        if ($outcome) {
            check_record('outcome', $outcome, $one['outcome']);
            $paid = $one['outcome']['kind'] === 'paid';
            try {
                check_record('expectPaid', $message->expectPaid($order), $one['outcome']);
                check($paid, 'expectPaid');
            } catch (QantaraError $error) {
                same('expectPaid', [$paid, $error->code], [false, 'order.not_paid']);
            }
        }
    }
}

function check_call(Call $call, array $case): void
{
    if (isset($case['request'])) {
        foreach (['method', 'url', 'body'] as $key) {
            same($key, $call->$key, $case['request'][$key]);
        }
        // Headers have no order.
        check($call->headers == $case['request']['headers'], 'headers', $call->headers, $case['request']['headers']);
        $lines = array_map(fn ($name, $value) => "$name: $value", array_keys($call->headers), $call->headers);
        same('headerLines', $call->headerLines, $lines);
    }
    foreach (['mac_source', 'mac', 'retry', 'look_up', 'expires'] as $key) {
        if (array_key_exists($key, $case)) {
            same($key, $call->{camel($key)}, $case[$key] === '' ? null : $case[$key]);
        }
    }
    same('warnings', array_column($call->warnings, 'code'), $case['warnings'] ?? []);
    foreach ($case['replies'] ?? [] as $reply) {
        $body = message_of($reply, 'body');
        $type = $reply['content_type'] ?? '';
        // By the call, and as if it had crossed a queue, as an array and as JSON.
        foreach ([null, $call->expect, json_encode($call->expect, JSON_THROW_ON_ERROR)] as $expect) {
            $found = attempt('reply', $reply['error'] ?? null, fn () => $expect === null
                ? $call->parse($reply['status'], $body, $type)
                : Qantara\parse_reply($expect, $reply['status'], $body, $type));
            if ($found) {
                check_record('result', $found, $reply['result']);
                if (method_exists($found, 'settle')) {
                    check_settle($found, $reply['settle'] ?? []);
                } else {
                    same('settle', $reply['settle'] ?? [], []);
                }
            }
        }
    }
}

/** Whether these are names of parameters; those that are not can be given in an array only. */
function has_names(string $class, string $method, array $input): bool
{
    return !array_diff(array_keys($input), array_column((new ReflectionMethod($class, $method))->getParameters(), 'name'));
}

function run_call(array $file, array $case): void
{
    $class = GATEWAYS[$file['gateway']];
    $input = given(camels($case['input']));
    if (isset($case['stamp'])) {
        $input['stamp'] = $case['stamp'];
    }
    // With named arguments, and with one array.
    $method = camel($case['operation']);
    foreach (has_names($class, $method, $input) && has_names($class, '__construct', camels($case['configuration'])) ? [true, false] : [false] as $named) {
        $configuration = given(camels($case['configuration']));
        $call = attempt('call', $case['error'] ?? null, function () use ($class, $configuration, $method, $input, $named) {
            $gateway = $named ? new $class(...$configuration) : new $class($configuration);
            return $named ? $gateway->$method(...$input) : $gateway->$method($input);
        });
        if ($call) {
            check_call($call, $case);
        }
    }
}

function run_read(array $file, array $case): void
{
    $reader = [GATEWAYS[$file['gateway']], camel($case['reader'])];
    $found = attempt('read', $case['error'] ?? null, fn () => $reader(message_of($case, 'message')));
    if ($found) {
        check_record('result', $found, $case['result']);
    }
}

function run_tool(array $file, array $case): void
{
    $class = GATEWAYS[$file['gateway']];
    $method = camel($case['tool']);
    $is_static = (new ReflectionMethod($class, $method))->isStatic();
    same('a configuration, or none', isset($case['configuration']), !$is_static);
    $input = given(camels($case['input'])) + (isset($case['stamp']) ? ['stamp' => $case['stamp']] : []);
    foreach (has_names($class, $method, $input) && $input ? [true, false] : [false] as $named) {
        $found = attempt('tool', $case['error'] ?? null, function () use ($class, $case, $is_static, $method, $input, $named) {
            $tool = [$is_static ? $class : new $class(given(camels($case['configuration']))), $method];
            return $named ? $tool(...$input) : $tool($input);
        });
        if ($found) {
            check_record('result', $found, $case['result'], array_map(camel(...), $case['without'] ?? []));
        }
    }
}

function run_verify(array $file, array $case): void
{
    $work = fn () => (new Egw(given(camels($case['configuration']))))->verifyCallback(message_of($case, 'message'));
    $found = attempt('verify', $case['error'] ?? null, $work);
    if ($found) {
        check_record('result', $found, $case['result']);
        same('replayKey', $found->replayKey, $case['replay_key']);
        check_settle($found, $case['settle'] ?? []);
    }
}

function run_step(Acknowledgment $acknowledgment, array $step): void
{
    $asked = attempt('step', $step['error'] ?? null, fn () => $acknowledgment->step($step['step']));
    if (!$asked) {
        return;
    }
    if (isset($step['sends'])) {
        same('sends', [$asked->kind, $asked->call?->url, $asked->call?->body], ['send', $step['sends']['url'], $step['sends']['body']]);
        if (isset($step['sends']['headers'])) {
            same('headers', $asked->call?->headers, $step['sends']['headers']);
        }
    } elseif (isset($step['waits'])) {
        same('waits', [$asked->kind, $asked->until], ['wait', $step['waits']]);
    } else {
        same('done', [$asked->kind, $asked->call, $asked->until], ['done', null, null]);
    }
}

function run_acknowledge(array $file, array $case): void
{
    $configuration = camels($case['configuration']);
    $decision = given(camels($case['decision']));
    $decision += isset($case['earlier']) ? ['earlier' => camels($case['earlier'])] : [];
    $saved = attempt('decide', $case['error'] ?? null, fn () => has_names(Paylink::class, 'decide', $decision)
        ? (new Paylink($configuration))->decide(...$decision)
        : (new Paylink($configuration))->decide($decision));
    if ($saved === null) {
        return;
    }
    $start = fn (array $configuration, array $saved) => (new Paylink($configuration))->acknowledgment($saved);
    $acknowledgment = attempt('start', null, fn () => $start($configuration, $saved));
    foreach ($case['steps'] ?? [] as $step) {
        if (isset($step['step'])) {
            run_step($acknowledgment, $step);
        } elseif (isset($step['heard'])) {
            $answer = given(camels($step['answer']));
            attempt('heard', $step['error'] ?? null, fn () => $acknowledgment->heard(...$answer, now: $step['heard']));
        } elseif (isset($step['state'])) {
            same('state', $acknowledgment->state, $step['state']);
        } elseif (isset($step['save'])) {
            $found = $acknowledgment->save();
            $wanted = camels($step['save']);
            ksort($found);
            ksort($wanted);
            same('save', $found, $wanted);
        } elseif (isset($step['restart'])) {
            $configuration = array_merge($configuration, isset($step['api_key']) ? ['apiKey' => $step['api_key']] : []);
            $saved = json_decode(json_encode($acknowledgment->save()), true);
            $acknowledgment = attempt('restart', null, fn () => $start($configuration, $saved));
        } else {
            check(false, 'a step that this runner does not know', $step);
        }
    }
}

function run_mac(array $file, array $case): void
{
    $fields = $case['fields'];
    $mac = null;
    $signed = attempt('sign', $case['error'] ?? null, function () use ($case, $fields, &$mac) {
        $mac = new Mac(...given(camels($case['configuration'])));
        return $mac->sign($fields);
    });
    if ($signed === null) {
        return;
    }
    same('mac', $signed, $case['mac'] ?? $signed);
    same('source', $mac->source($fields), $case['source'] ?? $mac->source($fields));
    foreach ($case['verify'] ?? [] as $one) {
        attempt('verify', $one['error'] ?? null, fn () => $mac->verify($fields, $one['mac']));
    }
}

/** What a case tries. */
function names(array $file, array $case): array
{
    return match ($case['do']) {
        'call' => ["{$file['gateway']}.{$case['operation']}"],
        'read' => ["{$file['gateway']}.{$case['reader']}"],
        'tool' => ["{$file['gateway']}.{$case['tool']}"],
        'verify' => ['egw.verify_callback'],
        'acknowledge' => ['paylink.decide', 'paylink.acknowledgment'],
        'mac' => ['mac'],
    };
}

/** The methods that a user sees. */
function exposed(): array
{
    $names = class_exists(Mac::class) ? ['mac'] : [];
    foreach (GATEWAYS as $gateway => $class) {
        foreach ((new ReflectionClass($class))->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
            $names[] = $gateway . '.' . snake($method->getName());
        }
    }
    return array_values(array_filter($names, fn ($name) => !str_contains($name, '__')));
}

foreach (array_slice($argv, 1) as $path) {
    $file = read_cases($path);
    $name = basename($path);
    same('schema', $file['schema'], 1);
    check(count($file['cases']) > 0, 'no cases');
    foreach ($file['cases'] as $case) {
        $name = basename($path) . ': ' . $case['name'];
        try {
            ('run_' . $case['do'])($file, $case);
        } catch (OutOfRangeException) {
            $left_out[] = $case['name'];
        } catch (Throwable $error) {
            check(false, 'it threw', (string) $error);
        }
        $cases++;
        foreach (names($file, $case) as $one) {
            $counts[$one] = ($counts[$one] ?? 0) + 1;
        }
    }
}
$name = 'left out';
same('cases', $left_out, array_values(array_intersect(NOT_IN_PHP, $left_out)));
if (!$failures) {
    $folder = __DIR__ . '/../../../target/parity';
    is_dir($folder) || mkdir($folder, recursive: true);
    file_put_contents("$folder/php.json", json_encode(['exposes' => exposed(), 'cases' => $counts], JSON_THROW_ON_ERROR) . "\n");
}
echo "$cases cases, $checks checks, $failures failures\n";
exit($failures || !$cases ? 1 : 0);

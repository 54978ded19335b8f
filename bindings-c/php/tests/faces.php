<?php
// The classes are what the stub says, and nobody but a gateway makes a reply, a proof or a call.
declare(strict_types=1);
require __DIR__ . '/check.php';

use Qantara\{AlQaseh, Outcome, QantaraError};

// The stub, read by PHP itself under another name, and the extension, both by reflection.
$stub = file_get_contents(__DIR__ . '/../qantara.stub.php');
$stub = str_replace(['<?php', 'namespace Qantara;'], ['', 'namespace Stub;'], $stub);
// Bodies that return nothing are never run; a class that extends a final one is not made.
eval($stub);

$names = array_filter(get_declared_classes(), fn ($name) => str_starts_with($name, 'Stub\\'));
check(count($names) >= 20, 'the stub has classes');
$types = fn (?ReflectionType $type) => $type ? implode('|', (function (array $names) { sort($names); return $names; })(
    preg_split('/\|/', str_replace(['?', 'Stub\\'], [str_starts_with((string) $type, '?') ? 'null|' : '', 'Qantara\\'], (string) $type)))) : '';
$parameters = function (ReflectionFunctionAbstract $function) use ($types) {
    return array_map(fn (ReflectionParameter $parameter) => [
        $parameter->getName(), $types($parameter->getType()), $parameter->isOptional(),
        $parameter->isDefaultValueAvailable() ? $parameter->getDefaultValue() : 'none',
        (bool) $parameter->getAttributes('SensitiveParameter'),
    ], $function->getParameters());
};
foreach ($names as $name) {
    $ours = new ReflectionClass(str_replace('Stub\\', 'Qantara\\', $name));
    $theirs = new ReflectionClass($name);
    check($ours->isFinal() === $theirs->isFinal(), "$name: final");
    $parents = array_map(fn ($class) => $class->getParentClass() ? $class->getParentClass()->getName() : '', [$ours, $theirs]);
    check(str_replace('Qantara\\', 'Stub\\', $parents[0]) === $parents[1], "$name: parent");
    foreach ([$ours, $theirs] as $i => $class) {
        $own = fn ($member) => in_array($member->class, [$class->getName()], true);
        $sides[$i] = [
            array_map(fn ($property) => [$property->getName(), $types($property->getType()), $property->isReadOnly()], array_values(array_filter($class->getProperties(), $own))),
            array_map(fn ($method) => [$method->getName(), $parameters($method), $types($method->getReturnType()), $method->isStatic(), $method->isPublic()], array_values(array_filter($class->getMethods(), $own))),
        ];
    }
    check($sides[0] === $sides[1], "$name differs:\n" . json_encode($sides[0]) . "\n" . json_encode($sides[1]));
}
check($parameters(new ReflectionFunction('Qantara\parse_reply')) === $parameters(new ReflectionFunction('Stub\parse_reply')), 'parse_reply');
foreach ((new ReflectionExtension('qantara'))->getClassNames() as $name) {
    check(class_exists(str_replace('Qantara\\', 'Stub\\', $name), false), "$name is missing from the stub");
}

// Only a gateway makes them.
$open = ['AlQaseh', 'Egw', 'Paylink', 'Mac'];
foreach ((new ReflectionExtension('qantara'))->getClasses() as $class) {
    if ($class->isSubclassOf(Exception::class) || in_array($class->getShortName(), $open, true)) {
        continue;
    }
    $name = $class->getName();
    refused("new $name", Error::class, fn () => new $name());
    refused("$name without its constructor", ReflectionException::class, fn () => $class->newInstanceWithoutConstructor());
    refused("$name from text", Exception::class, fn () => unserialize('O:' . strlen($name) . ":\"$name\":0:{}"));
}
refused('a gateway without its constructor', ReflectionException::class, fn () => (new ReflectionClass(AlQaseh::class))->newInstanceWithoutConstructor());
refused('a gateway constructed twice', Error::class, fn () => shop()->__construct('test', 'a', 'b'));

// Nothing can be changed, whether or not it was read before.
foreach (objects() as $what => $object) {
    foreach ((new ReflectionClass($object))->getProperties() as $property) {
        $name = $property->getName();
        refused("$what: $name set", Error::class, fn () => $object->$name = 'paid');
        refused("$what: $name set by reflection", Error::class, fn () => $property->setValue($object, 'paid'));
        refused("$what: $name unset", Error::class, function () use ($object, $name) { unset($object->$name); });
        refused("$what: $name by reference", Error::class, function () use ($object, $name) { $one = &$object->$name; $one = 'paid'; throw new Error('kept'); });
    }
    refused("$what: a new property", Error::class, fn () => $object->more = 1);
    $before = print_r($object, true);
    foreach ($object as &$value) {
        $value = 'forged';
    }
    unset($value);
    foreach (get_object_vars($object) as $key => $value) {
        check(!isset($object->$key) || $object->$key !== 'forged', "$what: $key changed");
    }
    check(isset($object->nothing) === false, "$what: a property that is none");
}
$failed = shop()->getPayment('p-1')->parse(200, str_replace('succeeded', 'failed', PAYMENT))->settle(ORDER);
check($failed->kind === 'failed' && $failed->replayKey === null, 'a failed one');
@refused('a failed one set to paid', Error::class, fn () => (Closure::bind(function () { $this->kind = 'paid'; }, $failed, Outcome::class) ?? throw new Error('no such scope'))());
check($failed->kind === 'failed', 'a failed one stays so');

// Errors.
$error = refused('an error', 'field.missing', fn () => shop()->createPayment());
check($error instanceof Qantara\ValidationError && $error instanceof RuntimeException, 'its class');
check($error->getCode() === 1001 && $error->number === 1001 && isset($error->code), 'its number');
check(count($error->faults) === 5 && array_column($error->faults, 'field') === ['orderId', 'amount', 'currency', 'description', 'redirectUrl'], 'all faults');
new RuntimeException($error->getMessage(), $error->getCode(), $error);
$error = refused('refused', 'gateway.refused', fn () => shop()->createPayment(INPUT)->parse(400, '{"err":"no","error_code":"E1","reference_code":"R1"}'));
check([$error->retry, $error->status, $error->gatewayCode, $error->gatewayMessage, $error->gatewayReference] === ['never', 400, 'E1', 'no', 'R1'], 'what the gateway said');
check((new QantaraError('of a test'))->faults === [] && (new Qantara\ReplyError('of a test'))->code === '', 'made by a test');
finish(400);

$mac = new Qantara\Mac(key: '00112233445566778899AABBCCDDEEFF', order: ['AMOUNT', 'CURRENCY', 'ORDER']);
$fields = ['AMOUNT' => '11.48', 'CURRENCY' => 'USD', 'ORDER' => null];
$mac->verify($fields, $mac->sign($fields));
echo $mac->source($fields), "\n";

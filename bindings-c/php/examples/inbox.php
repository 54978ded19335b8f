<?php
// The shop's own address for the main path, under `php -S`: keeps what arrives, each message in a file.
$path = trim(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), '/');
$folder = getenv('INBOX');
$file = tempnam($folder, 'part');
file_put_contents($file, file_get_contents('php://input'));
rename($file, sprintf('%s/%s.%d', $folder, $path, hrtime(true)));
echo 'ok';

//! JSON documents: generated from the grammar with its corners, mistakes now and then, and genuine ones with bytes
//! changed.

/// The same sequence for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 11) as usize % bound
    }

    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

const GENUINE: [&str; 4] = [
    r#"{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","custom_data":{"a":[1.50,null,"\u0637"]}}"#,
    r#"{"gatewayOrderRequest":{"orderNumber":"A-1","amount":2.5e1,"currency":"SAR"},"success":true,"paymentErrors":[{}],"foreignCurrencyRate":null}"#,
    r#"[1e5,-0.5,"\ud83d\ude00\n\\",{},[],true,false,null,{"a":{"b":[[]]}}]"#,
    " { \"a\" :\t1 ,\r\n\"a\":2} ",
];
const BYTES: &[u8] = b"{}[]\",:\\/ubfnrt0123456789+-.eE tfnd8\0\n\x1f\x7f\xc3\xa9\xed\xa0\x80\xef\xbb\xbf\xff";

/// A genuine message with a few bytes replaced, inserted or removed.
pub fn changed(dice: &mut Dice) -> Vec<u8> {
    let mut text = dice.pick(&GENUINE).as_bytes().to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(text.len());
        match dice.below(3) {
            0 => text[at] = dice.pick(BYTES),
            1 => text.insert(at, dice.pick(BYTES)),
            _ => drop(text.remove(at)),
        }
    }
    text
}

/// A document of the grammar; one in a few has a mistake somewhere.
pub fn generated(dice: &mut Dice) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = Writer { dice, mistakes: 0 };
    writer.mistakes = if writer.dice.below(4) == 0 { 12 } else { 0 };
    // The limit is 32 levels; most documents are far from it.
    let around = if writer.dice.below(12) == 0 { 28 + writer.dice.below(6) } else { 0 };
    let opens: Vec<&str> = (0..around).map(|_| writer.dice.pick(&["[", "{\"k\":", "[ ", "[0,"])).collect();
    opens.iter().for_each(|open| out.extend(open.bytes()));
    writer.value(&mut out, 0);
    opens.iter().rev().for_each(|open| out.push(if open.starts_with('[') { b']' } else { b'}' }));
    writer.space(&mut out);
    writer.mistake(&mut out, &["x", ",", "{}", "]", "\0", "//", "\u{a0}", "\u{feff}"]);
    out
}

struct Writer<'d> {
    dice: &'d mut Dice,
    /// How likely a mistake is at each place where there is room for one, in a hundred.
    mistakes: usize,
}

impl Writer<'_> {
    fn mistake(&mut self, out: &mut Vec<u8>, all: &[&str]) -> bool {
        let made = self.dice.below(100) < self.mistakes;
        if made {
            out.extend(self.dice.pick(all).bytes());
        }
        made
    }

    fn space(&mut self, out: &mut Vec<u8>) {
        if self.dice.below(4) == 0 {
            out.extend(self.dice.pick(&[" ", "\t", "\r\n", "\n", "  "]).bytes());
            self.mistake(out, &["\u{b}", "\u{c}", "\u{85}", "\u{a0}", "\u{feff}", "\u{2028}", "/**/", "#"]);
        }
    }

    fn value(&mut self, out: &mut Vec<u8>, depth: usize) {
        self.space(out);
        match self.dice.below(if depth < 4 { 8 } else { 6 }) {
            0 | 1 => self.string(out),
            2 | 3 => self.number(out),
            4 => out.extend(self.dice.pick(&["true", "false", "null"]).bytes()),
            5 => {
                let _ =
                    self.mistake(out, &["True", "nul", "undefined", "NaN", "-Infinity", "'a'", ""]) || self.empty(out);
            }
            6 => self.list(out, depth),
            _ => self.object(out, depth),
        }
        self.space(out);
    }

    fn empty(&mut self, out: &mut Vec<u8>) -> bool {
        out.extend(self.dice.pick(&["{}", "[]", "\"\"", "0", "[ ]", "{\n}"]).bytes());
        true
    }

    fn list(&mut self, out: &mut Vec<u8>, depth: usize) {
        out.push(b'[');
        for at in 0..self.dice.below(4) {
            if at > 0 {
                out.push(b',');
                self.mistake(out, &[",", "]", ":"]);
            }
            self.value(out, depth + 1);
        }
        self.mistake(out, &[",", "1"]);
        out.push(b']');
    }

    fn object(&mut self, out: &mut Vec<u8>, depth: usize) {
        out.push(b'{');
        for at in 0..self.dice.below(5) {
            if at > 0 {
                out.push(b',');
                self.mistake(out, &[",", "}", ";"]);
            }
            self.space(out);
            // Few names, so that they repeat; two are spelt in two ways.
            match self.dice.below(6) {
                0 => self.string(out),
                _ => out.extend(self.dice.pick(&["\"a\"", "\"\\u0061\"", "\"b\"", "\"\"", "\"order_id\""]).bytes()),
            }
            self.space(out);
            if !self.mistake(out, &["", "::", ",", "=", "\"c\""]) {
                out.push(b':');
            }
            self.value(out, depth + 1);
        }
        self.mistake(out, &[",", "a:1", "\"a\"", "1:1"]);
        out.push(b'}');
    }

    fn string(&mut self, out: &mut Vec<u8>) {
        const PIECES: &[&str] = &[
            "a",
            "25000",
            " ",
            "ط",
            "😀",
            "\u{7f}",
            "\u{2028}",
            "\u{85}",
            "é",
            "/",
            "'",
            "{",
            "]",
            "\\\"",
            "\\\\",
            "\\/",
            "\\b",
            "\\f",
            "\\n",
            "\\r",
            "\\t",
            "\\u0041",
            "\\u00e9",
            "\\u0000",
            "\\u001F",
            "\\uFFFF",
            "\\ud83d\\ude00",
            "\\uD800\\uDC00",
            "\\uDBFF\\uDFFF",
            "12345678901234567890",
        ];
        const WRONG: &[&str] = &[
            "\\",
            "\\u",
            "\\u12",
            "\\uD83D",
            "\\uDE00",
            "\\uD83D\\u0041",
            "\\uD83D\\uD83D",
            "\\x41",
            "\\'",
            "\n",
            "\0",
            "\u{1f}",
            "\"",
            "\\u00g0",
            "\\u+041",
            "\\U0041",
            "\\uD83Dx",
            "\\ud83d\\n",
        ];
        out.push(b'"');
        for _ in 0..self.dice.below(6) {
            out.extend(self.dice.pick(PIECES).bytes());
            self.mistake(out, WRONG);
        }
        if self.dice.below(1000) < self.mistakes {
            // Half a character, an overlong one, half a surrogate pair.
            out.extend(self.dice.pick(&[&b"\xc3"[..], b"\xc0\xaf", b"\xed\xa0\x80", b"\xff", b"\xf5\x80\x80\x80"]));
        }
        if self.dice.below(100) >= self.mistakes / 4 {
            out.push(b'"');
        }
    }

    fn number(&mut self, out: &mut Vec<u8>) {
        const ODD: &[&str] = &[
            "0",
            "-0",
            "0.0",
            "-0.0e-0",
            "1e5",
            "1E5",
            "1e+5",
            "1E-05",
            "0e0",
            "2.50",
            "1.0",
            "100000000000000000000",
            "1e400",
            "1e-400",
            "9007199254740993",
            "18446744073709551616",
            "-9223372036854775809",
            "0.1000000000000000055511151231257827",
            "5e-324",
            "1e999999999999",
            "1e00000000000000000005",
            "123456789.123456789e12",
        ];
        const WRONG: &[&str] = &[
            "01", "-", "+1", ".5", "1.", "1.e5", "1e", "1e+", "--1", "0x1", "1_000", "-01", "00", "1.2.3", "1e5.5",
            "٢", "- 1",
        ];
        if !self.mistake(out, WRONG) {
            out.extend(self.dice.pick(ODD).bytes());
        }
    }
}

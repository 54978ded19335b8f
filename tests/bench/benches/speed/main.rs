//! The core against what a Rust shop would write by hand, and its HMAC against other libraries', in one run.
//! One line of JSON for each comparison; `make bench` makes a table of them.
#![allow(missing_docs, reason = "no library")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench that fails must stop")]

mod by_hand;
mod measure;

use std::hint::black_box;

use hmac::Mac as _;
use measure::{Batch, compare, from, job};
use qantara_bench::{FIELDS, KEY_BYTES, LENGTHS, P_SIGN, PAYMENT, Shop};
use sha1::block_api::compress;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let shop = Shop::open()?;
    for length in LENGTHS {
        hmac(&shop, length);
    }
    p_sign(&shop)?;
    requests(&shop)?;
    payments(&shop)
}

/// An HMAC-SHA1 with a kept key. The floor is the hash's own function, on as many blocks as there are to hash.
fn hmac(shop: &Shop, length: usize) {
    let message: &[u8] = &vec![b'7'; length];
    let key = by_hand::key(&KEY_BYTES);
    let blocks = vec![[b'7'; 64]; (length + 9).div_ceil(64)];
    let made = shop.key.mac(message);
    assert_eq!(made.as_ref(), key.clone().chain_update(message).finalize().into_bytes().as_slice());
    let mut theirs: Vec<(&str, Batch<'_>)> = vec![(
        "RustCrypto's cloned Hmac",
        job(move || key.clone().chain_update(black_box(message)).finalize().into_bytes()),
    )];
    #[cfg(feature = "others")]
    {
        let ring = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &KEY_BYTES);
        assert_eq!(made.as_ref(), ring::hmac::sign(&ring, message).as_ref());
        theirs.push(("ring", job(move || ring::hmac::sign(&ring, black_box(message)))));
        let aws = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &KEY_BYTES);
        assert_eq!(made.as_ref(), aws_lc_rs::hmac::sign(&aws, message).as_ref());
        theirs.push(("aws-lc-rs", job(move || aws_lc_rs::hmac::sign(&aws, black_box(message)))));
    }
    theirs.push((
        "compression alone",
        job(move || {
            // One block after the other, the last one of the outer hash.
            let mut state = black_box([0; 5]);
            compress(&mut state, black_box(&blocks));
            compress(&mut state, black_box(&blocks[..1]));
            state
        }),
    ));
    compare(&format!("HMAC-SHA1, {length} bytes"), job(move || shop.key.mac(black_box(message))), theirs);
}

fn p_sign(shop: &Shop) -> Outcome {
    let key = &by_hand::key(&KEY_BYTES);
    assert_eq!(shop.mac.sign(&FIELDS)?, P_SIGN);
    assert_eq!(by_hand::sign(key, &FIELDS), P_SIGN);
    compare(
        "sign",
        job(|| shop.mac.sign(black_box(&FIELDS))),
        vec![("hmac, hex", job(|| by_hand::sign(key, black_box(&FIELDS))))],
    );
    assert!(shop.mac.verify(&FIELDS, P_SIGN).is_ok() && by_hand::verify(key, &FIELDS, P_SIGN));
    compare(
        "verify",
        job(|| shop.mac.verify(black_box(&FIELDS), P_SIGN)),
        vec![("hmac, hex", job(|| by_hand::verify(key, black_box(&FIELDS), P_SIGN)))],
    );
    Ok(())
}

fn requests(shop: &Shop) -> Outcome {
    let (key, stamp) = (&by_hand::key(&KEY_BYTES), &shop.stamp);
    let same = |request: &qantara::Request, (url, headers, body): by_hand::Request| {
        assert_eq!((&request.url, &request.body), (&url, &body));
        let ours: Vec<_> = request.headers.iter().map(|header| (header.name, header.value.clone())).collect();
        assert_eq!(ours, headers);
    };

    same(shop.egw.prepare(qantara_bench::prepare(), stamp)?.request(), by_hand::prepare(key, stamp)?);
    let prepare = |input| shop.egw.prepare(input, stamp);
    compare(
        "prepare",
        job(|| prepare(qantara_bench::prepare())),
        vec![("hmac and serde_json, nothing checked", job(|| by_hand::prepare(key, stamp)))],
    );
    compare("prepare, from a record", from(qantara_bench::prepare, prepare), Vec::new());

    let page = shop.egw.card_form(qantara_bench::card_form(), stamp)?;
    assert_eq!(page.html(), by_hand::card_form(key, stamp));
    compare(
        "card form",
        job(|| shop.egw.card_form(qantara_bench::card_form(), stamp)),
        vec![("hmac and format!, nothing checked", job(|| by_hand::card_form(key, stamp)))],
    );

    let create = || shop.alqaseh.create_payment(qantara_bench::create_payment(&shop.order));
    same(create()?.request(), by_hand::create_payment()?);
    compare("create payment", job(create), vec![("serde_json, nothing checked", job(by_hand::create_payment))]);
    Ok(())
}

fn payments(shop: &Shop) -> Outcome {
    let parse = || shop.look.parse(200, black_box(PAYMENT.as_bytes()));
    let (ours, theirs) = (parse()?, serde_json::from_str::<by_hand::Payment>(PAYMENT)?);
    assert_eq!((ours.payment_id(), ours.order_id()), (&*theirs.payment_id, &*theirs.order_id));
    compare(
        "parse a payment",
        job(parse),
        vec![("serde_json into an owned struct", job(|| serde_json::from_str::<by_hand::Payment>(black_box(PAYMENT))))],
    );

    let settle = || parse()?.settle(&shop.order);
    assert_eq!(settle()?.outcome().kind() == "paid", by_hand::settle(PAYMENT)?);
    compare(
        "parse and settle",
        job(settle),
        vec![("serde_json, the same checks", job(|| by_hand::settle(black_box(PAYMENT))))],
    );
    Ok(())
}

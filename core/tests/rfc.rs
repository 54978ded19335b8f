//! HMAC itself: RFC 2202, RFC 4231 and Project Wycheproof's sets.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::Code;
use qantara::mac::{Algorithm, Key};
use wycheproof::TestResult;
use wycheproof::mac::{TestName, TestSet};

/// RFC 2202, section 3: key, data, digest.
#[test]
fn rfc_2202_sha1() {
    let counting: Vec<u8> = (0x01..=0x19).collect();
    let large_key = "Test Using Larger Than Block-Size Key";
    let cases: [(&[u8], &[u8], &str); 7] = [
        (&[0x0b; 20], b"Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
        (b"Jefe", b"what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        (&[0xaa; 20], &[0xdd; 50], "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
        (&counting, &[0xcd; 50], "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
        (&[0x0c; 20], b"Test With Truncation", "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
        (
            &[0xaa; 80],
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "aa4ae5e15272d00e95705637ce8a3b55ed402112",
        ),
        (
            &[0xaa; 80],
            &[large_key.as_bytes(), b" and Larger Than One Block-Size Data"].concat(),
            "e8e99d0f45237d786d6bbaa7965c7808bbff1a91",
        ),
    ];
    check(Algorithm::HmacSha1, &cases);
}

/// RFC 4231, section 4: key, data, digest. Case 5 is printed in its first 128 bits only.
#[test]
fn rfc_4231_sha256() {
    let counting: Vec<u8> = (0x01..=0x19).collect();
    let cases: [(&[u8], &[u8], &str); 6] = [
        (&[0x0b; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (&[0xaa; 20], &[0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        (&counting, &[0xcd; 50], "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        (
            &[0xaa; 131],
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
        (
            &[0xaa; 131],
            b"This is a test using a larger than block-size key and a larger than block-size data. \
              The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
        ),
    ];
    check(Algorithm::HmacSha256, &cases);
    let key = Key::from_bytes(Algorithm::HmacSha256, &[0x0c; 20]);
    let cut = "a3b6167473100ee06e0c796c2955552b";
    assert!(hex::encode(key.mac(b"Test With Truncation")).starts_with(cut));
    assert_eq!(key.verify(b"Test With Truncation", cut, "mac").unwrap_err().code(), Code::MacLength);
}

fn check(algorithm: Algorithm, cases: &[(&[u8], &[u8], &str)]) {
    for (key, data, digest) in cases {
        let key = Key::from_bytes(algorithm, key);
        assert_eq!(hex::encode(key.mac(data)), *digest);
        assert_eq!(key.verify(data, digest, "mac"), Ok(()));
        assert_eq!(key.verify(data, &digest.to_uppercase(), "mac"), Ok(()));
        let mut other = data.to_vec();
        other.push(0);
        assert_eq!(key.verify(&other, digest, "mac").unwrap_err().code(), Code::MacMismatch);
        for cut in 1..digest.len() {
            assert_eq!(key.verify(data, &digest[..cut], "mac").unwrap_err().code(), Code::MacLength);
        }
        assert_eq!(key.verify(data, "", "mac").unwrap_err().code(), Code::MacMissing);
    }
}

#[test]
fn wycheproof_sha1() {
    wycheproof(Algorithm::HmacSha1, TestName::HmacSha1);
}

#[test]
fn wycheproof_sha256() {
    wycheproof(Algorithm::HmacSha256, TestName::HmacSha256);
}

fn wycheproof(algorithm: Algorithm, name: TestName) {
    let set = TestSet::load(name).unwrap();
    let (mut valid, mut invalid, mut cut) = (0, 0, 0);
    for group in &set.test_groups {
        for test in &group.tests {
            let key = Key::from_bytes(algorithm, test.key.as_ref());
            let (message, tag): (&[u8], &[u8]) = (test.msg.as_ref(), test.tag.as_ref());
            let verified = key.verify(message, &hex::encode(tag), "mac");
            let what = format!("{name:?} case {}: {}", test.tc_id, test.comment);
            match test.result {
                // A tag that is cut is valid elsewhere; a P_SIGN has its full length.
                _ if tag.len() != algorithm.bytes() => {
                    cut += 1;
                    assert_eq!(verified.unwrap_err().code(), Code::MacLength, "{what}");
                    let is_start = key.mac(message).as_ref().starts_with(tag);
                    assert_eq!(is_start, test.result == TestResult::Valid, "{what}");
                }
                TestResult::Valid => {
                    valid += 1;
                    assert_eq!(key.mac(message).as_ref(), tag, "{what}");
                    assert_eq!(verified, Ok(()), "{what}");
                }
                TestResult::Invalid => {
                    invalid += 1;
                    assert_ne!(key.mac(message).as_ref(), tag, "{what}");
                    assert_eq!(verified.unwrap_err().code(), Code::MacMismatch, "{what}");
                }
                TestResult::Acceptable => panic!("{what}: neither valid nor invalid"),
            }
        }
    }
    println!("{name:?}: {valid} valid, {invalid} invalid, {cut} cut");
    assert_eq!(set.number_of_tests, valid + invalid + cut);
    assert!(valid > 20 && invalid > 20 && cut > 20);
}

//! The JSON reader and writer against serde_json.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qantara::{Code, json};
use qantara_fuzz::{Tree, own, refused};

/// What is read at most.
const MOST: usize = 1 << 20;
const DEEPEST: usize = 32;

fuzz_target!(|bytes: &[u8]| {
    let theirs = Tree::read(bytes);
    let ours = json::from_text(bytes);
    match (&ours, &theirs) {
        (Ok(value), Ok(tree)) => {
            assert_eq!(&own(value), tree);
            assert!(tree.depth() <= DEEPEST);
        }
        (Ok(_), Err(error)) => panic!("serde_json refuses it: {error}"),
        (Err(error), theirs) => {
            refused(error, bytes);
            match (error.code(), theirs) {
                (Code::InputTooLarge, _) => assert!(bytes.len() > MOST),
                // What comes behind the depth isn't read any more.
                (Code::InputTooDeep, Ok(tree)) => assert!(tree.depth() > DEEPEST),
                (Code::InputTooDeep, Err(_)) => assert!(opened(bytes) > DEEPEST),
                (Code::InputSyntax, Ok(_)) => panic!("serde_json reads it: {error}"),
                (Code::InputSyntax, Err(_)) => {}
                (code, _) => panic!("{code:?}"),
            }
        }
    }
    // What is written is read again as the same, by both.
    if let Ok(value) = ours {
        let text = json::to_text(&value);
        assert_eq!(json::from_text(text.as_bytes()).as_ref().ok(), Some(&value), "{text}");
        assert_eq!(Tree::read(text.as_bytes()).ok(), theirs.ok(), "{text}");
    }
});

fn opened(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| matches!(b, b'[' | b'{')).count()
}

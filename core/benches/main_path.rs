//! `cargo bench -p qantara`: the core against what a Rust shop would write by hand, in one run.
//!
//! Each figure is the median over many short batches, in nanoseconds, with the allocations of one round.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use hmac::{Hmac, KeyInit, Mac as _};
use qantara::alqaseh::CreatePayment;
use qantara::egw::{EgwConfiguration, Prepare};
use qantara::mac::{Algorithm, Key};
use qantara::{AlQaseh, Egw, Environment, Order, Stamp};
use serde::Deserialize;
use sha1::Sha1;

/// Counts allocations.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: hands everything to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Nanoseconds and allocations of one round.
fn measure<T>(mut round: impl FnMut() -> T) -> (f64, usize) {
    const BATCH: u32 = 200;
    let mut times = Vec::with_capacity(300);
    for _ in 0..300 {
        let start = Instant::now();
        for _ in 0..BATCH {
            black_box(round());
        }
        times.push(start.elapsed().as_nanos() as f64 / f64::from(BATCH));
    }
    times.sort_by(f64::total_cmp);
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    black_box(round());
    let allocations = ALLOCATIONS.load(Ordering::Relaxed) - before;
    (times.get(times.len() / 2).copied().unwrap_or(0.0), allocations)
}

fn row<A, B>(job: &str, ours: impl FnMut() -> A, other: &str, theirs: impl FnMut() -> B) {
    let (ours, theirs) = (measure(ours), measure(theirs));
    println!(
        "{job:<34} {:>8.0} ns {:>3} alloc   {:>8.0} ns {:>3} alloc   {:>5.2}   {other}",
        ours.0,
        ours.1,
        theirs.0,
        theirs.1,
        theirs.0 / ours.0
    );
}

const KEY: &str = "00112233445566778899AABBCCDDEEFF";
/// In the order in which the gateway's page lists the fields.
const PAYMENT: &str = r#"{"payment_id":"0198a5b2c3d4e5f60718293a4b5c6d7e","token":"4b5c6d7e8f90a1b2c3d4","order_id":"A-1001","amount":25000,"currency":"IQD","description":"Two books","payment_status":"succeeded","transaction_type":"Retail","redirect_url":"https://shop.example/return","webhook_url":"https://shop.example/webhook","approval_code":"871300","rc":"00","rrn":"685587812712","terminal_id":"99999999","created_at":"2026-11-20T14:15:28Z"}"#;

/// The payment as a Rust shop would declare it.
#[derive(Deserialize)]
#[allow(dead_code)] // read by serde, not by us
struct PlainPayment {
    payment_id: String,
    order_id: String,
    amount: f64,
    currency: String,
    payment_status: String,
    transaction_type: String,
    description: String,
    token: String,
    redirect_url: String,
    webhook_url: String,
    approval_code: String,
    rc: String,
    rrn: String,
    terminal_id: String,
    created_at: String,
}

fn prepare_by_hand(key: &Hmac<Sha1>, stamp: (&str, &str)) -> Result<String, serde_json::Error> {
    let fields = [
        ("amount", "240000"),
        ("currency", "IQD"),
        ("order", "771446"),
        ("desc", "Room 12, two nights"),
        ("merch_name", "Books Online Inc."),
        ("merch_url", "www.sample.com"),
        ("merchant", "123456789012345"),
        ("terminal", "99999999"),
        ("email", ""),
        ("trtype", "0"),
        ("country", ""),
        ("merch_gmt", ""),
        ("timestamp", stamp.0),
        ("nonce", stamp.1),
        ("back_ref", "https://shop.example/callback"),
    ];
    let mut source = String::new();
    let mut body = serde_json::Map::new();
    for (name, value) in fields {
        if value.is_empty() {
            source.push('-');
        } else {
            source.push_str(&value.len().to_string());
            source.push_str(value);
            body.insert(name.to_string(), value.into());
        }
    }
    let mac = key.clone().chain_update(source.as_bytes()).finalize().into_bytes();
    body.insert(String::from("p_sign"), hex::encode_upper(mac).into());
    serde_json::to_string(&body)
}

fn main() -> Outcome {
    println!("{:<34} {:<24} {:<24} ratio", "job", "qantara", "by hand");

    let bytes = [0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
    let key = Key::from_bytes(Algorithm::HmacSha1, &bytes);
    let plain: Hmac<Sha1> = Hmac::new_from_slice(&bytes)?;
    for size in [55, 119, 120, 200] {
        let message = vec![b'7'; size];
        row(
            &format!("HMAC-SHA1, kept key, {size} bytes"),
            || key.mac(black_box(&message)),
            "RustCrypto's cloned Hmac",
            || plain.clone().chain_update(black_box(&message)).finalize().into_bytes(),
        );
    }

    let egw = Egw::configure(
        EgwConfiguration::new()
            .environment(Environment::Test)
            .api_key("a key of its own")
            .mac_key(KEY)
            .profile("classic")
            .merchant("123456789012345")
            .terminal("99999999")
            .merch_name("Books Online Inc.")
            .merch_url("www.sample.com"),
    )?;
    let stamp = Stamp::from_text("20261120130000", "F2B2DD7E603A7ADAF2B2DD7E603A7ADA")?;
    let prepare = Prepare::new()
        .order_id("771446")
        .amount("240000")
        .currency("IQD")
        .description("Room 12, two nights")
        .transaction_type("authorization")
        .back_ref("https://shop.example/callback");
    row(
        "prepare: fields to signed call",
        || egw.prepare(black_box(prepare.clone()), &stamp),
        "hmac and serde_json, no checks",
        || prepare_by_hand(&plain, (stamp.timestamp(), stamp.nonce())),
    );

    let gateway = AlQaseh::new(Environment::Test, "public_test", "a secret")?;
    let order = Order::new("A-1001", "25000", "IQD")?;
    let create = CreatePayment::for_order(&order, "Two books", "https://shop.example/return");
    row(
        "create_payment",
        || gateway.create_payment(black_box(create.clone())),
        "serde_json, no checks",
        || {
            serde_json::json!({"order_id": "A-1001", "amount": 25000, "currency": "IQD", "description": "Two books",
                "redirect_url": "https://shop.example/return", "transaction_type": "Retail"})
            .to_string()
        },
    );

    let look = gateway.get_payment("0198a5b2c3d4e5f60718293a4b5c6d7e")?;
    row(
        &format!("parse a payment of {} bytes", PAYMENT.len()),
        || look.parse(200, black_box(PAYMENT.as_bytes())),
        "serde_json into an owned struct",
        || serde_json::from_str::<PlainPayment>(black_box(PAYMENT)),
    );
    let payment = look.parse(200, PAYMENT.as_bytes())?;
    row("settle", || payment.settle(black_box(&order)), "–", || ());
    Ok(())
}

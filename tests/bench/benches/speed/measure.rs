//! The median of many short batches, ours and theirs in turn, so that a busy moment of the machine falls on both.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;
use std::time::Instant;

use serde_json::json;

/// Counts this thread's allocations; growing in place is one, too.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<u64> = const { Cell::new(0) };
}

fn count() {
    ALLOCATIONS.set(ALLOCATIONS.get() + 1);
}

// SAFETY: hands everything to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }
    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as the caller promises.
        unsafe { System.realloc(memory, layout, size) }
    }
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many batches of each, and about how long one takes.
const BATCHES: usize = 400;
const BATCH_NANOSECONDS: f64 = 100_000.0;

/// Runs a job some times over: how many nanoseconds and allocations one takes.
pub type Batch<'a> = Box<dyn FnMut(u32) -> (f64, u64) + 'a>;

/// A job. What it returns is dropped within its time.
pub fn job<'a, T>(mut round: impl FnMut() -> T + 'a) -> Batch<'a> {
    from(|| (), move |()| round())
}

/// A job whose input is made before the time begins.
pub fn from<'a, I, T>(mut make: impl FnMut() -> I + 'a, mut round: impl FnMut(I) -> T + 'a) -> Batch<'a> {
    Box::new(move |rounds| {
        let inputs: Vec<I> = (0..rounds).map(|_| make()).collect();
        let (before, start) = (ALLOCATIONS.get(), Instant::now());
        for input in inputs {
            drop(black_box(round(black_box(input))));
        }
        let nanoseconds = start.elapsed().as_nanos() as f64;
        (nanoseconds / f64::from(rounds), (ALLOCATIONS.get() - before) / u64::from(rounds))
    })
}

/// Measures our job beside others' and prints a line for each of those.
pub fn compare(name: &str, ours: Batch<'_>, theirs: Vec<(&str, Batch<'_>)>) {
    let (against, theirs): (Vec<_>, Vec<_>) = theirs.into_iter().unzip();
    let mut batches: Vec<Batch<'_>> = std::iter::once(ours).chain(theirs).collect();
    let rounds: Vec<u32> = batches.iter_mut().map(|batch| rounds(batch)).collect();
    let mut times = vec![Vec::with_capacity(BATCHES); batches.len()];
    let mut allocations = vec![0; batches.len()];
    for _ in 0..BATCHES {
        for (i, batch) in batches.iter_mut().enumerate() {
            let (nanoseconds, allocated) = batch(rounds[i]);
            times[i].push(nanoseconds);
            allocations[i] = allocated;
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    let line = |against: Option<&str>, theirs: Option<f64>| {
        println!(
            "{}",
            json!({"language": "Rust", "job": name, "against": against, "unit": "ns", "ours": medians[0],
                "theirs": theirs, "allocations": allocations[0]})
        );
    };
    if against.is_empty() {
        line(None, None);
    }
    for (against, theirs) in against.into_iter().zip(&medians[1..]) {
        line(Some(against), Some(*theirs));
    }
}

fn rounds(batch: &mut Batch<'_>) -> u32 {
    batch(50);
    (BATCH_NANOSECONDS / batch(50).0).clamp(1.0, 2_000.0) as u32
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

//! What the demo prints.

use std::io::IsTerminal;

use crate::shop::Shop;

/// How wide a line is, after its first word.
const WIDTH: usize = 100;

/// A line with its first word; what is too long goes on below, after a space or a comma if one is near.
fn line(who: &str, text: &str) {
    let (mut who, mut rest) = (who, text);
    while let Some((end, _)) = rest.char_indices().nth(WIDTH) {
        let (full, _) = rest.split_at(end);
        let space = full.rfind([' ', ',']).map(|at| at + 1).filter(|at| at * 2 > end);
        let (part, below) = rest.split_at(space.unwrap_or(end));
        println!("   {who}{part}");
        (who, rest) = ("         ", below);
    }
    println!("   {who}{rest}");
}

/// Prints the story; with colours where a person watches.
pub struct Transcript {
    colours: bool,
    chapter: usize,
}

impl Transcript {
    /// Colours only on a terminal.
    pub fn new() -> Self {
        Self { colours: std::io::stdout().is_terminal(), chapter: 0 }
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colours { format!("\x1b[{code}m{text}\x1b[0m") } else { String::from(text) }
    }

    /// The headline.
    pub fn title(&self, text: &str) {
        println!("{}\n{}", self.paint("1", text), "─".repeat(text.chars().count()));
    }

    /// What the marks mean.
    pub fn legend(&self) {
        println!(
            "   {} holds, as it should   {} is refused, as it should be",
            self.paint("32", "✓"),
            self.paint("33", "✗")
        );
    }

    /// A chapter.
    pub fn chapter(&mut self, text: &str) {
        self.chapter += 1;
        println!("\n{}", self.paint("1", &format!("{}. {text}", self.chapter)));
    }

    /// Something that happens.
    pub fn say(&self, text: &str) {
        println!("   {text}");
    }

    /// Somebody does something.
    pub fn does(&self, who: &str, text: &str) {
        line(&format!("{who:<9}"), text);
    }

    /// Something that holds, as it should.
    pub fn good(&self, text: &str) {
        line(&self.paint("32", "✓        "), text);
    }

    /// Something that was refused, as it should.
    pub fn refused(&self, text: &str) {
        line(&self.paint("33", "✗        "), text);
    }

    /// The last words; a demo that finds anything else ends before them.
    pub fn end(&self) {
        println!("\n   All {} went as they should.", self.chapter);
        println!("   To pay and forge by hand: cargo run -p qantara-sandbox, then open the address it prints.");
    }

    /// Every order, how it stands, and why.
    pub fn table(&self, shop: &Shop) {
        let mut rows = vec![["order", "gateway", "amount", "outcome", "what proved it"].map(String::from)];
        rows.extend(shop.entries().map(|entry| {
            [
                entry.order.id.clone(),
                String::from(entry.gateway),
                format!("{} {}", entry.order.amount, entry.order.currency),
                entry.outcome.clone(),
                entry.proof.clone(),
            ]
        }));
        let width = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        println!();
        for (i, row) in rows.iter().enumerate() {
            let cells: Vec<String> =
                row.iter().enumerate().map(|(c, cell)| format!("{cell:<width$}", width = width(c))).collect();
            let line = cells.join("  ");
            println!("   {}", if i == 0 { self.paint("1", line.trim_end()) } else { String::from(line.trim_end()) });
            if i == 0 {
                println!("   {}", "─".repeat((0..5).map(width).sum::<usize>() + 8));
            }
        }
    }
}

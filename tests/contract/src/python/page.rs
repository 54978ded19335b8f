//! Python text: lines, docstrings, and calls that may need several lines.

use qantara::record::Field;

/// Python text that grows line by line.
#[derive(Default)]
pub(super) struct Page(pub(super) String);

impl Page {
    pub(super) fn line(&mut self, depth: usize, text: &str) {
        if !text.is_empty() {
            self.0.push_str(&"    ".repeat(depth));
            self.0.push_str(text);
        }
        self.0.push('\n');
    }

    pub(super) fn lines(&mut self, depth: usize, text: &str) {
        for line in text.lines() {
            self.line(depth, line);
        }
    }

    /// A docstring: paragraphs, then a list of names with what each is, then a link.
    pub(super) fn doc(&mut self, depth: usize, about: &[&str], heading: &str, names: &[&Field], page: &str) {
        let mut text: Vec<String> = paragraphs(about).iter().flat_map(|part| wrapped(part, depth, "", "")).collect();
        if !names.is_empty() {
            text.push(String::new());
            text.push(format!("{heading}:"));
            for field in names {
                let first = format!("    {}: ", field.name);
                text.extend(wrapped(&paragraphs(field.doc).join(" "), depth, &first, "        "));
            }
        }
        if !page.is_empty() {
            text.push(String::new());
            text.push(page.to_owned());
        }
        if let [only] = text.as_slice()
            && !only.ends_with('"')
        {
            return self.line(depth, &format!("\"\"\"{only}\"\"\""));
        }
        for (i, line) in text.iter().enumerate() {
            let quotes = if i == 0 { "\"\"\"" } else { "" };
            self.line(depth, &format!("{quotes}{line}"));
        }
        self.line(depth, "\"\"\"");
    }

    /// A call whose arguments may need several lines.
    pub(super) fn call(&mut self, depth: usize, before: &str, items: &[String], after: &str) {
        let single = format!("{before}{}{after}", items.join(", "));
        if single.len() + 4 * depth <= 110 {
            return self.line(depth, &single);
        }
        self.line(depth, before);
        let mut row = String::new();
        for item in items {
            if row.len() + item.len() + 4 * depth > 100 {
                self.line(depth + 1, row.trim_end());
                row.clear();
            }
            row.push_str(item);
            row.push_str(", ");
        }
        self.line(depth + 1, row.trim_end());
        self.line(depth, after);
    }
}

/// Documentation as paragraphs, without the space after `///`, with an empty one between two.
fn paragraphs(doc: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    for line in doc.iter().map(|line| line.trim()) {
        match out.last_mut() {
            Some(last) if !line.is_empty() && !last.is_empty() => {
                last.push(' ');
                last.push_str(line);
            }
            Some(last) if !line.is_empty() => last.push_str(line),
            _ => out.extend([String::new(), String::new()]),
        }
    }
    out
}

fn wrapped(text: &str, depth: usize, first: &str, next: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_begun = false;
    for word in text.replace('\\', "\\\\").split_whitespace() {
        if is_begun && line.len() + word.len() + 4 * depth > 100 {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
        } else if is_begun {
            line.push(' ');
        }
        line.push_str(word);
        is_begun = true;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// A list of exported names, sorted, each once.
pub(super) fn export(page: &mut Page, mut names: Vec<String>) {
    names.sort();
    names.dedup();
    page.lines(0, "\n\n__all__: list[str] = [");
    for name in names {
        page.line(1, &format!("\"{name}\","));
    }
    page.line(0, "]");
}

//! Where questions and answers lie while they cross.

/// What is kept between calls. One long text must not hold its memory for good.
const KEPT: usize = 64 * 1024;

/// The place that JavaScript writes the question to and reads the answer from.
pub(crate) struct Desk {
    question: Vec<u8>,
    answer: String,
}

impl Desk {
    pub(crate) const fn new() -> Self {
        Self { question: Vec::new(), answer: String::new() }
    }

    /// Room for at least `bytes`, and for [`KEPT`].
    pub(crate) fn room(&mut self, bytes: usize) -> *mut u8 {
        let wanted = bytes.max(KEPT);
        if self.question.len() != wanted {
            // Exactly as much as is needed, and nothing copied: the old text is of no use.
            self.question = vec![0; wanted];
        }
        self.question.as_mut_ptr()
    }

    /// Hands the question to `work`, and says how long its answer is. One longer than the desk, which
    /// JavaScript cannot have sent, is empty.
    pub(crate) fn exchange(&mut self, length: usize, work: impl FnOnce(&[u8], &mut String)) -> usize {
        if self.answer.capacity() > KEPT {
            self.answer = String::new();
        }
        self.answer.clear();
        let written = self.question.get_mut(..length).unwrap_or_default();
        work(written, &mut self.answer);
        // Questions carry credentials, and this memory is readable from JavaScript.
        written.fill(0);
        self.answer.len()
    }

    pub(crate) fn answer(&self) -> *const u8 {
        self.answer.as_ptr()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk_with(text: &[u8]) -> Desk {
        let mut desk = Desk::new();
        desk.room(text.len());
        for (place, byte) in desk.question.iter_mut().zip(text) {
            *place = *byte;
        }
        desk
    }

    fn echo(text: &[u8], length: usize) -> (String, Desk) {
        let mut desk = desk_with(text);
        let said = desk.exchange(length, |question, out| out.push_str(str::from_utf8(question).unwrap_or("?")));
        assert_eq!(said, desk.answer.len());
        (desk.answer.clone(), desk)
    }

    #[test]
    fn the_question_is_as_long_as_was_said() {
        assert_eq!(echo("echo\nتجربة\nb".as_bytes(), 16).0, "echo\nتجربة\n");
        assert_eq!(echo(b"echo", KEPT + 1).0, "");
    }

    #[test]
    fn the_question_is_wiped_and_long_texts_are_given_back() {
        let long = vec![b'\n'; 3 * KEPT];
        let (_, mut desk) = echo(&long, long.len());
        assert!(desk.question.iter().all(|byte| *byte == 0));
        assert!(desk.answer.capacity() > KEPT);
        desk.room(1);
        desk.exchange(1, |_, _| {});
        assert_eq!(desk.question.capacity(), KEPT);
        assert!(desk.answer.capacity() <= KEPT);
    }
}

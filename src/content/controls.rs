//! Invisible controls that were pasted into a file and turn round what stands after them: reported, each at its
//! place. warraq isolates by itself, so nobody needs them.

use super::Source;
use crate::arabic::bidi::{Fault, faulty_controls};
use crate::diagnostic::{Diagnostic, Span};

/// What is wrong with the controls in a file.
pub(crate) fn problems(source: &Source) -> Vec<Diagnostic> {
    let faults = faulty_controls(source.text()).into_iter();
    let problems = faults.map(|(range, fault)| {
        let control = source.text()[range.clone()].chars().next();
        let code = control.map_or(0, u32::from);
        let message = match fault {
            Fault::Overrides => {
                format!("the invisible character U+{code:04X} turns the text after it round")
            }
            Fault::Unclosed => {
                format!("the invisible character U+{code:04X} is not closed in its line")
            }
            Fault::Unopened => {
                format!("the invisible character U+{code:04X} closes what its line did not open")
            }
        };
        Diagnostic::error("E109", message)
            .at(Span::new(source.path(), range))
            .hint("take it out: it came with copied text, and Latin words are isolated without it")
    });
    problems.collect()
}

//! Values of site.toml, in whatever notation.

use super::{File, Table};
use crate::path::SourcePath;
use crate::source::parse_toml;

#[test]
fn a_number_is_the_same_in_every_notation() {
    for written in ["16", "+16", "1_6", "0x10", "0x1_0", "0o20", "0b10000"] {
        let (path, text) = (SourcePath::new("site.toml"), format!("n = {written}"));
        let toml = parse_toml(&path, &text, 0);
        let (root, problems) = (toml.table, toml.diagnostics);
        assert_eq!(problems, [], "{written}");
        let mut file = File {
            unread: std::collections::BTreeSet::default(),
            guessed: 0,
            path: &path,
            text: &text,
            theme: None,
            diagnostics: problems,
        };
        let read = Table::new("", root.get_ref(), 0..0).int(&mut file, "n");
        assert_eq!(read.map(|number| number.value), Some(16), "{written}");
    }
}

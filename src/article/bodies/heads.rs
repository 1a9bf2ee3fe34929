//! The words that head names of bodies, from the table.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::arabic::search::fold;
use crate::article::lexicon::rows;

/// What is true of a head; the names of the flags are explained in the table.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the flags of a table")]
pub(super) struct Head {
    pub(super) multi: bool,
    pub(super) local: bool,
    pub(super) vague: bool,
    pub(super) law: bool,
    pub(super) person: bool,
    pub(super) named: bool,
    pub(super) cause: bool,
    pub(super) acts: bool,
    pub(super) seated: bool,
    pub(super) placed: bool,
    pub(super) placeless: bool,
    pub(super) long: bool,
    pub(super) run: bool,
    pub(super) held: bool,
    pub(super) only: Vec<String>,
}

pub(super) static HEADS: LazyLock<BTreeMap<String, Head>> = LazyLock::new(|| {
    let rows = rows(include_str!("../bodies.tsv")).filter_map(|row| row.split_once('\t'));
    let heads = rows.map(|(word, flags)| {
        let flags: Vec<&str> = flags.split(' ').collect();
        let has = |flag| flags.contains(&flag);
        let only = flags.iter().find_map(|flag| flag.strip_prefix("only:"));
        let only = only.map_or(Vec::new(), |only| only.split(',').map(fold).collect());
        let head = Head {
            multi: has("multi"),
            local: has("local"),
            vague: has("vague"),
            law: has("law"),
            person: has("person"),
            named: has("named"),
            cause: has("cause"),
            acts: has("acts"),
            seated: has("seated"),
            placed: has("placed"),
            placeless: has("placeless"),
            long: has("long"),
            run: has("run"),
            held: has("held"),
            only,
        };
        (fold(word), head)
    });
    heads.collect()
});

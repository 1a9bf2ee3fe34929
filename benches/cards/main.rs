//! Makes the cards of the repository's own site and prints what one costs: to judge, to draw and pack, to build all of them.
//!
//! ```text
//! cargo bench --bench cards         # 5 rounds
//! cargo bench --bench cards -- 20   # 20 rounds
//! ```
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark is an edge of its own"
)]
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot run has nothing to report"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use warraq::output::Bytes;
use warraq::pipeline::{self, Build, Options};
use warraq::source::load;

fn main() {
    let rounds = std::env::args().find_map(|argument| argument.parse().ok());
    let rounds: usize = rounds.unwrap_or(5);
    let with_cards = load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let without_cards = with_cards.iter().map(|source| {
        let text = source
            .text()
            .replace("[cards]\ntemplate", "[extra.cards]\ntemplate");
        match source.path().as_str() {
            "site.toml" => warraq::source::Source::new(source.path().clone(), text.into_bytes()),
            // Pages say that they have no card.
            _ => source.clone(),
        }
    });
    let without_cards = without_cards.collect();
    let build = |snapshot| pipeline::run(snapshot, &Options::default());
    let one = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    let (mut plain, mut judged, mut drawn, mut sizes) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        plain.push(one.install(|| timed(|| build(&without_cards)).1));
        let (built, time) = one.install(|| timed(|| build(&with_cards)));
        judged.push(time);
        let cards = cards(&built);
        sizes = cards.iter().map(|_| 0).collect();
        drawn.push(
            timed(|| {
                for (size, card) in sizes.iter_mut().zip(&cards) {
                    *size = card.size();
                }
            })
            .1,
        );
    }
    let count = sizes.len();
    let each =
        |time: Duration| time.as_secs_f64() * 1000.0 / f64::from(u32::try_from(count).unwrap());
    let (plain, judged, drawn) = (median(plain), median(judged), median(drawn));
    println!("{count} cards, {rounds} rounds, one thread, medians");
    println!(
        "rendered and judged  {:8.3} ms a card",
        each(judged.saturating_sub(plain))
    );
    println!("drawn and packed     {:8.3} ms a card", each(drawn));
    println!(
        "size                 {:8} bytes in the middle, {} at most",
        median(sizes.clone()),
        sizes.iter().max().unwrap()
    );
}

fn cards(build: &Build) -> Vec<Bytes> {
    let output = build.output.as_ref().expect("the site has problems");
    let cards = output
        .iter()
        .filter(|(path, _)| path.as_str().starts_with("cards/"));
    cards.map(|(_, bytes)| bytes.clone()).collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort();
    values[values.len() / 2]
}

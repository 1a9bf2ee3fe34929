//! Which paragraph of a new edition is which of the old one: those that say the same, and between them those that share enough
//! words, in their order.

use std::collections::{BTreeMap, BTreeSet};

/// How much two paragraphs have to share to be one: the part of their words.
const ENOUGH: f64 = 0.45;

/// The most pairs that are compared by their words. In longer stretches, only paragraphs that say the same are found.
const MOST: usize = 40_000;

/// Pairs of positions. What stands in another order is a pair only where it says the same.
pub(super) fn aligned(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let mut pairs = in_order(old, new);
    let (olds, news): (BTreeSet<usize>, BTreeSet<usize>) = pairs.iter().copied().unzip();
    let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in (0..new.len()).rev().filter(|at| !news.contains(at)) {
        free.entry(new[at]).or_default().push(at);
    }
    for at in (0..old.len()).filter(|at| !olds.contains(at)) {
        let to = free.get_mut(old[at]).and_then(Vec::pop);
        pairs.extend(to.map(|to| (at, to)));
    }
    pairs
}

/// Pairs of positions, in rising order on both sides.
fn in_order(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let start = old
        .iter()
        .zip(new)
        .take_while(|(old, new)| old == new)
        .count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (old_middle, new_middle) = (
        &old_rest[..old_rest.len() - end],
        &new_rest[..new_rest.len() - end],
    );
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    pairs.extend(
        best(old_middle, new_middle)
            .into_iter()
            .map(|(old, new)| (old + start, new + start)),
    );
    pairs.extend((0..end).map(|at| (old.len() - end + at, new.len() - end + at)));
    pairs
}

/// The pairs that share most, by dynamic programming.
fn best(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let by_words = old.len().saturating_mul(new.len()) <= MOST;
    let sets = |texts: &[&str]| -> Vec<BTreeSet<String>> {
        texts.iter().map(|text| words(text).collect()).collect()
    };
    let (old_words, new_words) = if by_words {
        (sets(old), sets(new))
    } else {
        (Vec::new(), Vec::new())
    };
    let alike = |at: usize, to: usize| {
        if old[at] == new[to] {
            return 1.0;
        }
        match (old_words.get(at), new_words.get(to)) {
            (Some(one), Some(other)) => Some(share(one, other))
                .filter(|share| *share >= ENOUGH)
                .unwrap_or(0.0),
            _ => 0.0,
        }
    };
    let width = new.len() + 1;
    let mut scores = vec![0.0_f64; (old.len() + 1) * width];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            let paired = alike(at, to);
            let with = if paired > 0.0 {
                paired + scores[(at + 1) * width + to + 1]
            } else {
                0.0
            };
            scores[at * width + to] = with
                .max(scores[(at + 1) * width + to])
                .max(scores[at * width + to + 1]);
        }
    }
    let (mut at, mut to, mut pairs) = (0, 0, Vec::new());
    while at < old.len() && to < new.len() {
        let here = scores[at * width + to];
        if here <= scores[(at + 1) * width + to] {
            at += 1;
        } else if here <= scores[at * width + to + 1] {
            to += 1;
        } else {
            pairs.push((at, to));
            at += 1;
            to += 1;
        }
    }
    pairs
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric();
    text.split(move |c| !is_part(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

fn share(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    let all = count(one.len() + other.len());
    if all > 0.0 {
        2.0 * count(one.intersection(other).count()) / all
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn paragraphs_are_found_again() {
        let old = ["a b c d e", "f g h i j", "k l m n o", "p q r s t"];
        for (new, pairs) in [
            (
                vec!["a b c d e", "f g h i j", "k l m n o", "p q r s t"],
                vec![(0, 0), (1, 1), (2, 2), (3, 3)],
            ),
            (
                vec!["x y z", "a b c d e", "f g h i j", "k l m n o", "p q r s t"],
                vec![(0, 1), (1, 2), (2, 3), (3, 4)],
            ),
            (
                vec!["a b c d e", "k l m n o", "p q r s t"],
                vec![(0, 0), (2, 1), (3, 2)],
            ),
            (
                vec!["a b c d x", "f g h i j", "1 2 3", "p q r s t"],
                vec![(0, 0), (1, 1), (3, 3)],
            ),
            (
                vec!["f g h i j", "p q r s t", "k l m n o", "a b c d e"],
                vec![(1, 0), (3, 1), (0, 3), (2, 2)],
            ),
            (vec!["x", "y"], vec![]),
            (vec![], vec![]),
        ] {
            assert_eq!(aligned(&old, &new), pairs, "{new:?}");
        }
    }
}

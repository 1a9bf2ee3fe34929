//! Digests are read back, and no two values share one.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A value of any structure.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Absent,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
    Part(Digest),
    List(Vec<Value>),
}

impl StableHash for Value {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        match self {
            Self::Absent => hasher.absent(),
            Self::Number(number) => hasher.number(*number),
            Self::Text(text) => hasher.text(text),
            Self::Bytes(bytes) => hasher.bytes(bytes),
            Self::Part(digest) => hasher.part(*digest),
            Self::List(items) => hasher.write(items),
        }
    }
}

impl Value {
    /// Reads a value back from the beginning of what was written.
    fn read(written: &mut &[u8]) -> Self {
        match take(written, 1) {
            b"-" => Self::Absent,
            b"n" => Self::Number(i64::from_le_bytes(take(written, 8).try_into().unwrap())),
            b"p" => Self::Part(Digest(take(written, 32).try_into().unwrap())),
            kind => {
                let length = u64::from_le_bytes(take(written, 8).try_into().unwrap());
                let length = usize::try_from(length).unwrap();
                match kind {
                    b"t" => Self::Text(str::from_utf8(take(written, length)).unwrap().into()),
                    b"b" => Self::Bytes(take(written, length).to_vec()),
                    b"l" => Self::List((0..length).map(|_| Self::read(written)).collect()),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

fn take<'a>(written: &mut &'a [u8], length: usize) -> &'a [u8] {
    written.split_off(..length).unwrap()
}

fn values() -> impl Strategy<Value = Value> {
    // Texts and bytes of what records are written with: kinds, and the bytes of lengths.
    let letters = prop::sample::select(&b"-nptbl\x00\x01\x02"[..]);
    let leaf = prop_oneof![
        Just(Value::Absent),
        prop_oneof![-2..3i64, any::<i64>()].prop_map(Value::Number),
        "[-nptbl\\x00\\x01أ]{0,3}".prop_map(Value::Text),
        vec(letters, 0..12).prop_map(Value::Bytes),
        any::<[u8; 32]>().prop_map(|bytes| Value::Part(Digest(bytes))),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| vec(inner, 0..4).prop_map(Value::List))
}

proptest! {
    /// What can be read back was written like nothing else.
    #[test]
    fn no_two_sequences_of_values_are_written_alike(values in vec(values(), 0..4)) {
        let mut hasher = StableHasher::default();
        for value in &values {
            hasher.write(value);
        }
        let mut written = &hasher.0[..];
        let mut read = Vec::new();
        while !written.is_empty() {
            read.push(Value::read(&mut written));
        }
        prop_assert_eq!(read, values);
    }

    #[test]
    fn a_digest_is_read_as_it_was_written(bytes: [u8; 32]) {
        let digest = Digest(bytes);
        prop_assert_eq!(digest.to_string().parse(), Ok(digest));
        let json = serde_json::to_vec(&digest).unwrap();
        prop_assert_eq!(serde_json::from_slice::<Digest>(&json).unwrap(), digest);
        // Neither a reader nor an escape lends its text.
        prop_assert_eq!(serde_json::from_reader::<_, Digest>(&json[..]).unwrap(), digest);
    }
}

#[test]
fn what_could_run_together_does_not() {
    let texts = |texts: &[&str]| Digest::of_value(texts);
    let digests = [
        StableHasher::default().digest(),
        Digest::of_value(""),
        Digest::of_value("أب"),
        texts(&[]),
        texts(&[""]),
        texts(&["أب"]),
        texts(&["أ", "ب"]),
        texts(&["أ", "ب", ""]),
        Digest::of_value(&("أ", "ب")),
        Digest::of_value(&[vec!["أ", "ب"], vec![]]),
        Digest::of_value(&[vec!["أ"], vec!["ب"]]),
        Digest::of_value(&None::<&str>),
        Digest::of_value(&Some(None::<&str>)),
        Digest::of_value(&false),
        Digest::of_value(&1_u16),
        Digest::of_value(&(1..=2_u32)),
        Digest::of_value(&Digest::of(b"")),
        Digest::of_value(&BTreeMap::from([("أ", "ب")])),
    ];
    for (at, digest) in digests.iter().enumerate() {
        let same = digests.iter().position(|other| other == digest);
        assert_eq!(same, Some(at));
    }
}

#[test]
fn values_are_hashed_alike_for_good() {
    // Manifests keep digests: another one here makes every lazy file anew.
    assert_eq!(
        Digest::of_value(&("warraq", 1_u32, Some([true]), None::<&str>)).to_string(),
        "b1796388be7566384972f274733817d92bab4442da9be3dbef2f6ce5b0ca182f"
    );
    let empty = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
    assert_eq!(Digest::of(b"").to_string(), empty);
    assert_eq!(format!("{:.8}", Digest::of(b"")), empty[..8]);
}

#[test]
fn what_is_no_digest_is_refused() {
    let digits = Digest::of(b"").to_string();
    for text in [
        "",
        &digits[1..],
        &format!("{digits}0"),
        &digits.replace('a', "g"),
    ] {
        assert_eq!(text.parse::<Digest>(), Err(ParseDigestError), "{text}");
    }
}

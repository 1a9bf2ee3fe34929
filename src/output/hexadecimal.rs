//! Digests as manifests write them: 64 hexadecimal digits.

use blake3::Hash;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

pub(crate) fn serialize<S: Serializer>(hash: &Hash, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&hash.to_hex())
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Hash, D::Error> {
    let text = <&str>::deserialize(from)?;
    Hash::from_hex(text).map_err(D::Error::custom)
}

/// Digests that may be absent.
pub(crate) mod optional {
    use blake3::Hash;
    use serde::{Deserialize, Deserializer, Serializer};

    #[derive(Deserialize)]
    struct Hexadecimal(#[serde(with = "super")] Hash);

    // serde hands over a reference to the field.
    #[expect(clippy::ref_option, reason = "the signature is serde's")]
    pub(crate) fn serialize<S: Serializer>(hash: &Option<Hash>, to: S) -> Result<S::Ok, S::Error> {
        match hash {
            Some(hash) => super::serialize(hash, to),
            None => to.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Hash>, D::Error> {
        let hash = Option::<Hexadecimal>::deserialize(from)?;
        Ok(hash.map(|Hexadecimal(hash)| hash))
    }
}

//! A file's bytes become the same bytes in a content coding, made when somebody first looks at them.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use crate::config::Encoding;
use crate::digest::Digest;
use crate::media_type::MediaType;
use crate::output::Bytes;

/// The least that is encoded, in bytes. A smaller file fits into one packet of the network with its headers as it is.
/// Texts of this size always come out smaller.
const LEAST: u64 = 1024;

/// The quality of Brotli, of 0 to 11: files are encoded once and sent often.
const QUALITY: i32 = 11;

/// Whether encoding a file pays, which its kind and its size tell without doing it. What is made late is not made for
/// this question: it is taken to be large. What stays on the disk is no text, whatever it is called.
pub(super) fn pays(media_type: MediaType, bytes: &Bytes) -> bool {
    media_type.is_text()
        && bytes.on_disk().is_none()
        && (bytes.input_digest().is_some() || bytes.size() >= LEAST)
}

/// The bytes in a content coding. The same bytes are encoded alike, and known to be alike without encoding them.
pub(super) fn encode(bytes: &Bytes, encoding: Encoding) -> Bytes {
    let of = bytes.input_digest().unwrap_or_else(|| bytes.digest());
    let made_of = Digest::of_value(&(encoding.name(), of));
    let bytes = bytes.clone();
    Bytes::lazy(made_of, move || {
        let bytes = bytes.as_slice().unwrap_or_default();
        match encoding {
            Encoding::Brotli => brotli(bytes),
            Encoding::Gzip => gzip(bytes),
        }
    })
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut encoded = Vec::new();
    let written = brotli::BrotliCompress(&mut &*bytes, &mut encoded, &parameters);
    written.expect("memory takes what is written to it");
    encoded
}

/// Without a name and a time in the header, so that the same bytes give the same bytes.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("memory takes what is written to it")
}

#[cfg(test)]
mod tests {
    use crate::path::OutputPath;
    use std::io::Read as _;

    use super::*;

    fn text() -> Bytes {
        "تجمع الكراريس وتخاط، ثم تجلد. ".repeat(40).into()
    }

    #[test]
    fn what_is_encoded_is_smaller_and_can_be_read_again() {
        let text = text();
        let text_bytes = text.as_slice().unwrap();
        let mut read = Vec::new();
        let packed = encode(&text, Encoding::Brotli);
        brotli::BrotliDecompress(&mut packed.as_slice().unwrap(), &mut read).unwrap();
        assert_eq!(read, text_bytes);
        assert!(packed.size() < text.size());

        let packed = encode(&text, Encoding::Gzip);
        let mut read = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(packed.as_slice().unwrap());
        decoder.read_to_end(&mut read).unwrap();
        assert_eq!(read, text_bytes);
        assert_eq!(
            packed.as_slice().unwrap()[4..8],
            [0; 4],
            "the time of making"
        );
    }

    #[test]
    fn bytes_stand_for_themselves_before_they_are_encoded() {
        let one = encode(&text(), Encoding::Brotli);
        assert_eq!(
            one.input_digest(),
            encode(&text(), Encoding::Brotli).input_digest()
        );
        assert_ne!(
            one.input_digest(),
            encode(&text(), Encoding::Gzip).input_digest()
        );
        assert_ne!(
            one.input_digest(),
            encode(&Bytes::default(), Encoding::Brotli).input_digest()
        );
        assert_eq!(format!("{one:?}"), "Bytes(not made yet)");
    }

    #[test]
    fn kind_and_size_say_whether_it_pays() {
        let of = |name| MediaType::by_name(&OutputPath::new(name).unwrap()).unwrap();
        let late = Bytes::lazy(Digest::of(b""), || panic!("made for a question"));
        assert!(pays(of("a.html"), &text()));
        assert!(pays(of("a.json"), &late));
        assert!(!pays(of("a.woff2"), &late));
        assert!(!pays(of("a.png"), &text()));
        assert!(!pays(
            of("a.html"),
            &vec![b'a'; usize::try_from(LEAST).unwrap() - 1].into()
        ));
    }
}

//! Where an address that is left leads to, as a host tells it in `Location` (RFC 9110, section 10.2.2).

use crate::config::Config;
use crate::path::encode;

/// The value of `Location`: for the site's own pages a path from the root of the host, where the site is at that root, and a
/// URL where it is below a folder that the host does not know of.
pub(super) fn of(to: &str, config: &Config) -> String {
    if !to.starts_with('/') {
        ascii(to)
    } else if config.base_path() == "/" {
        encode(to).into_owned()
    } else {
        ascii(&config.absolute(to))
    }
}

/// A URL with what may not stand in one percent-encoded (RFC 3987, section 3.1), and all else left as it was written.
fn ascii(url: &str) -> String {
    let stays = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    let bytes = url.bytes().map(|byte| match byte {
        byte if stays(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_of_others_keep_what_they_ask() {
        let url = "https://a.example/%20?q=1&b=$c#d";
        assert_eq!(ascii(url), url);
        assert_eq!(
            ascii("https://a.example/فا س"),
            "https://a.example/%D9%81%D8%A7%20%D8%B3"
        );
    }
}

//! The three kinds of path, so that they cannot be confused: where text is read (`SourcePath`), where a
//! reader finds a page (`UrlPath`) and where its bytes are published (`OutputPath`).
//! Nothing here touches a disk.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::arabic;
use crate::locale::{Text, text};

/// A file of the site, relative to the site's root, with `/` between components.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// A path already relative to the root and separated by `/`. It is kept in NFC, as all text is: some systems and archives
    /// name files in NFD.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(arabic::nfc(path).into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file name without its last extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The last extension, without its dot.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map(|(_, extension)| extension)
    }

    /// Whether it has this last extension, in upper or lower case.
    #[must_use]
    pub fn has_extension(&self, extension: &str) -> bool {
        self.extension()
            .is_some_and(|own| own.eq_ignore_ascii_case(extension))
    }

    /// What follows `folder/`, when the file lies below that folder.
    #[must_use]
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A page's address from the root of the site: `/`, `/books/bukhala/`, `/404.html`. Not percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct UrlPath(Arc<str>);

impl UrlPath {
    /// Where the page is that hosts serve for what does not exist, in the folder of the site or of a language.
    pub const NOT_FOUND: &str = "/404.html";

    /// The root of the site.
    #[must_use]
    pub fn root() -> Self {
        Self("/".into())
    }

    /// An address; it must start with `/` and name a path that can be published. It may be written percent-encoded.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn new(address: &str) -> Result<Self, Text> {
        if !address.starts_with('/') {
            return Err(text!("address-without-slash", address));
        }
        let address = decode(address);
        let address = arabic::nfc(&address);
        if let Some(odd) = address.chars().find(|c| "#?%".contains(*c)) {
            let odd = odd.to_string();
            return Err(text!("address-with-sign", odd, address));
        }
        let url = Self(address.as_ref().into());
        OutputPath::new(&url.file())?;
        Ok(url)
    }

    /// An address that a page can have: one whose file every host serves as HTML.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn of_page(address: &str) -> Result<Self, Text> {
        let url = Self::new(address)?;
        if url.output().extension() == Some("html") {
            Ok(url)
        } else {
            Err(text!("address-of-no-page", address))
        }
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file a static host serves for this address, relative to the output folder.
    fn file(&self) -> String {
        let path = &self.0[1..];
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }

    /// The file a static host serves for this address.
    #[must_use]
    pub fn output(&self) -> OutputPath {
        OutputPath(self.file().into())
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of the published site, relative to the output folder, with `/` between components.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct OutputPath(Arc<str>);

impl TryFrom<String> for OutputPath {
    type Error = Text;

    fn try_from(path: String) -> Result<Self, Text> {
        Self::new(&path)
    }
}

/// Names that Windows reserves for devices, in any folder and with any extension
/// (Microsoft, "Naming Files, Paths, and Namespaces").
const DEVICE_NAMES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The longest file name that common file systems take, in bytes.
const LONGEST_NAME: usize = 255;

impl OutputPath {
    /// A path that stays inside the output folder and that every common file system can hold.
    ///
    /// # Errors
    /// What is wrong with the path.
    pub fn new(path: &str) -> Result<Self, Text> {
        if path.is_empty() {
            return Err(text!("path-empty"));
        }
        for name in path.split('/') {
            if let Some(problem) = problem_with(name) {
                return Err(text!("path-unpublishable", path, reason = problem));
            }
        }
        Ok(Self(path.into()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the last dot of the file's name.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map(|(_, extension)| extension)
    }

    /// The address at which a static host serves this file.
    #[must_use]
    pub fn url(&self) -> UrlPath {
        let path = self
            .0
            .strip_suffix("index.html")
            .filter(|rest| rest.is_empty() || rest.ends_with('/'))
            .unwrap_or(&self.0);
        UrlPath(format!("/{path}").into())
    }

    /// Two paths with the same key are one file on a file system that ignores case or normalises Unicode, or one name
    /// to a reader who leaves out vowel signs.
    #[must_use]
    pub fn collision_key(&self) -> String {
        arabic::bare(&self.0)
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn problem_with(name: &str) -> Option<Text> {
    let device = name.split('.').next().unwrap_or_default();
    if name.is_empty() {
        Some(text!("name-empty"))
    } else if name == "." || name == ".." {
        Some(text!("name-leaves-folder", name))
    } else if name == ".warraq" {
        Some(text!("name-of-state"))
    } else if name.len() > LONGEST_NAME {
        Some(text!("name-too-long", limit = LONGEST_NAME))
    } else if let Some(odd) = name
        .chars()
        .find(|c| c.is_control() || r#"\:*?"<>|#"#.contains(*c))
    {
        Some(text!("name-with-sign", odd = format!("{odd:?}")))
    } else if name.ends_with(['.', ' ']) {
        Some(text!("name-with-bad-end", name))
    } else if DEVICE_NAMES.iter().any(|d| device.eq_ignore_ascii_case(d)) {
        Some(text!("name-of-device", name))
    } else {
        None
    }
}

/// Percent-encodes, as UTF-8, what may not stand in the path of a URL or its fragment (RFC 3986, sections 3.3
/// and 3.5; RFC 3987, section 3.1).
#[must_use]
pub fn encode(path: &str) -> Cow<'_, str> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    // As a pattern: a search in so short a list takes longer than all the rest.
    #[rustfmt::skip]
    let stays = |byte: u8| matches!(
        byte,
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'('
            | b')' | b'*' | b'+' | b',' | b';' | b'=' | b':' | b'@' | b'/' | b'#'
    );
    if path.bytes().all(stays) {
        return path.into();
    }
    let mut out = String::with_capacity(path.len() * 3);
    for byte in path.bytes() {
        if stays(byte) {
            out.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
            out.push('%');
            out.extend(digits.map(char::from));
        }
    }
    out.into()
}

/// What stands between the fragment of an address and its directive, which browsers keep for themselves
/// (WICG, URL Fragment Text Directives).
pub const DIRECTIVE: &str = ":~:";

/// Percent-encodes words for a directive: besides what [`encode`] does, the signs that part one.
#[must_use]
pub fn encode_words(words: &str) -> String {
    let signs = [('-', "%2D"), (',', "%2C"), ('&', "%26"), ('#', "%23")];
    let encoded = encode(words).into_owned();
    let replace = |text: String, (sign, code): (char, &str)| text.replace(sign, code);
    signs.into_iter().fold(encoded, replace)
}

/// The directive that makes a browser look for some texts, scroll to the first and mark them all. Nothing without texts.
#[must_use]
pub fn directive(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<_> = texts.collect();
    if texts.is_empty() {
        return String::new();
    }
    format!("{DIRECTIVE}text={}", texts.join("&text="))
}

/// Undoes [`encode`]. Bytes that are not UTF-8 afterwards leave the text as it was.
#[must_use]
pub fn decode(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return path.into();
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(hex.unwrap_or(*first));
        rest = if hex.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).map_or_else(|_| path.into(), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_the_folder_or_that_a_file_system_refuses_are_no_output() {
        let long = "a".repeat(256);
        let paths = [
            "", "..", "a/../b", "a//b", "/a", "a\0b", "a\\b", "aux.html", "a/NUL", "a.", "a ",
            "a#b",
        ];
        for path in paths.iter().chain(&[".warraq/lock", &long]) {
            assert!(OutputPath::new(path).is_err(), "{path:?}");
        }
        for path in [
            "index.html",
            "مدن/فاس/index.html",
            ".well-known/security.txt",
            "console.html",
        ] {
            assert!(OutputPath::new(path).is_ok(), "{path:?}");
        }
    }

    #[test]
    fn addresses_and_files_belong_to_each_other() {
        for (address, file) in [
            ("/", "index.html"),
            ("/a/", "a/index.html"),
            ("/404.html", "404.html"),
        ] {
            let output = UrlPath::new(address).unwrap().output();
            assert_eq!(output.as_str(), file);
            assert_eq!(output.url().as_str(), address);
        }
        assert!(UrlPath::new("a/").is_err());
        assert!(UrlPath::new("/a?b").is_err());
        assert!(UrlPath::of_page("/a/").is_ok() && UrlPath::of_page("/a.html").is_ok());
        assert!(UrlPath::of_page("/a").is_err() && UrlPath::of_page("/a.pdf").is_err());
    }

    #[test]
    fn percent_encoding_is_undone() {
        let path = "/مدن/a b%";
        assert_eq!(decode(&encode(path)), path);
        assert_eq!(encode("/a-b/#p4"), "/a-b/#p4");
        assert_eq!(decode("%FF"), "%FF");
    }

    #[test]
    fn names_that_a_file_system_or_a_reader_may_confuse_share_a_key() {
        let key = |path: &str| OutputPath::new(path).unwrap().collision_key();
        assert_eq!(key("A/\u{622}"), key("a/\u{627}\u{653}"));
        assert_eq!(key("مُحَمَّد"), key("مـحـمد"));
        assert_ne!(key("أمل"), key("امل"), "another letter, another name");
    }
}

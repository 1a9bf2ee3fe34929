//! One walk over a finished page: links handed out for rewriting, ids collected, white space folded.
//! Knows tags and attributes, nothing of sites.

use crate::html::{Addresses, Attribute, Tag, VOID, decode, end_of_raw_text};

/// The elements whose text is copied as it stands.
const COPIED: [&str; 2] = ["script", "style"];

/// The elements whose white space shows.
const PREFORMATTED: [&str; 2] = ["pre", "textarea"];

/// What a walk collects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Walked {
    /// The page as it will be published.
    pub(super) html: Vec<u8>,
    /// The ids in it, in order.
    pub(super) ids: Vec<String>,
}

/// Walks over `page` and writes the result into `buffer`, whatever was there before. `rewrite` is given each
/// address and answers with what to print instead.
pub(super) fn walk(
    page: &str,
    mut buffer: Vec<u8>,
    mut rewrite: impl FnMut(&str) -> Option<String>,
) -> Walked {
    buffer.clear();
    buffer.reserve(page.len());
    let mut walked = Walked {
        html: buffer,
        ids: Vec::new(),
    };
    let mut rest = page;
    let mut preformatted = 0_usize;
    while let Some(at) = rest.find('<') {
        push_text(&mut walked.html, &rest.as_bytes()[..at], preformatted > 0);
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        let tag = Tag::first(rest);
        rest = &rest[tag.text.len()..];
        // The end of an element, a `<` of a text, or a tag that breaks off.
        if tag.name.is_empty() || !tag.text.ends_with('>') {
            if PREFORMATTED.iter().any(|name| closes(tag.text, name)) {
                preformatted = preformatted.saturating_sub(1);
            }
            walked.html.extend_from_slice(tag.text.as_bytes());
            continue;
        }
        push_tag(&mut walked, &tag, &mut rewrite);
        if PREFORMATTED.iter().any(|name| tag.is(name)) {
            preformatted += 1;
        } else if COPIED.iter().any(|name| tag.is(name)) {
            let (text, behind) = rest.split_at(end_of_raw_text(rest, tag.name));
            walked.html.extend_from_slice(text.trim_ascii().as_bytes());
            rest = behind;
        }
    }
    push_text(&mut walked.html, rest.as_bytes(), preformatted > 0);
    walked
}

/// Whether a tag ends an element of this name.
fn closes(tag: &str, name: &str) -> bool {
    let rest = tag.strip_prefix("</").unwrap_or_default();
    let end = rest.get(..name.len());
    end.is_some_and(|end| end.eq_ignore_ascii_case(name))
        && !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
}

/// Copies a tag, with its addresses rewritten.
fn push_tag(walked: &mut Walked, tag: &Tag<'_>, rewrite: &mut impl FnMut(&str) -> Option<String>) {
    let mut copied = 0;
    for attribute in tag.attributes() {
        let Attribute {
            text,
            name,
            value,
            at,
            ..
        } = attribute;
        if attribute.is("id") {
            walked.ids.push(decode(value).into_owned());
            continue;
        }
        let Some(form) = Addresses::of(tag, &attribute) else {
            continue;
        };
        if let Some(value) = form.replace(&decode(value), &mut *rewrite) {
            walked
                .html
                .extend_from_slice(&tag.text.as_bytes()[copied..at]);
            let value = value.replace('&', "&amp;");
            walked
                .html
                .extend_from_slice(format!("{name}=\"{value}\"").as_bytes());
            copied = at + text.len();
        }
    }
    let end = match tag.text.strip_suffix("/>") {
        // The slash of an unquoted value is the value's.
        Some(open) if VOID.iter().any(|name| tag.is(name)) && !ends_unquoted(open, tag) => {
            open.trim_ascii_end().len()
        }
        _ => {
            walked
                .html
                .extend_from_slice(&tag.text.as_bytes()[copied..]);
            return;
        }
    };
    walked
        .html
        .extend_from_slice(&tag.text.as_bytes()[copied.min(end)..end]);
    walked.html.push(b'>');
}

/// Whether a tag up to its last slash ends in a value without quotation marks.
fn ends_unquoted(open: &str, tag: &Tag<'_>) -> bool {
    let last = tag.attributes().last();
    last.is_some_and(|last| last.at + last.text.len() > open.len())
}

/// Copies text, each run of white space as one character: a line break where it has one, else a space.
fn push_text(html: &mut Vec<u8>, text: &[u8], preformatted: bool) {
    if preformatted || !may_fold(text) {
        html.extend_from_slice(text);
        return;
    }
    // What needs no folding, which is nearly all of it, is copied in long runs.
    let mut copied = 0;
    let mut at = 0;
    while let Some(space) = position(&text[at..], |byte| byte.is_ascii_whitespace()) {
        let start = at + space;
        let run = &text[start..];
        let length = position(run, |byte| !byte.is_ascii_whitespace()).unwrap_or(run.len());
        at = start + length;
        let fold = if run[..length].contains(&b'\n') {
            b'\n'
        } else {
            b' '
        };
        if run[..length] != [fold] {
            html.extend_from_slice(&text[copied..start]);
            html.push(fold);
            copied = at;
        }
    }
    html.extend_from_slice(&text[copied..]);
}

fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.iter().position(|byte| is(*byte))
}

/// A quick no for text with single spaces between its words. Without a branch, which is many bytes at once.
fn may_fold(text: &[u8]) -> bool {
    let is_odd = |byte: &u8| matches!(byte, b'\t' | b'\x0C' | b'\r');
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n') | is_odd(byte);
    let pairs = text.iter().zip(text.iter().skip(1));
    text.first().is_some_and(is_odd)
        | pairs.fold(false, |any, (first, next)| {
            any | is_odd(next) | (is_space(first) & is_space(next))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shout(page: &str) -> String {
        let walked = walk(page, Vec::new(), |address| Some(address.to_uppercase()));
        String::from_utf8(walked.html).unwrap()
    }

    #[test]
    fn addresses_are_rewritten_in_tags_and_nowhere_else() {
        let page = r#"<a class="x" href="/a?b&amp;c" id="k">href="/a"</a><!-- <a href="/x"> --><img alt="src=" src="/i">"#;
        let expected =
            r#"<a class="x" href="/A?B&amp;C" id="k">href="/a"</a><img alt="src=" src="/I">"#;
        assert_eq!(shout(page), expected);
    }

    #[test]
    fn scripts_are_left_alone_and_white_space_is_folded() {
        let page =
            "<p>a  \n  b</p>\n\n  <pre> x\n  y</pre><script>if (a  < b) href=\"/a\"</script>";
        let expected = "<p>a\nb</p>\n<pre> x\n  y</pre><script>if (a  < b) href=\"/a\"</script>";
        assert_eq!(shout(page), expected);
    }

    #[test]
    fn void_elements_lose_their_slash_and_drawings_keep_theirs() {
        assert_eq!(
            shout("<br /><img src=\"/a\" /><path d=\"M0\" />"),
            "<br><img src=\"/A\"><path d=\"M0\" />"
        );
    }

    #[test]
    fn the_address_of_a_refresh_is_rewritten_and_no_other_content() {
        assert_eq!(
            shout(
                r#"<meta http-equiv="refresh" content="0; url=/a'b"><meta name="a" content="0; url=/a">"#
            ),
            r#"<meta http-equiv="refresh" content="0; url=/A%27B"><meta name="a" content="0; url=/a">"#
        );
    }

    #[test]
    fn ids_are_collected() {
        assert_eq!(
            walk("<h2 id=\"أ&amp;ب\">", Vec::new(), |_| None).ids,
            ["أ&ب"]
        );
    }

    #[test]
    fn a_page_that_breaks_off_is_copied() {
        assert_eq!(shout("<a href=\"/x"), "<a href=\"/x");
        assert_eq!(shout("a < b"), "a < b");
    }

    /// One attribute for each way of writing addresses, on an element: what stands before the address in it, and behind.
    const HOLDERS: [(&str, &str, &str, &str); 14] = [
        ("a", "href", "", ""),
        ("img", "src", "", ""),
        ("video", "poster", "", ""),
        ("form", "action", "", ""),
        ("use", "xlink:href", "", ""),
        ("table", "background", "", ""),
        ("button", "formaction", "", ""),
        ("q", "cite", "", ""),
        ("object", "data", "", ""),
        ("a", "ping", "", ""),
        ("img", "srcset", "", " 2x"),
        ("source", "srcset", "", " 300w"),
        ("link", "imagesrcset", "", " 1.5x"),
        ("meta", "content", "0; url=", ""),
    ];

    proptest::proptest! {
        /// An address in another spelling of its attribute was published as it stood, whether it led somewhere or not.
        #[test]
        fn an_address_is_found_and_rewritten_in_every_spelling_of_its_attribute(
            holder in 0..HOLDERS.len(),
            upper in proptest::collection::vec(proptest::bool::ANY, 12),
            spaces in "[ \n]{0,2}",
            mark in proptest::sample::select(vec!["\"", "'", ""]),
            slash in proptest::sample::select(vec!["&#47;", "&#x2F;", "&sol;", "/"]),
            address in "/[a-zأ-ي0-9.]{1,6}/",
        ) {
            let (element, name, before, behind) = HOLDERS[holder];
            let mark = if (before.to_owned() + behind).contains(' ') && mark.is_empty() { "'" } else { mark };
            let cased = |text: &str| -> String {
                let cased = text.chars().zip(upper.iter().cycle());
                cased.map(|(c, upper)| if *upper { c.to_ascii_uppercase() } else { c }).collect()
            };
            let (element, name) = (cased(element), cased(name));
            let written = address.replace('/', slash);
            let page = format!(
                "<p><{element} http-equiv=refresh {name}{spaces}={spaces}{mark}{before}{written}{behind}{mark} title='/x'>/y</p>"
            );
            let mut found = Vec::new();
            let walked = walk(&page, Vec::new(), |address| {
                found.push(address.to_owned());
                Some("/new?a&b".to_owned())
            });
            let expected = format!(
                "<p><{element} http-equiv=refresh {name}=\"{before}/new?a&amp;b{behind}\" title='/x'>/y</p>"
            );
            proptest::prop_assert_eq!(found, [address]);
            proptest::prop_assert_eq!(String::from_utf8(walked.html).unwrap(), expected);
        }

        #[test]
        fn white_space_is_one_space_or_one_line_break(text in "[ab \t\n\r]{0,8}") {
            let mut folded = Vec::new();
            push_text(&mut folded, text.as_bytes(), false);
            let is_space = |c: char| c.is_ascii_whitespace();
            let mut expected = String::new();
            for c in text.chars() {
                match expected.chars().next_back() {
                    Some(last) if is_space(last) && is_space(c) => {
                        expected.pop();
                        expected.push(if last == '\n' || c == '\n' { '\n' } else { ' ' });
                    }
                    _ => expected.push(if is_space(c) && c != '\n' { ' ' } else { c }),
                }
            }
            proptest::prop_assert_eq!(String::from_utf8(folded).unwrap(), expected);
        }
    }
}

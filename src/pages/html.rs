//! One walk over a finished page: links handed out for rewriting, ids collected, white space folded.
//! Knows tags and attributes, nothing of sites. Works on bytes: every mark it looks for is ASCII, so it
//! never cuts a character.

/// The elements whose text is not markup (HTML, "Raw text elements").
const RAW: [&[u8]; 2] = [b"script", b"style"];

/// The elements whose white space shows.
const PREFORMATTED: [&[u8]; 2] = [b"pre", b"textarea"];

/// The elements that never close, and need no slash to say so (HTML, "Void elements").
const VOID: [&[u8]; 5] = [b"br", b"hr", b"img", b"input", b"wbr"];

/// The attributes that hold one address.
const ADDRESSES: [&[u8]; 4] = [b"href", b"src", b"poster", b"action"];

/// What makes a `meta` element lead on: its `content` is `0; url=` and an address.
const REFRESH: &[u8] = b"http-equiv=\"refresh\"";

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
    page: &[u8],
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
    while let Some(at) = position(rest, |byte| byte == b'<') {
        push_text(&mut walked.html, &rest[..at], preformatted > 0);
        rest = &rest[at..];
        if rest.starts_with(b"<!--") {
            let end = find(rest, b"-->").map_or(rest.len(), |end| end + 3);
            rest = &rest[end..];
            continue;
        }
        let name = tag_name(rest);
        let end = tag_end(rest);
        let tag = &rest[..end];
        match tag.strip_suffix(b"/>").filter(|_| VOID.contains(&name)) {
            Some(open) => {
                push_tag(&mut walked, open.trim_ascii_end(), &mut rewrite);
                walked.html.push(b'>');
            }
            None => push_tag(&mut walked, tag, &mut rewrite),
        }
        let closes = rest.starts_with(b"</");
        rest = &rest[end..];
        if PREFORMATTED.contains(&name) {
            preformatted = if closes {
                preformatted.saturating_sub(1)
            } else {
                preformatted + 1
            };
        } else if RAW.contains(&name) && !closes {
            let end = find(rest, &[b"</", name].concat()).unwrap_or(rest.len());
            walked.html.extend_from_slice(rest[..end].trim_ascii());
            rest = &rest[end..];
        }
    }
    push_text(&mut walked.html, rest, preformatted > 0);
    walked
}

fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.iter().position(|byte| is(*byte))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

fn tag_name(tag: &[u8]) -> &[u8] {
    let start = position(tag, |byte| byte != b'<' && byte != b'/').unwrap_or(tag.len());
    let name = &tag[start..];
    let end = position(name, |byte| !byte.is_ascii_alphanumeric() && byte != b'-');
    &name[..end.unwrap_or(name.len())]
}

/// The byte after a tag's `>`; quotation marks hide one inside them.
fn tag_end(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, byte) in tag.iter().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// Copies a tag, with its addresses rewritten.
fn push_tag(walked: &mut Walked, tag: &[u8], rewrite: &mut impl FnMut(&str) -> Option<String>) {
    let mut copied = 0;
    let mut search = 0;
    while let Some(equals) = find(&tag[search..], b"=\"") {
        let equals = search + equals;
        let start = equals + 2;
        let Some(length) = position(&tag[start..], |byte| byte == b'"') else {
            break;
        };
        let end = start + length;
        search = end + 1;
        let before = tag[..equals].iter().rposition(u8::is_ascii_whitespace);
        let name = before.map_or(&tag[..0], |at| &tag[at + 1..equals]);
        let is_refresh = name == b"content" && find(tag, REFRESH).is_some();
        if name != b"id" && !is_refresh && !ADDRESSES.contains(&name) {
            continue;
        }
        let Ok(value) = std::str::from_utf8(&tag[start..end]) else {
            continue;
        };
        let value = unescape(value);
        if name == b"id" {
            walked.ids.push(value);
            continue;
        }
        let (before, address) = match value.find("url=").filter(|_| is_refresh) {
            Some(at) => value.split_at(at + "url=".len()),
            // It shows the page itself again.
            None if is_refresh => continue,
            None => ("", &*value),
        };
        if let Some(address) = rewrite(address) {
            let mut address = address.replace('&', "&amp;").replace('"', "%22");
            if is_refresh {
                // It would be taken for one that quotes the address (HTML, "Refresh state").
                address = address.replace('\'', "%27");
            }
            walked.html.extend_from_slice(&tag[copied..start]);
            walked.html.extend_from_slice(before.as_bytes());
            walked.html.extend_from_slice(address.as_bytes());
            copied = end;
        }
    }
    walked.html.extend_from_slice(&tag[copied..]);
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

/// Undoes the escapes that templates and Markdown write in attributes.
fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    value
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shout(page: &str) -> String {
        let walked = walk(page.as_bytes(), Vec::new(), |address| {
            Some(address.to_uppercase())
        });
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
            walk("<h2 id=\"أ&amp;ب\">".as_bytes(), Vec::new(), |_| None).ids,
            ["أ&ب"]
        );
    }

    #[test]
    fn a_page_that_breaks_off_is_copied() {
        assert_eq!(shout("<a href=\"/x"), "<a href=\"/x");
        assert_eq!(shout("a < b"), "a < b");
    }

    proptest::proptest! {
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

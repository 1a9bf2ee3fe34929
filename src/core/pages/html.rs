//! One walk over a finished page: links handed out for rewriting, ids collected, white space folded.
//! Knows tags and attributes, nothing of sites.

use super::picture::Framed;
use crate::html::{Addresses, Tag, Token, Tokens, decode_value};

/// The elements whose white space shows.
const PREFORMATTED: [&str; 2] = ["pre", "textarea"];

/// What is printed for an address.
pub(super) struct Rewritten {
    /// In its place.
    pub(super) href: String,
    /// The tag of the language to which it leads, to be said on the link.
    pub(super) language: Option<String>,
}

/// What a walk collects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Walked {
    /// The page as it will be published.
    pub(super) html: String,
    /// The ids in it, in order.
    pub(super) ids: Vec<String>,
}

/// Walks over `page` and writes the result into `buffer`, whatever was there before. `rewrite` is given each
/// address and answers with what to print instead; `see` is shown each token, and may answer with what is written around a picture.
pub(super) fn walk<'a>(
    page: &'a str,
    mut buffer: String,
    mut rewrite: impl FnMut(&str) -> Option<Rewritten>,
    mut see: impl FnMut(&Token<'_, 'a>) -> Option<Framed>,
) -> Walked {
    buffer.clear();
    // Addresses grow when they become relative; a buffer that has to grow would double.
    buffer.reserve_exact(page.len() + page.len() / 8);
    let mut walked = Walked {
        html: buffer,
        ids: Vec::new(),
    };
    let mut preformatted = 0_usize;
    let mut tokens = Tokens::of(page);
    while let Some(token) = tokens.read() {
        let framed = see(&token);
        match token {
            Token::Text(text) => push_text(&mut walked.html, text, preformatted > 0),
            Token::Raw(text) => walked.html.push_str(text.trim_ascii()),
            Token::Other(text) if text.starts_with("<!--") => {}
            Token::Other(text) => walked.html.push_str(text),
            Token::Start(tag) => {
                match framed {
                    Some(framed) => push_framed(&mut walked, &tag, &framed, &mut rewrite),
                    None => push_tag(&mut walked, &tag, &mut rewrite, None),
                }
                preformatted += usize::from(tag.is_one_of(&PREFORMATTED));
            }
            Token::End(tag) => {
                walked.html.push_str(tag.text);
                let ends = tag.is_one_of(&PREFORMATTED);
                preformatted = preformatted.saturating_sub(usize::from(ends));
            }
        }
    }
    walked
}

/// Copies the tag of a picture with what is written around it and into it.
fn push_framed(
    walked: &mut Walked,
    tag: &Tag<'_, '_>,
    framed: &Framed,
    rewrite: &mut impl FnMut(&str) -> Option<Rewritten>,
) {
    walked.html.push_str(&framed.before);
    let left_out = framed.is_sized_outside.then_some("sizes");
    push_tag(walked, tag, rewrite, left_out);
    // Void elements have lost their slash.
    if walked.html.ends_with('>') {
        walked.html.pop();
        walked.html.push_str(&framed.attributes);
        walked.html.push('>');
    }
    walked.html.push_str(framed.after);
}

/// Copies a tag, with its addresses rewritten, and without one of its attributes.
fn push_tag(
    walked: &mut Walked,
    tag: &Tag<'_, '_>,
    rewrite: &mut impl FnMut(&str) -> Option<Rewritten>,
    left_out: Option<&str>,
) {
    let mut copied = 0;
    for attribute in tag.attributes {
        if left_out.is_some_and(|name| attribute.is(name)) {
            let before = &tag.text[copied..attribute.at];
            walked.html.push_str(before.trim_ascii_end());
            copied = attribute.at + attribute.text.len();
            continue;
        }
        if attribute.is("id") {
            walked.ids.push(decode_value(attribute.value).into_owned());
            continue;
        }
        let Some(form) = Addresses::of(tag, attribute) else {
            continue;
        };
        let value = decode_value(attribute.value);
        let mut language = None;
        let replaced = form.replace(&value, |address| {
            let rewritten = rewrite(address)?;
            language = rewritten.language;
            Some(rewritten.href)
        });
        if let Some(value) = replaced {
            let html = &mut walked.html;
            html.push_str(&tag.text[copied..attribute.at]);
            html.push_str(attribute.name);
            html.push_str("=\"");
            for (number, part) in value.split('&').enumerate() {
                html.push_str(if number > 0 { "&amp;" } else { "" });
                html.push_str(part);
            }
            html.push('"');
            if let Some(language) = language.filter(|_| may_say_language(tag)) {
                html.push_str(&format!(" hreflang=\"{language}\""));
            }
            copied = attribute.at + attribute.text.len();
        }
    }
    let rest = &tag.text[copied..];
    let open = rest
        .strip_suffix("/>")
        .filter(|_| tag.is_closed() && tag.is_void());
    match open {
        Some(open) => {
            walked.html.push_str(open.trim_ascii_end());
            walked.html.push('>');
        }
        None => walked.html.push_str(rest),
    }
}

/// Whether an element is a link to a page that says nothing of the language there.
fn may_say_language(tag: &Tag<'_, '_>) -> bool {
    tag.is("a") && !tag.attributes.iter().any(|one| one.is("hreflang"))
}

/// Copies text, each run of white space as one character: a line break where it has one, else a space.
fn push_text(html: &mut String, text: &str, preformatted: bool) {
    if preformatted || !may_fold(text.as_bytes()) {
        html.push_str(text);
        return;
    }
    // What needs no folding, which is nearly all of it, is copied in long runs.
    let (mut copied, mut at) = (0, 0);
    while let Some(space) = position(&text[at..], |byte| byte.is_ascii_whitespace()) {
        let start = at + space;
        let run = &text[start..];
        let length = position(run, |byte| !byte.is_ascii_whitespace());
        let run = &run[..length.unwrap_or(run.len())];
        at = start + run.len();
        let fold = if run.contains('\n') { "\n" } else { " " };
        if run != fold {
            html.push_str(&text[copied..start]);
            html.push_str(fold);
            copied = at;
        }
    }
    html.push_str(&text[copied..]);
}

fn position(text: &str, is: impl Fn(u8) -> bool) -> Option<usize> {
    text.bytes().position(is)
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

    fn as_it_is(href: String) -> Rewritten {
        let language = None;
        Rewritten { href, language }
    }

    fn shout(page: &str) -> String {
        let walked = walk(
            page,
            String::new(),
            |address| Some(as_it_is(address.to_uppercase())),
            |_| None,
        );
        walked.html
    }

    #[test]
    fn addresses_are_rewritten_in_tags_and_nowhere_else() {
        let page = r#"<a class="x" href="/a?b&amp;c" id="k">href="/a"</a><!-- <a href="/x"> --><img alt="src=" src="/i">"#;
        let expected =
            r#"<a class="x" href="/A?B&amp;C" id="k">href="/a"</a><img alt="src=" src="/I">"#;
        assert_eq!(shout(page), expected);
    }

    #[test]
    fn links_say_to_which_language_they_lead_and_nothing_else_does() {
        let french = |address: &str| {
            let language = Some("fr".to_owned());
            let href = address.to_owned();
            Some(Rewritten { href, language })
        };
        let page = "<a href=\"/a\" class=\"x\">a</a><a hreflang=\"ar\" href=\"/a\">a</a><link rel=\"prev\" href=\"/a\"><img src=\"/i\">";
        let expected = "<a href=\"/a\" hreflang=\"fr\" class=\"x\">a</a>";
        let walked = walk(page, String::new(), french, |_| None).html;
        let rest = page.split_once("</a>").unwrap().1;
        assert_eq!(walked, format!("{expected}{rest}"));
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
            walk("<h2 id=\"أ&amp;ب\">", String::new(), |_| None, |_| None).ids,
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
            let rewrite = |address: &str| {
                found.push(address.to_owned());
                Some(as_it_is("/new?a&b".to_owned()))
            };
            let walked = walk(&page, String::new(), rewrite, |_| None);
            let expected = format!(
                "<p><{element} http-equiv=refresh {name}=\"{before}/new?a&amp;b{behind}\" title='/x'>/y</p>"
            );
            proptest::prop_assert_eq!(found, [address]);
            proptest::prop_assert_eq!(walked.html, expected);
        }

        #[test]
        fn white_space_is_one_space_or_one_line_break(text in "[ab \t\n\r]{0,8}") {
            let mut folded = String::new();
            push_text(&mut folded, &text, false);
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
            proptest::prop_assert_eq!(folded, expected);
        }
    }
}

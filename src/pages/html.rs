//! One walk over a finished page: links handed out for rewriting, ids collected, white space folded.
//! Knows tags and attributes, nothing of sites.

/// The elements whose text is not markup (HTML, "Raw text elements").
const RAW: [&str; 2] = ["script", "style"];

/// The elements whose white space shows.
const PREFORMATTED: [&str; 2] = ["pre", "textarea"];

/// The attributes that hold one address.
const ADDRESSES: [&str; 4] = ["href", "src", "poster", "action"];

/// What a walk collects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Walked {
    /// The page as it will be published.
    pub(super) html: String,
    /// The ids in it, in order.
    pub(super) ids: Vec<String>,
}

/// Walks over `page`. `rewrite` is given each address and answers with what to print instead.
pub(super) fn walk(page: &str, mut rewrite: impl FnMut(&str) -> Option<String>) -> Walked {
    let mut walked = Walked {
        html: String::with_capacity(page.len()),
        ids: Vec::new(),
    };
    let mut rest = page;
    let mut preformatted = 0_usize;
    while let Some(at) = rest.find('<') {
        push_text(&mut walked.html, &rest[..at], preformatted > 0);
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let name = tag_name(rest);
        let end = tag_end(rest);
        push_tag(&mut walked, &rest[..end], &mut rewrite);
        let closes = rest.starts_with("</");
        rest = &rest[end..];
        if PREFORMATTED.contains(&name) {
            preformatted = if closes { preformatted.saturating_sub(1) } else { preformatted + 1 };
        } else if RAW.contains(&name) && !closes {
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            walked.html.push_str(rest[..end].trim());
            rest = &rest[end..];
        }
    }
    push_text(&mut walked.html, rest, false);
    walked
}

fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    &name[..end.unwrap_or(name.len())]
}

/// The byte after a tag's `>`; quotation marks hide one inside them.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate().skip(1) {
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
fn push_tag(walked: &mut Walked, tag: &str, rewrite: &mut impl FnMut(&str) -> Option<String>) {
    let mut copied = 0;
    let mut search = 0;
    while let Some(equals) = tag[search..].find("=\"") {
        let equals = search + equals;
        let start = equals + 2;
        let Some(length) = tag[start..].find('"') else { break };
        let end = start + length;
        let name = tag[..equals].rfind(|c: char| c.is_ascii_whitespace()).map_or("", |at| &tag[at + 1..equals]);
        if name == "id" {
            walked.ids.push(unescape(&tag[start..end]));
        } else if ADDRESSES.contains(&name)
            && let Some(address) = rewrite(&unescape(&tag[start..end]))
        {
            walked.html.push_str(&tag[copied..start]);
            walked.html.push_str(&address.replace('&', "&amp;").replace('"', "%22"));
            copied = end;
        }
        search = end + 1;
    }
    walked.html.push_str(&tag[copied..]);
}

/// Copies text, each run of white space as one character: a line break where it has one, else a space.
fn push_text(html: &mut String, text: &str, preformatted: bool) {
    if preformatted {
        html.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_whitespace()) {
        html.push_str(&rest[..at]);
        let run = &rest[at..];
        let end = run.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(run.len());
        html.push(if run[..end].contains('\n') { '\n' } else { ' ' });
        rest = &run[end..];
    }
    html.push_str(rest);
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
        walk(page, |address| Some(address.to_uppercase())).html
    }

    #[test]
    fn addresses_are_rewritten_in_tags_and_nowhere_else() {
        let page = r#"<a class="x" href="/a?b&amp;c" id="k">href="/a"</a><!-- <a href="/x"> --><img alt="src=" src="/i">"#;
        let expected = r#"<a class="x" href="/A?B&amp;C" id="k">href="/a"</a><img alt="src=" src="/I">"#;
        assert_eq!(shout(page), expected);
    }

    #[test]
    fn scripts_are_left_alone_and_white_space_is_folded() {
        let page = "<p>a  \n  b</p>\n\n  <pre> x\n  y</pre><script>if (a  < b) href=\"/a\"</script>";
        let expected = "<p>a\nb</p>\n<pre> x\n  y</pre><script>if (a  < b) href=\"/a\"</script>";
        assert_eq!(shout(page), expected);
    }

    #[test]
    fn ids_are_collected() {
        assert_eq!(walk(r#"<h2 id="أ&amp;ب">"#, |_| None).ids, ["أ&ب"]);
    }

    #[test]
    fn a_page_that_breaks_off_is_copied() {
        assert_eq!(shout("<a href=\"/x"), "<a href=\"/x");
        assert_eq!(shout("a < b"), "a < b");
    }
}

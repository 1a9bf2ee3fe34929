//! A finished page to the pieces of text on it that a browser sets: what stands between tags, and the attributes that
//! are shown. Knows tags and quotation marks, no more: it is run over every byte of a site.

/// The elements whose text is not set in the fonts of the page: programs, and the title of the window.
const UNSET: [&str; 4] = ["script", "style", "title", "template"];

/// The attributes that are shown or read out, or that style sheets show by `attr(…)`.
const SHOWN: [&str; 5] = ["title", "alt", "placeholder", "aria-label", "value"];

/// Hands out every piece, as it is written: references are not decoded.
pub(super) fn pieces<'a>(html: &'a str, mut each: impl FnMut(&'a str)) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            each(&rest[..at]);
        }
        rest = &rest[at..];
        let (tag, behind) = tag(rest);
        rest = behind;
        if tag.contains('=') {
            attributes(tag, &mut each);
        }
        let name = UNSET.iter().find(|name| opens(tag, name));
        if let Some(name) = name {
            // HTML has these close with their name in any case; pages of templates write it in small letters.
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            rest = &rest[end..];
        }
    }
    if !rest.is_empty() {
        each(rest);
    }
}

fn opens(tag: &str, name: &str) -> bool {
    let rest = tag[1..].strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()))
}

/// The tag that a text begins with, and what is behind it. Quotation marks hide a `>`.
fn tag(text: &str) -> (&str, &str) {
    let mut from = 0;
    while let Some(end) = text[from..].find(['>', '"', '\'']) {
        let end = from + end;
        let mark = text.as_bytes()[end];
        if mark == b'>' {
            return text.split_at(end + 1);
        }
        let closes = text[end + 1..].find(char::from(mark));
        from = closes.map_or(text.len(), |at| end + 1 + at + 1);
    }
    text.split_at(text.len())
}

fn attributes<'a>(tag: &'a str, each: &mut impl FnMut(&'a str)) {
    let mut from = 0;
    while let Some(at) = tag[from..].find("=\"") {
        let equals = from + at;
        let start = equals + 2;
        let Some(length) = tag[start..].find('"') else {
            return;
        };
        from = start + length + 1;
        let before = &tag[..equals];
        let name = before.rfind(|c: char| c.is_ascii_whitespace());
        let name = &before[name.map_or(0, |at| at + 1)..];
        if length > 0 && SHOWN.contains(&name) {
            each(&tag[start..start + length]);
        }
    }
}

/// The strings that a style sheet sets before and behind elements, by `content`.
pub(super) fn generated<'a>(css: &'a str, mut each: impl FnMut(&'a str)) {
    for value in css.split("content:").skip(1) {
        let end = value.find([';', '}']).unwrap_or(value.len());
        // Between quotation marks every second part is a string.
        value[..end]
            .split('"')
            .skip(1)
            .step_by(2)
            .for_each(&mut each);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<&str> {
        let mut found = Vec::new();
        pieces(html, |piece| found.push(piece));
        found
    }

    #[test]
    fn text_and_shown_attributes_are_found() {
        let html = "<title>نافذة</title><p class=\"a>b\">نص <b>ثخين</b></p><style>p{}</style>\
                    <img alt=\"صورة\" src=\"x\"><input placeholder='لا' value=\"قيمة\"><i data-title=\"لا\">آخر";
        assert_eq!(found(html), ["نص ", "ثخين", "صورة", "قيمة", "آخر"]);
    }

    #[test]
    fn what_is_no_html_ends() {
        assert_eq!(found("<p title=\""), Vec::<&str>::new());
        assert_eq!(found("<script>ا"), Vec::<&str>::new());
        assert_eq!(found("a<b"), ["a"]);
        assert_eq!(found("<scripts>ا"), ["ا"]);
    }

    #[test]
    fn strings_of_style_sheets_are_found() {
        let mut found = Vec::new();
        generated(
            "a:before{content:\"«\" attr(x) \"»\"}b{color:red}q{content:\"ن\";x:\"y\"}",
            |text| found.push(text),
        );
        assert_eq!(found, ["«", "»", "ن"]);
    }
}

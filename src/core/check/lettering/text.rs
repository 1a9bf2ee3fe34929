//! A finished page to the pieces of text on it that a browser sets: what stands between tags, and the attributes that
//! are shown.

use crate::html::{Element, Token, Tokens};

/// The elements whose text is not set in the fonts of the page: programs, and the title of the window.
const UNSET: [&str; 4] = ["script", "style", "title", "template"];

/// The attributes that are shown or read out, or that style sheets show by `attr(…)`.
const SHOWN: [&str; 5] = ["title", "alt", "placeholder", "aria-label", "value"];

/// Hands out every piece, as it is written: references are not decoded.
pub(super) fn pieces<'a>(html: &'a str, mut each: impl FnMut(&'a str)) {
    let mut unset: Option<Element<'_>> = None;
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        if let Some(element) = &mut unset {
            if element.ends_with(&token) {
                unset = None;
            }
            continue;
        }
        match token {
            Token::Text(text) => each(text),
            Token::Start(tag) => {
                let shown = tag.attributes.iter().filter(|attribute| {
                    let is_shown = || SHOWN.iter().any(|name| attribute.is(name));
                    !attribute.value.is_empty() && is_shown()
                });
                shown.for_each(|attribute| each(attribute.value));
                unset = Element::of(&tag).filter(|_| tag.is_one_of(&UNSET));
            }
            _ => {}
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
                    <img alt=\"صورة\" src=\"x\"><input placeholder='اكتب' value=\"قيمة\"><i data-title=\"لا\">آخر";
        assert_eq!(found(html), ["نص ", "ثخين", "صورة", "اكتب", "قيمة", "آخر"]);
        let html = "<TITLE>نافذة</TITLE><STYLE>p{}</style><IMG Alt='صورة'><input value = قيمة><template><p>لا</template>آخر";
        assert_eq!(found(html), ["صورة", "قيمة", "آخر"]);
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

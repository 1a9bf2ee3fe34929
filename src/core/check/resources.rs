//! A page to what it asks of a browser besides showing its words: files to load, and code and style that it brings along.

use std::borrow::Cow;

use super::loading::{FOLLOWED, RUNNING};
use crate::html::{Attribute, Tag, Token, addresses, decode_value};

/// What a page asks for.
#[derive(Debug, Default)]
pub(super) struct PageResources<'a> {
    /// Tags that change what relative addresses mean.
    pub(super) bases: Vec<&'a str>,
    /// Pictures of which nothing is said to those who cannot see them, not even that they tell nothing.
    pub(super) undescribed: Vec<&'a str>,
    pub(super) inline: Vec<Inline<'a>>,
    /// Tags that lead to another page after a time, with where.
    pub(super) refreshes: Vec<(&'a str, Cow<'a, str>)>,
    pub(super) loads: Vec<Load<'a>>,
    /// The largest copy that an open `<picture>` has of its picture.
    copy: Option<Cow<'a, str>>,
    is_in_noscript: bool,
}

/// Code or style that stands on a page itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Inline<'a> {
    pub(super) what: What,
    /// As it is written, from its start.
    pub(super) text: &'a str,
    /// How many bytes of `text` are surely as a template has them.
    pub(super) least: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    StyleAttribute,
    StyleElement,
    ScriptElement,
    /// `onclick` and its like.
    Handler(String),
    /// `javascript:`, or what else is no address but a program or a page.
    Address(&'static str),
    /// `srcdoc`
    Document,
    /// What ends `<noscript>` where scripts run, and is part of something else where they do not.
    EndOfNoscript,
}

/// A file that a browser loads without being asked by the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Load<'a> {
    pub(super) kind: ResourceKind,
    pub(super) address: Cow<'a, str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ResourceKind {
    Sheet,
    Script,
    Picture,
    /// What comes late, or not to every browser: icons, frames, films, pictures further down.
    Other,
}

/// The attributes that load a file, of which elements (HTML, "Fetch" of each).
const LOADING: [(&str, &str, ResourceKind); 18] = [
    ("script", "src", ResourceKind::Script),
    ("img", "src", ResourceKind::Picture),
    ("img", "srcset", ResourceKind::Other),
    ("input", "src", ResourceKind::Picture),
    ("video", "poster", ResourceKind::Picture),
    ("image", "href", ResourceKind::Picture),
    ("image", "xlink:href", ResourceKind::Picture),
    ("use", "href", ResourceKind::Picture),
    ("use", "xlink:href", ResourceKind::Picture),
    ("source", "src", ResourceKind::Other),
    ("source", "srcset", ResourceKind::Other),
    ("video", "src", ResourceKind::Other),
    ("audio", "src", ResourceKind::Other),
    ("track", "src", ResourceKind::Other),
    ("embed", "src", ResourceKind::Other),
    ("iframe", "src", ResourceKind::Other),
    ("frame", "src", ResourceKind::Other),
    ("object", "data", ResourceKind::Other),
];

/// What addresses begin with that are code, or pages with code of their own.
const CODE: [&str; 6] = [
    "javascript:",
    "vbscript:",
    "data:text/html",
    "data:text/xml",
    "data:application/xhtml+xml",
    "data:application/xml",
];

impl<'a> PageResources<'a> {
    /// Takes in the next token of a page.
    pub(super) fn read(&mut self, token: &Token<'_, 'a>) {
        let tag = match token {
            Token::Start(tag) => tag,
            Token::End(tag) => {
                self.is_in_noscript &= !tag.is("noscript");
                self.copy.take_if(|_| tag.is("picture"));
                return;
            }
            Token::Raw(text) | Token::Other(text) => return self.find_end_of_noscript(text),
            Token::Text(_) => return,
        };
        self.is_in_noscript |= tag.is("noscript");
        if tag.is("base") {
            self.bases.extend(tag.value("href").map(|_| tag.text));
        } else if tag.is("img") {
            let is_described = tag.value("alt").is_some();
            self.undescribed.extend((!is_described).then_some(tag.text));
        } else if tag.is("link") {
            self.loads.extend(link(tag));
        } else if tag.is("style") {
            self.find(What::StyleElement, tag.text, "<style".len());
        } else if tag.is("script") && tag.value("src").is_none() && runs(tag) {
            self.find(What::ScriptElement, tag.text, "<script".len());
        }
        if tag.is("picture") {
            self.copy = None;
        }
        for attribute in tag.attributes {
            self.read_attribute(tag, attribute);
        }
    }

    fn read_attribute(&mut self, tag: &Tag<'_, 'a>, attribute: &Attribute<'a>) {
        let Attribute {
            text, name, value, ..
        } = attribute;
        // The name and the mark that opens the value.
        self.find_end_of_noscript(value);
        let least = name.len() + 1;
        if attribute.is("style") {
            self.find(What::StyleAttribute, text, least);
        } else if name.len() > 2 && name.as_bytes()[..2].eq_ignore_ascii_case(b"on") {
            self.find(What::Handler(name.to_ascii_lowercase()), text, least);
        } else if attribute.is("srcdoc") {
            self.find(What::Document, text, least);
        } else if value.contains([':', '&']) {
            let several = addresses(tag, attribute);
            let whole = decode_value(value);
            let code = several.iter().chain([&whole]).find_map(|value| code(value));
            if let Some(code) = code {
                let text = value.trim_ascii_start();
                let least = if starts_with(text, code) {
                    code.len()
                } else {
                    1
                };
                self.find(What::Address(code), text, least);
            }
        }
        if tag.is("meta") && attribute.is("content") {
            // Of `<meta>`, only those that lead on have addresses.
            let targets = addresses(tag, attribute).into_iter();
            self.refreshes
                .extend(targets.map(|target| (tag.text, target)));
        }
        let loading = LOADING
            .iter()
            .find(|(element, name, _)| tag.is(element) && attribute.is(name));
        let Some((.., kind)) = loading else {
            return;
        };
        let is_late = tag.says("loading", "lazy");
        let kind = if is_late { ResourceKind::Other } else { *kind };
        if kind == ResourceKind::Script && !runs(tag) {
            return;
        }
        let mut addresses = addresses(tag, attribute);
        if tag.is("source") && attribute.is("srcset") && self.copy.is_none() {
            // Ours come from the smallest on.
            self.copy = addresses.last().cloned();
        } else if kind == ResourceKind::Picture
            && tag.is("img")
            && let Some(copy) = self.copy.take()
        {
            // Browsers take one of the copies in its place: no larger one than the largest.
            self.loads.push(Load {
                kind,
                address: copy,
            });
            addresses.clear();
        }
        let addresses = addresses.into_iter();
        self.loads
            .extend(addresses.map(|address| Load { kind, address }));
    }

    fn find_end_of_noscript(&mut self, text: &'a str) {
        let end = "</noscript";
        let lower = self.is_in_noscript.then(|| text.to_ascii_lowercase());
        if let Some(at) = lower.and_then(|lower| lower.find(end)) {
            self.find(What::EndOfNoscript, &text[at..], end.len());
        }
    }

    fn find(&mut self, what: What, text: &'a str, least: usize) {
        self.inline.push(Inline { what, text, least });
    }
}

/// What an address begins with that is code, as browsers read it: they pass over spaces and controls before it, and over
/// tabs and ends of lines within (WHATWG, "URL parsing").
pub(super) fn code(address: &str) -> Option<&'static str> {
    let address = address.trim_start_matches(|c: char| c <= ' ');
    let read = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let begins_with = |code: &&str| {
        let mut read = read.clone();
        code.chars().all(|c| {
            read.next()
                .is_some_and(|other| other.eq_ignore_ascii_case(&c))
        })
    };
    CODE.into_iter().find(begins_with)
}

fn starts_with(text: &str, start: &str) -> bool {
    let head = text.as_bytes().get(..start.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}

/// Whether a script is one, and no data.
fn runs(tag: &Tag<'_, '_>) -> bool {
    let kind = tag.value("type").unwrap_or_default().trim_ascii();
    RUNNING.iter().any(|one| one.eq_ignore_ascii_case(kind))
}

/// What a `<link>` loads. A sheet that is `disabled` is loaded when a script says so.
fn link<'a>(tag: &Tag<'_, 'a>) -> Option<Load<'a>> {
    let mut attributes = tag.attributes.iter();
    let href = attributes.find(|attribute| attribute.is("href"))?;
    let address = addresses(tag, href).pop()?;
    let rel = tag.value("rel")?;
    let is_for = |what: &str| {
        let mut words = rel.split_ascii_whitespace();
        words.any(|word| word.eq_ignore_ascii_case(what))
    };
    let kind = if is_for("stylesheet") {
        if tag.value("disabled").is_some() || is_for("alternate") {
            ResourceKind::Other
        } else {
            ResourceKind::Sheet
        }
    } else if is_for("modulepreload") {
        ResourceKind::Script
    } else if is_for("preload") {
        let as_what = [
            ("style", ResourceKind::Sheet),
            ("script", ResourceKind::Script),
            ("image", ResourceKind::Picture),
        ];
        let found = as_what.into_iter().find(|(what, _)| tag.says("as", what));
        found.map_or(ResourceKind::Other, |(_, kind)| kind)
    } else if FOLLOWED.iter().any(|what| is_for(what)) {
        ResourceKind::Other
    } else {
        return None;
    };
    Some(Load { kind, address })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::Tokens;

    fn read(html: &str) -> PageResources<'_> {
        let mut resources = PageResources::default();
        let mut tokens = Tokens::of(html);
        while let Some(token) = tokens.read() {
            resources.read(&token);
        }
        resources
    }

    #[test]
    fn what_runs_or_styles_by_itself_is_found_and_data_is_not() {
        let html = "<p style=\"--c:1\" data-style=\"x\"><b OnClick=go()>style=\"a\"</b><style>p{}</style>\
            <script type=\"application/ld+json\">{}</script><script type=module>1</script><script src=\"/a\"></script>\
            <a href=\" JavaScript:go()\"></a><a href=\"/javascript:\" on=\"1\"></a><a href=java&#115;cript:go()>";
        let found = read(html).inline;
        let found = found.iter().map(|one| (&one.what, &one.text[..one.least]));
        let expected = [
            (&What::StyleAttribute, "style="),
            (&What::Handler("onclick".to_owned()), "OnClick="),
            (&What::StyleElement, "<style"),
            (&What::ScriptElement, "<script"),
            (&What::Address("javascript:"), "JavaScript:"),
            (&What::Address("javascript:"), "j"),
        ];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_address_that_is_code_is_found_in_every_attribute_and_spelling() {
        for html in [
            "<a href=\"java\nscript:go()\">",
            "<a href=\"\u{1}javascript:go()\">",
            "<a href=\"&Tab;j&#x61;vascript&colon;go()\">",
            "<a href=VBScript:go>",
            "<form action='data:text/html,x'>",
            "<button formaction=' data:TEXT/html;base64,eA=='>",
            "<iframe src='data:application/xhtml+xml,x'>",
            "<object data='data:text/xml,x'>",
            "<svg><a xlink:href=javascript:go()>",
            "<svg><set attributeName=href to=javascript:go()>",
            "<a ping='/a javascript:go()'>",
            "<meta http-equiv=refresh content='0; url=javascript:go()'>",
            "<img srcset='/a 1x, javascript:go() 2x'>",
        ] {
            let found = read(html).inline;
            assert!(
                matches!(
                    found[..],
                    [Inline {
                        what: What::Address(_),
                        ..
                    }]
                ),
                "{html}"
            );
        }
        for html in [
            "<a href='/javascript:go'>",
            "<a href='data:image/png;base64,eA=='>",
            "<a href='java script:go'>",
            "<meta name=description content='x; javascript:y'>",
        ] {
            assert_eq!(read(html).inline, [], "{html}");
        }
        assert_eq!(read("<iframe srcdoc='<p>'>").inline[0].what, What::Document);
        for inside in [
            "<p title='</NoScript><img>'>",
            "<!--</noscript>-->",
            "<xmp></noscript/>",
        ] {
            let html = format!("<noscript>{inside}");
            let found = read(&html).inline;
            assert_eq!(found[0].what, What::EndOfNoscript, "{inside}");
            assert_eq!(read(&format!("<noscript></noscript>{inside}")).inline, []);
        }
    }

    #[test]
    fn a_refresh_is_found_with_where_it_leads() {
        let html = "<META content='3; url=//b.example/' HTTP-EQUIV=Refresh><meta name=x content='0; url=/a'>";
        let refreshes = read(html).refreshes;
        assert_eq!(refreshes.len(), 1);
        assert_eq!(refreshes[0].1, "//b.example/");
    }

    #[test]
    fn a_base_is_found_where_it_says_an_address() {
        let html = "<base target=_top><BASE\nHREF=/><!-- <base href=/> -->";
        assert_eq!(read(html).bases, ["<BASE\nHREF=/>"]);
    }

    #[test]
    fn what_is_loaded_is_told_from_what_is_linked() {
        let html = "<link rel=canonical href=\"https://a/\"><link rel=\"stylesheet\" href=a.css>\
            <link rel=stylesheet href=b.css disabled><link rel=\"shortcut icon\" href=i.ico>\
            <link rel=preload as=image href=p.png><a href=x></a><img src=y srcset=\"z 2x, w 3x\">\
            <img src=l loading=Lazy><IMG SRCSET='q 2x, /r?a=1&amp;b=2'><script src=s.js></script><script type=text/plain src=d></script><iframe src=f></iframe>";
        let loads = read(html).loads;
        let loads = loads.iter().map(|load| (&*load.address, load.kind));
        let expected = [
            ("a.css", ResourceKind::Sheet),
            ("b.css", ResourceKind::Other),
            ("i.ico", ResourceKind::Other),
            ("p.png", ResourceKind::Picture),
            ("y", ResourceKind::Picture),
            ("z", ResourceKind::Other),
            ("w", ResourceKind::Other),
            ("l", ResourceKind::Other),
            ("q", ResourceKind::Other),
            ("/r?a=1&b=2", ResourceKind::Other),
            ("s.js", ResourceKind::Script),
            ("f", ResourceKind::Other),
        ];
        assert_eq!(loads.collect::<Vec<_>>(), expected);
    }
}

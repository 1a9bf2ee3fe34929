//! Published drawings in SVG. In an `<img>` browsers run none of their code and load nothing for them; whoever opens one by
//! itself has its code run with all that a page of the site may do.

use rayon::prelude::*;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

use super::css;
use super::place::{Sources, Tags};
use super::resources::code;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::media_type::MediaType;
use crate::output::Bytes;
use crate::path::OutputPath;
use crate::pictures::ill_formed;

/// What a drawing has that is more than a drawing.
pub(super) struct Drawing<'a> {
    pub(super) path: &'a OutputPath,
    svg: &'a str,
    /// The addresses that it loads from.
    pub(super) loads: Vec<String>,
    /// Code, with what is said of it.
    code: Vec<(Text, &'a str)>,
    /// Why it is no drawing, and where.
    fault: Option<(Text, usize)>,
}

/// The attributes with which a drawing, or HTML within one, names a file that is to be loaded.
const LOADING: [&str; 5] = ["href", "src", "srcset", "data", "poster"];

/// Reads the drawings among some files.
pub(super) fn read<'a>(files: &[(&'a OutputPath, &'a Bytes)]) -> Vec<Drawing<'a>> {
    let is_drawing = |path: &OutputPath| MediaType::of(path).as_str() == "image/svg+xml";
    let drawings = files.par_iter().filter(|(path, _)| is_drawing(path));
    let drawings = drawings.filter_map(|(path, bytes)| Some((*path, bytes.as_text()?)));
    drawings.map(|(path, svg)| Drawing::of(path, svg)).collect()
}

impl<'a> Drawing<'a> {
    fn of(path: &'a OutputPath, svg: &'a str) -> Self {
        let mut drawing = Self {
            path,
            svg,
            loads: Vec::new(),
            code: Vec::new(),
            fault: None,
        };
        let options = ParsingOptions {
            allow_dtd: true,
            ..ParsingOptions::default()
        };
        match Document::parse_with_options(svg, options) {
            Ok(document) => {
                for node in document.descendants() {
                    drawing.look_at(node, svg);
                }
            }
            Err(error) => drawing.fault = Some(ill_formed(svg, &error)),
        }
        drawing
    }

    fn look_at(&mut self, node: Node<'_, '_>, svg: &'a str) {
        if let Some(instruction) = node.pi() {
            // `<?xml-stylesheet href="…"?>`
            let value = instruction.value.unwrap_or_default();
            let addresses = value.split(['"', '\'']).skip(1).step_by(2);
            for address in addresses {
                self.address(address, &svg[node.range()]);
                self.loads.push(address.to_owned());
            }
        }
        if node.is_text() {
            let is_style = |parent: Node<'_, '_>| parent.tag_name().name() == "style";
            if node.parent_element().is_some_and(is_style) {
                self.loads
                    .extend(css::addresses(node.text().unwrap_or_default()));
            }
        }
        if !node.is_element() {
            return;
        }
        let element = node.tag_name().name();
        if element.eq_ignore_ascii_case("script") {
            let written = &svg[node.range()];
            let end = written.find('>').map_or(written.len(), |at| at + 1);
            self.code.push((text!("drawing-script"), &written[..end]));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let written = &svg[attribute.range()];
            let handles = name.len() > 2 && name.as_bytes()[..2].eq_ignore_ascii_case(b"on");
            if handles || name.eq_ignore_ascii_case("srcdoc") {
                self.code.push((text!("drawing-handler", name), written));
            }
            // An animation has several values.
            for value in value.split(';') {
                self.address(value, written);
            }
            if value.contains('(') {
                self.loads.extend(css::addresses(value));
            }
            // Links are followed by readers.
            if LOADING.contains(&name) && element != "a" {
                let candidates = value.split(',').filter(|_| name == "srcset");
                let words = candidates.filter_map(|one| one.split_whitespace().next());
                self.loads.extend(words.map(str::to_owned));
                self.loads.push(value.trim().to_owned());
            }
        }
    }

    /// Takes in a value that may be an address.
    fn address(&mut self, value: &str, written: &'a str) {
        if let Some(scheme) = code(value) {
            self.code.push((text!("drawing-address", scheme), written));
        }
    }
}

/// The drawings that bring code along or are none, each with its problem.
pub(super) fn check(
    drawings: &[Drawing<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let mut places = Tags::new(sources);
    let mut found = Vec::new();
    for drawing in drawings {
        let path = drawing.path;
        let on = |problem: Diagnostic| problem.on(path.url());
        if drawing.fault.is_none() && (drawing.code.is_empty() || sources.site.config.inline) {
            continue;
        }
        let own = sources.own(path);
        let source = own.as_ref().and_then(|own| sources.snapshot.get(own));
        // One that a template makes stands nowhere as it is.
        let source = source.filter(|source| source.text() == drawing.svg);
        if let Some((message, at)) = &drawing.fault {
            let problem = Diagnostic::error("E430", message.clone());
            let mut problem = on(problem.hint(text!("drawing-ill-formed-hint")));
            problem.span = match source {
                Some(source) => Some(Span::new(source.path(), *at..*at)),
                None => own.as_ref().map(Span::from),
            };
            found.push((path.clone(), problem));
        }
        if sources.site.config.inline {
            continue;
        }
        for (message, written) in &drawing.code {
            let problem = Diagnostic::error("E406", message.clone());
            let mut problem = on(problem.hint(text!("drawing-code-hint")));
            problem.span = match source {
                Some(source) => {
                    let start = written.as_ptr().addr() - drawing.svg.as_ptr().addr();
                    Some(Span::new(source.path(), start..start + written.len()))
                }
                None => places.of(written, written.len().min(1), path),
            };
            found.push((path.clone(), problem));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\" \
        xmlns:s=\"http://www.w3.org/2000/svg\">";

    fn read(before: &str, within: &str) -> (Vec<String>, Vec<String>, bool) {
        let path = OutputPath::new("a.svg").unwrap();
        let svg = format!("{before}{START}{within}</svg>");
        let drawing = Drawing::of(&path, &svg);
        let code = drawing
            .code
            .iter()
            .map(|(_, written)| (*written).to_owned());
        let own = |address: &String| !address.starts_with("http");
        let loads = drawing.loads.iter().filter(|address| !own(address));
        let loads = loads.cloned().collect();
        (code.collect(), loads, drawing.fault.is_some())
    }

    #[test]
    fn code_is_found_however_it_is_written() {
        for (within, expected) in [
            ("<script>go()</script>", "<script>"),
            (
                "<s:script x:href=\"/a.js\"/>",
                "<s:script x:href=\"/a.js\"/>",
            ),
            ("<g onload=\"go()\"/>", "onload=\"go()\""),
            (
                "<a x:href=\" java&#10;script:go()\"/>",
                "x:href=\" java&#10;script:go()\"",
            ),
            (
                "<set attributeName=\"href\" to=\"javascript:go()\"/>",
                "to=\"javascript:go()\"",
            ),
            (
                "<animate values=\"#a;javascript:go()\"/>",
                "values=\"#a;javascript:go()\"",
            ),
            (
                "<foreignObject><iframe xmlns=\"http://www.w3.org/1999/xhtml\" srcdoc=\"x\"/></foreignObject>",
                "srcdoc=\"x\"",
            ),
            ("<title/><p/><script/>", "<script/>"),
        ] {
            assert_eq!(
                read("", within),
                (vec![expected.to_owned()], vec![], false),
                "{within}"
            );
        }
        let entity = "<!DOCTYPE svg [<!ENTITY e \"javascript:go()\">]>";
        assert_eq!(read(entity, "<a href=\"&e;\"/>").0, ["href=\"&e;\""]);
        for sound in [
            "<text>onload=go() javascript:</text>",
            "<a href=\"/javascript:\"/>",
            "<!-- <script> -->",
        ] {
            assert_eq!(
                read("<?xml version=\"1.0\"?>", sound),
                (vec![], vec![], false),
                "{sound}"
            );
        }
        assert!(read("", "<g>").2 && read("", "<g a=1/>").2);
    }

    #[test]
    fn what_is_loaded_is_told_from_links() {
        let far = "https://far.example/a";
        for within in [
            format!("<image href=\"{far}\"/>"),
            format!("<use x:href=\" {far} \"/>"),
            format!("<rect fill=\"url({far})\"/>"),
            format!("<rect style=\"fill:url('{far}')\"/>"),
            format!("<style>@import \"{far}\";</style>"),
            format!("<style><![CDATA[@font-face{{src:url({far})}}]]></style>"),
        ] {
            assert_eq!(
                read("", &within),
                (vec![], vec![far.to_owned()], false),
                "{within}"
            );
        }
        let sheet = format!("<?xml-stylesheet href=\"{far}\" type=\"text/css\"?>");
        assert_eq!(read(&sheet, "").1, [far]);
        let link = format!("<a href=\"{far}\"><rect fill=\"url(#a)\"/></a>");
        assert_eq!(read("", &link), (vec![], vec![], false));
    }
}

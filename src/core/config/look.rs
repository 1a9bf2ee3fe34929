//! `[theme]`: the theme that a site is made with, its colours and its motif. Files and style sheets are there already
//! (`source::load::theme`); here is what the table has wrong.

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::{Spanned, did_you_mean};
use crate::source::load::theme::{
    self,
    motif::{self, LEAST, LONGEST, SIDE, Wrong},
    palette::{self, DARK, LIGHT, Rgb, Scheme, TEXT},
};

/// Reports what the table has wrong: a theme that is none, colours that cannot be read on each other, and a
/// motif that is no path.
pub(super) fn check(file: &mut File<'_>, root: &mut Table<'_>) {
    let Some(mut table) = root.table(file, "theme") else {
        return;
    };
    let names = theme::names();
    let hint = || text!("there-are", names = names.map(str::to_owned).to_vec());
    let name = table.required(file, "name", hint());
    if let Some(name) = name.filter(|name| !names.contains(&&*name.value)) {
        let hint = did_you_mean(&name.value, names).unwrap_or_else(hint);
        let message = text!("theme-none", name = &name.value);
        file.error("E102", message, name.span, hint);
    }
    colours(file, &mut table, &LIGHT);
    if let Some(mut dark) = table.table(file, "dark") {
        colours(file, &mut dark, &DARK);
        dark.finish(file);
    }
    motif(file, &mut table);
    table.finish(file);
}

fn motif(file: &mut File<'_>, table: &mut Table<'_>) {
    let Some(path) = table.string(file, "motif") else {
        return;
    };
    let Err(wrong) = motif::check(&path.value) else {
        return;
    };
    let message = match wrong {
        Wrong::Long(bytes) => text!("motif-long", bytes, most = LONGEST),
        Wrong::Path(at) => {
            // A number of letters of what cannot be read, or nothing, where the path breaks off.
            let rest = path.value.get(at..).unwrap_or_default();
            let rest: String = rest.chars().take(12).collect();
            if rest.is_empty() {
                text!("motif-breaks-off")
            } else {
                text!("motif-path", rest)
            }
        }
        Wrong::Outside(x, y) => text!("motif-outside", x = shown(x), y = shown(y)),
        Wrong::Small(size) => text!("motif-small", size = shown(size), least = shown(LEAST)),
    };
    let hint = text!("motif-hint", side = shown(SIDE));
    file.error("E105", message, path.span, hint);
}

/// A length of the square, with two digits behind the point at the most.
fn shown(length: f64) -> String {
    format!("{}", (length * 100.0).round() / 100.0)
}

fn colours(file: &mut File<'_>, table: &mut Table<'_>, scheme: &Scheme) {
    let paper = colour(file, table, "paper");
    let accent = colour(file, table, "accent");
    let ground = paper.as_ref().map_or(scheme.paper, |paper| paper.value);
    let is_legible = |contrast: f64| contrast >= TEXT;
    if let Some(paper) = paper {
        let (ink, contrast) = scheme.worst_ink(paper.value);
        if !is_legible(contrast) {
            let least = written(scheme.legible_paper(paper.value));
            let message = text!(
                "paper-illegible",
                paper = written(paper.value),
                ink,
                contrast = figure(contrast)
            );
            let hint = text!("colour-legible-hint", colour = least);
            file.error("E105", message, paper.span, hint);
            return;
        }
    }
    if let Some(accent) = accent {
        let contrast = scheme.of_accent(accent.value, ground);
        if !is_legible(contrast) {
            let least = written(scheme.legible_accent(accent.value, ground));
            let (accent_written, paper) = (written(accent.value), written(ground));
            let message = text!(
                "accent-illegible",
                accent = accent_written,
                paper,
                contrast = figure(contrast)
            );
            let hint = text!("colour-legible-hint", colour = least);
            file.error("E105", message, accent.span, hint);
        }
    }
}

fn colour(file: &mut File<'_>, table: &mut Table<'_>, key: &'static str) -> Option<Spanned<Rgb>> {
    let written = table.string(file, key)?;
    let Some(value) = palette::parse(&written.value) else {
        let message = text!("colour-wrong", name = written.value);
        file.error("E105", message, written.span, text!("colour-wrong-hint"));
        return None;
    };
    Some(Spanned {
        value,
        span: written.span,
    })
}

fn written([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Rounded down: what is too little never looks as if it were enough.
fn figure(contrast: f64) -> String {
    format!("{:.2}", (contrast * 100.0).floor() / 100.0)
}

//! Entries that are not read at all: what is no text, is too large, or has a name or a folder that says a language that the
//! site does not have, `opening.es.md` and `es/news/opening.md`.

use super::standard::collection_of;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::{Source, load};

/// The languages with a code of two letters (ISO 639-1), and those of three (ISO 639-3) that are spoken beside Arabic: kinds of
/// Amazigh and of Kurdish, and of Arabic itself. Other endings, as in `node.js.md`, are parts of names.
const LANGUAGES: &str = "
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu
fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km
kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om
or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
acm aeb afb ajp apc apd arb arq ary arz ayl ckb kab kmr rif shi shy tzm zgh
";

/// The problem of such a file.
pub(super) fn problem(source: &Source, config: &Config) -> Option<Diagnostic> {
    let problem = source.problem().or_else(|| too_large(source, config));
    problem.or_else(|| undeclared(source.path(), config))
}

/// The problem of a file that is larger than an entry may be.
pub(super) fn too_large(source: &Source, config: &Config) -> Option<Diagnostic> {
    let limit = config.limits.entry;
    let size = source.bytes().len();
    (size > limit).then(|| {
        let (size, limit) = (size.to_string(), limit.to_string());
        Diagnostic::error("E112", text!("entry-too-large", size, limit))
            .at(source.path())
            .hint(text!("entry-too-large-hint"))
    })
}

/// The problem of a file whose name ends in the code of a language that is none of the site's, or that is in a folder of
/// that name, and in it in that of a collection.
fn undeclared(path: &SourcePath, config: &Config) -> Option<Diagnostic> {
    let is_own = |tag: &&str| {
        let own = &config.language;
        let tags = [own.tag(), own.subtag()];
        config.other_languages.is_empty() && tags.iter().any(|own| own.eq_ignore_ascii_case(tag))
    };
    let is_undeclared = |tag: &&str| {
        let language = tag.split_once('-').map_or(*tag, |(language, _)| language);
        let mut known = LANGUAGES.split_ascii_whitespace();
        known.any(|known| known.eq_ignore_ascii_case(language))
            && config.language_tagged(tag).is_none()
    };
    let of_name = path.stem().rsplit_once('.').map(|(_, tag)| tag);
    let of_folder = || {
        let (folder, rest) = path.below(load::CONTENT)?.split_once('/')?;
        let without = SourcePath::new(&format!("{}/{rest}", load::CONTENT));
        let is_lost = collection_of(path, config).is_none();
        (is_lost && collection_of(&without, config).is_some()).then_some(folder)
    };
    let beside = || {
        let (start, tag) = path.as_str().rsplit_once('.')?.0.rsplit_once('.')?;
        Some((
            tag,
            format!("{start}{}", &path.as_str()[start.len() + 1 + tag.len()..]),
        ))
    };
    let outside = || {
        let tag = of_folder()?;
        let rest = path.below(load::CONTENT)?.strip_prefix(tag)?;
        Some((tag, format!("{}{rest}", load::CONTENT)))
    };
    let mut ways = [beside(), outside()].into_iter().flatten();
    if let Some((tag, meant)) = ways.find(|(tag, _)| is_own(tag)) {
        let message = text!("language-only-one", tag, own = config.language.tag());
        let hint = text!("language-only-one-hint", path = meant);
        return Some(Diagnostic::error("E105", message).at(path).hint(hint));
    }
    let table = |tag: &str| format!("[languages.{tag}]");
    let (tag, hint) = if let Some(tag) = of_name.filter(is_undeclared) {
        (tag, text!("language-of-name-hint", table = table(tag)))
    } else {
        let tag = of_folder().filter(is_undeclared)?;
        (tag, text!("language-of-folder-hint", table = table(tag)))
    };
    let problem = Diagnostic::error("E105", text!("language-not-of-site", tag));
    Some(problem.at(path).hint(hint))
}

//! The arguments of a filter or function, named `name=value`, to what they choose. A choice that is none is an error
//! that says what there is; names of arguments are checked with all other names of a template.

use tera::{Kwargs, TeraResult};

use super::refusal::hinted;
use crate::arabic::DateStyle;
use crate::locale::{Text, text};
use crate::schema::nearest;

/// The one of `all` that an argument names; `None` where it is not given.
pub(super) fn choice<T: Copy>(
    args: &Kwargs,
    argument: &str,
    all: &[T],
    name_of: impl Fn(T) -> &'static str,
) -> TeraResult<Option<T>> {
    let Some(wanted) = args.get::<&str>(argument)? else {
        return Ok(None);
    };
    let found = all.iter().copied().find(|one| name_of(*one) == wanted);
    if found.is_none() {
        let names = all.iter().map(|one| name_of(*one));
        // Who comes from another generator may write a pattern where dates are shown in a style.
        let meant = DateStyle::meant_by(wanted).map(DateStyle::name);
        let hint = match names.clone().find(|name| Some(*name) == meant) {
            Some(name) => text!("did-you-mean", name),
            None => there_are(wanted, names),
        };
        let message = text!("choice-none", argument, wanted);
        return Err(hinted(message, Some(hint)));
    }
    Ok(found)
}

/// What there is instead of a name that is none: the nearest, or all.
pub(super) fn there_are<'a>(wanted: &str, known: impl Iterator<Item = &'a str> + Clone) -> Text {
    match nearest(wanted, known.clone()) {
        Some(near) => text!("did-you-mean", name = near),
        None => text!(
            "there-are",
            names = known.map(str::to_owned).collect::<Vec<_>>()
        ),
    }
}

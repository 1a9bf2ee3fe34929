//! The arguments of a filter or function, named `name=value`, to what they choose. What Tera would pass over (an
//! argument of another name) and what it cannot know (a choice that is none) is an error that says what there is.

use tera::{Error, Kwargs, TeraResult};

use crate::schema::nearest;

/// Refuses arguments that nobody reads.
pub(super) fn only(args: &Kwargs, taker: &str, known: &[&str]) -> TeraResult<()> {
    for (key, _) in args.iter() {
        let name = key.as_value().to_string();
        if !known.contains(&name.as_str()) {
            let takes = match known {
                [] => "it takes none".to_owned(),
                known => there_are(&name, known.iter().copied()),
            };
            let message = format!("`{taker}` has no argument `{name}`; {takes}");
            return Err(Error::message(message));
        }
    }
    Ok(())
}

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
        let there_are = there_are(wanted, all.iter().map(|one| name_of(*one)));
        let message = format!("there is no {argument} `{wanted}`; {there_are}");
        return Err(Error::message(message));
    }
    Ok(found)
}

/// What there is instead of a name that is none: the nearest, or all.
pub(super) fn there_are<'a>(wanted: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(wanted, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

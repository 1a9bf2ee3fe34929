//! Expressions as they are written, for messages.

use std::ops::Range;

use super::missing::THIS_VALUE;
use crate::pages::templates::syntax::Expression;

/// The path of a value that is printed as it is, and where its last name stands.
pub(super) fn written(expression: &Expression<'_>) -> Option<(String, Range<usize>)> {
    match expression {
        Expression::Variable((_, range)) | Expression::Field(_, (_, range)) => {
            Some((path(expression), range.clone()))
        }
        Expression::Filter(_, call) => Some((path(expression), call.name.1.clone())),
        Expression::Slice(of, _) => Some((path(expression), written(of)?.1)),
        _ => None,
    }
}

/// An expression as it might be written: `page.contacts[…].title`.
pub(super) fn path(expression: &Expression<'_>) -> String {
    match expression {
        Expression::Variable((name, _)) => (*name).to_owned(),
        Expression::Field(of, (name, _)) => format!("{}.{name}", path(of)),
        Expression::Item(of, _) | Expression::Slice(of, _) => format!("{}[…]", path(of)),
        Expression::Filter(of, call) => match path(of) {
            of if of == THIS_VALUE => format!("… | {}", call.name.0),
            of => format!("{of} | {}", call.name.0),
        },
        _ => THIS_VALUE.to_owned(),
    }
}

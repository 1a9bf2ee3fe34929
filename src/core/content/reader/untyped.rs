//! Values of notations that have fewer types than TOML: what is written as another type is read as what the schema expects.

use toml::Spanned as Located;
use toml::de::DeValue;

use super::FieldReader;
use super::notation::{Notation, day, items, truth};
use crate::content::value::Value;
use crate::schema::Kind;
use crate::source::integer;

impl FieldReader<'_> {
    /// A value as one of the kind that it is expected to be, where its notation has none of that kind.
    pub(super) fn untyped(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Option<Value> {
        if let (Notation::WithoutDays, Kind::Int, DeValue::Float(number)) =
            (self.notation, kind, value.get_ref())
        {
            return whole(number.as_str()).map(Value::Int);
        }
        let words = value.get_ref().as_str()?;
        match (self.notation, kind) {
            (Notation::Typed, _) => None,
            (_, Kind::Date) => day(words).map(Value::Date),
            (Notation::WithoutDays, _) => None,
            (_, Kind::Int) => {
                let number = DeValue::parse(words).ok()?;
                integer(number.get_ref()).map(Value::Int)
            }
            (_, Kind::Bool) => truth(words).map(Value::Bool),
            (Notation::Texts(separator), Kind::List(inner)) => {
                let is_table = matches!(**inner, Kind::Record(_) | Kind::Cite | Kind::List(_));
                let items = items(words, value.span(), separator, self.text);
                let items = items.iter().filter(|_| !is_table);
                let items: Vec<_> = items.map(|item| self.read(inner, item)).collect();
                Some(Value::List(items)).filter(|_| !is_table)
            }
            _ => None,
        }
    }
}

/// A whole number that is written as a fraction, `3.0` or `1e3`, if a fraction of binary digits holds it without loss.
fn whole(written: &str) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number: f64 = written.parse().ok()?;
    let is_exact = number.abs() < EXACT;
    number.to_string().parse().ok().filter(|_| is_exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_told_from_fractions() {
        for (written, expected) in [
            ("3.0", Some(3)),
            ("-2.50e1", Some(-25)),
            ("1E3", Some(1000)),
            ("-0.0", Some(0)),
            ("3.5", None),
            ("1e16", None),
            ("1e400", None),
        ] {
            assert_eq!(whole(written), expected, "{written}");
        }
    }
}

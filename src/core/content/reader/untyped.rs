//! Values of notations that have fewer types than TOML: what is written as a text is read as what the schema expects.

use toml::Spanned as Located;
use toml::de::DeValue;

use super::FieldReader;
use super::notation::{Notation, day, items, truth};
use crate::content::value::Value;
use crate::schema::Kind;
use crate::source::integer;

impl FieldReader<'_> {
    /// A text as a value of the kind that it is expected to be, where its notation has none of that kind.
    pub(super) fn of_text(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Option<Value> {
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

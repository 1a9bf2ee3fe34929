//! Pictures that an entry names: a file beside its text, what of it is to be seen, and what it shows.

use std::sync::Arc;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::FieldReader;
use crate::content::value::{Picture, Value};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::Kind;

/// The middle of a picture.
const MIDDLE: (u16, u16) = (500, 500);

impl FieldReader<'_> {
    /// A picture: the name of its file, or a table with that and more. `None` for what is neither.
    pub(super) fn picture(
        &mut self,
        crops: &[Arc<str>],
        value: &Located<DeValue<'_>>,
    ) -> Option<Value> {
        let nothing = DeTable::new();
        let (file, table) = match value.get_ref() {
            DeValue::String(_) => (value, &nothing),
            DeValue::Table(table) => {
                let keys = table.keys();
                let unknown =
                    keys.filter(|key| !["file", "focus", "alt"].contains(&&**key.get_ref()));
                for key in unknown {
                    let message = text!("picture-key-unknown", name = key.get_ref().as_ref());
                    self.report("E102", message, key.span(), text!("picture-keys-hint"));
                }
                let Some(file) = table.get("file") else {
                    let hint = text!("picture-keys-hint");
                    self.report("E103", text!("picture-fileless"), value.span(), hint);
                    return Some(Value::Null);
                };
                (file, table)
            }
            _ => return None,
        };
        let Some(name) = file.get_ref().as_str() else {
            return Some(self.read(&Kind::String, file));
        };
        let focus = table.get("focus").map(|value| self.focus(value));
        let alt = table
            .get("alt")
            .map(|value| self.read(&Kind::String, value));
        let alt = match alt {
            Some(Value::String(alt)) => Some(alt),
            _ => None,
        };
        let is_beside = |name: &str| {
            let mut parts = name.split('/');
            !name.contains(':') && parts.all(|part| !matches!(part, "" | "." | ".."))
        };
        let name = name.strip_prefix("./").unwrap_or(name);
        if !is_beside(name) {
            let message = text!("picture-not-beside", name);
            self.report(
                "E105",
                message,
                file.span(),
                text!("picture-not-beside-hint"),
            );
            return Some(Value::Null);
        }
        let own = self.path.as_str();
        let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        Some(Value::Picture(Arc::new(Picture {
            file: SourcePath::new(&format!("{folder}/{name}")),
            alt,
            focus: focus.flatten().unwrap_or(MIDDLE),
            crops: crops.to_vec(),
            range: self.shift(file.span()),
        })))
    }

    /// `[0.5, 0.3]`, in thousandths.
    fn focus(&mut self, value: &Located<DeValue<'_>>) -> Option<(u16, u16)> {
        let parts = value.get_ref().as_array().map(|items| {
            let parts = items.iter().map(|item| thousandths(item.get_ref()));
            parts.collect::<Option<Vec<_>>>()
        });
        if let Some(Some(parts)) = parts
            && let [across, down] = parts[..]
        {
            return Some((across, down));
        }
        self.report(
            "E105",
            text!("focus-wrong"),
            value.span(),
            text!("focus-wrong-hint"),
        );
        None
    }
}

/// A number from 0 to 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is between 0 and 1000"
)]
fn thousandths(value: &DeValue<'_>) -> Option<u16> {
    let written = match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return None,
    };
    let number: f64 = written.replace('_', "").parse().ok()?;
    (0.0..=1.0)
        .contains(&number)
        .then(|| (number * 1000.0).round() as u16)
}

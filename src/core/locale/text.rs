//! A text with named arguments, in no language yet.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::catalogue;
use super::language::Language;

/// Something to say: the id of a text in the catalogues with its arguments, or words that are nobody's to translate, such as
/// what the system said of an error.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text(Arc<Kind>);

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
enum Kind {
    Known(Cow<'static, str>, Vec<(Cow<'static, str>, Argument)>),
    Verbatim(Cow<'static, str>),
}

/// The value of an argument.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Argument {
    /// Words of the site, names, places: the same in every language.
    Words(String),
    /// A number, by which a language may choose a form of a word.
    Number(u64),
    /// Something to say itself.
    Text(Text),
    /// A list. Its commas are those of the language.
    List(Vec<String>),
}

impl Text {
    /// A text of the catalogues; see `text!`.
    #[must_use]
    pub fn known(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        debug_assert!(catalogue::has(id), "{id} is in no catalogue");
        let arguments = arguments.into_iter();
        let arguments = arguments.map(|(name, value)| (Cow::Borrowed(name), value));
        Self(Arc::new(Kind::Known(id.into(), arguments.collect())))
    }

    /// Words as they are, in every language.
    #[must_use]
    pub fn verbatim(words: impl Into<Cow<'static, str>>) -> Self {
        Self(Arc::new(Kind::Verbatim(words.into())))
    }

    /// The id, where it is a text of the catalogues.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match &*self.0 {
            Kind::Known(id, _) => Some(id),
            Kind::Verbatim(_) => None,
        }
    }

    /// The arguments by name.
    #[must_use]
    pub fn arguments(&self) -> &[(Cow<'static, str>, Argument)] {
        match &*self.0 {
            Kind::Known(_, arguments) => arguments,
            Kind::Verbatim(_) => &[],
        }
    }

    /// The same text with the words of its arguments replaced. Lists are of names that the program knows, and stay.
    #[must_use]
    pub fn map_words(&self, replaced: &impl Fn(&str) -> String) -> Self {
        let kind = match &*self.0 {
            Kind::Known(id, arguments) => {
                let arguments = arguments.iter().map(|(name, argument)| {
                    let argument = match argument {
                        Argument::Words(words) => Argument::Words(replaced(words)),
                        Argument::Text(text) => Argument::Text(text.map_words(replaced)),
                        Argument::Number(_) | Argument::List(_) => argument.clone(),
                    };
                    (name.clone(), argument)
                });
                Kind::Known(id.clone(), arguments.collect())
            }
            Kind::Verbatim(words) => Kind::Verbatim(replaced(words).into()),
        };
        Self(Arc::new(kind))
    }

    /// The words in a language.
    #[must_use]
    pub fn say(&self, language: Language) -> Cow<'_, str> {
        match &*self.0 {
            Kind::Known(id, arguments) => {
                let mut values = FluentArgs::with_capacity(arguments.len());
                for (name, argument) in arguments {
                    values.set(&**name, argument.value(language));
                }
                Cow::Owned(catalogue::format(language, id, &values))
            }
            Kind::Verbatim(words) => Cow::Borrowed(words),
        }
    }
}

impl Argument {
    /// The argument as words, as it stands in a text.
    #[must_use]
    pub fn say(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Words(words) => Cow::Borrowed(words),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Text(text) => text.say(language),
            Self::List(items) => Cow::Owned(items.join(language.comma())),
        }
    }
}

impl Argument {
    fn value(&self, language: Language) -> FluentValue<'_> {
        match self {
            Self::Number(number) => FluentValue::from(*number),
            other => FluentValue::from(other.say(language)),
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Kind::deserialize(deserializer)? {
            Kind::Known(id, _) if !catalogue::has(&id) => Err(D::Error::custom(id)),
            kind => Ok(Self(Arc::new(kind))),
        }
    }
}

/// In English.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for Text {}

impl From<Text> for Argument {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

/// How many items of a list are said: thousands of problems may each name thousands of fields.
pub(super) const LISTED: usize = 100;

impl From<Vec<String>> for Argument {
    fn from(mut items: Vec<String>) -> Self {
        if items.len() > LISTED {
            items.truncate(LISTED);
            items.push("…".to_owned());
        }
        Self::List(items)
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}

impl From<Cow<'_, str>> for Argument {
    fn from(words: Cow<'_, str>) -> Self {
        Self::Words(words.into_owned())
    }
}

impl From<Arc<str>> for Argument {
    fn from(words: Arc<str>) -> Self {
        Self::Words(words.to_string())
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<i64> for Argument {
    /// A number that may be negative chooses no form.
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or_else(|_| Self::Words(number.to_string()), Self::Number)
    }
}

/// A [`Text`] of the catalogues: its id, then its arguments as `name = value`, or as `name` where a variable is called so.
/// A value is a string, a whole number, a list of strings, or another text.
#[macro_export]
macro_rules! text {
    (@argument $name:ident) => {
        $crate::locale::Argument::from($name)
    };
    (@argument $name:ident = $value:expr) => {
        $crate::locale::Argument::from($value)
    };
    ($id:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::locale::Text::known(
            $id,
            ::std::vec![$((stringify!($name), $crate::text!(@argument $name $(= $value)?))),*],
        )
    };
}

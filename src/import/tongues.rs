//! The languages of the old site besides its own, as its settings tell them.

use toml::{Table, Value};

use super::menus::{MenuItem, menus};

/// A language besides that of the site.
#[derive(Debug)]
pub(super) struct Tongue {
    /// What settings, names of files and addresses call it.
    pub(super) key: String,
    /// Its tag, which may name a country.
    pub(super) tag: String,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    /// What its readers call it.
    pub(super) name: Option<String>,
    /// The folder of its texts, if it has one of its own.
    pub(super) content: Option<String>,
    pub(super) menus: Vec<MenuItem>,
    /// Whether the old site did not publish it.
    pub(super) is_off: bool,
}

/// The languages that settings declare, but for the site's own.
pub(super) fn read(root: &Table, own_key: &str) -> Vec<Tongue> {
    let declared = root.get("languages").and_then(Value::as_table);
    let declared = declared.into_iter().flatten();
    let others = declared.filter(|(key, _)| !is_same(key, own_key) && is_tag(key));
    let nothing = Table::new();
    let mut read: Vec<(i64, Tongue)> = Vec::new();
    for (key, value) in others {
        let table = value.as_table().unwrap_or(&nothing);
        let params = table.get("params").and_then(Value::as_table);
        let word = |name: &str| {
            let value = table.get(name).or_else(|| params?.get(name));
            value.and_then(Value::as_str).map(str::to_owned)
        };
        let content = word("contentdir").map(|folder| folder.trim_matches('/').to_owned());
        let weight = table.get("weight").and_then(Value::as_integer);
        let tongue = Tongue {
            key: key.clone(),
            tag: spelt(key),
            title: word("title"),
            description: word("description"),
            name: word("languagename"),
            content,
            is_off: table.get("disabled").and_then(Value::as_bool) == Some(true),
            menus: menus(table.get("menu").or_else(|| table.get("menus"))),
        };
        // What two keys that are one tag say of it is said of one language.
        match read.iter_mut().find(|(_, known)| known.tag == tongue.tag) {
            Some((_, known)) => known.learn(tongue),
            None => read.push((weight.unwrap_or(i64::MAX), tongue)),
        }
    }
    read.sort_by_key(|(weight, _)| *weight);
    read.into_iter().map(|(_, tongue)| tongue).collect()
}

impl Tongue {
    /// Takes over what another key says of the same language, where this one says nothing.
    fn learn(&mut self, other: Self) {
        let words = [
            (&mut self.title, other.title),
            (&mut self.description, other.description),
            (&mut self.name, other.name),
            (&mut self.content, other.content),
        ];
        for (own, said) in words {
            if own.is_none() {
                *own = said;
            }
        }
        if self.menus.is_empty() {
            self.menus = other.menus;
        }
        self.is_off &= other.is_off;
    }
}

/// Whether two keys are one language: `pt_BR` is `pt-br`.
pub(super) fn is_same(key: &str, other: &str) -> bool {
    spelt(key) == spelt(other)
}

/// Whether a name is a tag of a language, as far as its form tells.
fn is_tag(name: &str) -> bool {
    let mut parts = name.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    let is_letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    (2..=3).contains(&first.len())
        && is_letters(first)
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// `zh-hant-tw` as standards spell it: `zh-Hant-TW`.
fn spelt(key: &str) -> String {
    let mut out = String::new();
    for (at, part) in key.to_lowercase().split(['-', '_']).enumerate() {
        match (at, part.len()) {
            (0, _) => out.push_str(part),
            (_, 2) => out = out + "-" + &part.to_uppercase(),
            (_, 4) => out = out + "-" + &part[..1].to_uppercase() + &part[1..],
            _ => out = out + "-" + part,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_in_their_order_but_for_the_own() {
        let settings = "[languages.ar]\n[languages.fr]\nweight = 3\ntitle = \"Carnet\"\nlanguagename = \"Français\"\ncontentdir = \"content/fr/\"\n\
            [languages.zh-hant-tw]\nweight = 2\n[languages.de]\nweight = 9\ndisabled = true\n[languages.a_name]\n[languages.pt_br.params]\ndescription = \"Um\"\n\
            [languages.pt-BR]\ntitle = \"Livro\"\n[languages.AR]\n";
        let read = read(&settings.parse().unwrap(), "ar");
        let told: Vec<_> = read
            .iter()
            .map(|one| {
                (
                    one.key.as_str(),
                    one.tag.as_str(),
                    one.description.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("zh-hant-tw", "zh-Hant-TW", None),
                ("fr", "fr", None),
                ("de", "de", None),
                ("pt-BR", "pt-BR", Some("Um")),
            ]
        );
        let (french, german) = (&read[1], &read[2]);
        assert_eq!(read[3].title.as_deref(), Some("Livro"));
        assert!(german.is_off && !french.is_off);
        assert_eq!(french.content.as_deref(), Some("content/fr"));
        assert_eq!(
            (french.title.as_deref(), french.name.as_deref()),
            (Some("Carnet"), Some("Français"))
        );
    }
}

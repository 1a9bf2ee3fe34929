//! The text of an entry's file, with single keys of its front matter written anew and everything else left as it is.

use std::ops::Range;

use crate::source::quoted;

/// A file of an entry.
pub(super) struct EntryText {
    text: String,
}

impl EntryText {
    pub(super) fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// The lines of a key at the top of the front matter, from its name to the end of its value.
    fn key(&self, name: &str) -> Option<Range<usize>> {
        let mut start = 0;
        let mut is_open = !self.text.starts_with("+++");
        for line in self.text.split_inclusive('\n') {
            let bare = line.trim_end();
            if bare == "+++" {
                if is_open {
                    return None;
                }
                is_open = true;
            } else if bare.starts_with('[') {
                return None;
            } else if bare
                .strip_prefix(name)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
            {
                return Some(start..start + self.length(start));
            }
            start += line.len();
        }
        None
    }

    /// The bytes of a statement: its first line, and those to the bracket that closes what it opens.
    fn length(&self, start: usize) -> usize {
        let (mut depth, mut length) = (0_i32, 0);
        for line in self.text[start..].split_inclusive('\n') {
            let (mut is_string, mut previous) = (false, ' ');
            for c in line.chars() {
                match c {
                    '"' if previous != '\\' => is_string = !is_string,
                    '#' if !is_string => break,
                    '[' | '{' if !is_string => depth += 1,
                    ']' | '}' if !is_string => depth -= 1,
                    _ => {}
                }
                previous = c;
            }
            length += line.len();
            if depth <= 0 {
                break;
            }
        }
        length
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.key(name).is_some()
    }

    pub(super) fn remove_key(&mut self, name: &str) {
        if let Some(range) = self.key(name) {
            self.text.replace_range(range, "");
        }
    }

    /// Gives a key another text.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        if let Some(range) = self.key(name) {
            self.text
                .replace_range(range, &format!("{name} = {}\n", quoted(value)));
        }
    }

    /// Puts other tables in place of those of an array, which stands in the file as `[[name]]`, or as a value.
    pub(super) fn replace_tables(&mut self, name: &str, tables: &str) {
        self.remove_key(name);
        let header = format!("[[{name}]]");
        let mut text = String::with_capacity(self.text.len());
        let (mut is_inside, mut is_done) = (false, false);
        for line in self.text.split_inclusive('\n') {
            let bare = line.trim_end();
            if bare == header {
                is_inside = true;
                if !is_done {
                    text.push_str(tables);
                    is_done = true;
                }
            } else if bare.starts_with('[') && bare.ends_with(']') && bare.len() > 2 {
                is_inside = false;
            }
            if !is_inside {
                text.push_str(line);
            }
        }
        if !is_done {
            text.push('\n');
            text.push_str(tables);
        }
        self.text = text.trim_end().to_owned() + "\n";
    }

    /// Adds quotations to a list, which may not be there yet.
    pub(super) fn add_citations(&mut self, name: &str, citations: &[(i64, Vec<String>)]) {
        let items = citations.iter().map(|(paragraph, quote)| {
            let quote: Vec<String> = quote.iter().map(|words| quoted(words)).collect();
            format!("  {{ p = {paragraph}, quote = [{}] }},\n", quote.join(", "))
        });
        let items: String = items.collect();
        if items.is_empty() {
            return;
        }
        let Some(range) = self.key(name) else {
            let at = self
                .key("attested")
                .map_or(self.text.len(), |range| range.end);
            self.text.insert_str(at, &format!("{name} = [\n{items}]\n"));
            return;
        };
        let Some(close) = self.text[range.clone()].rfind(']') else {
            return;
        };
        let before = self.text[range.start..range.start + close].trim_end();
        let comma = if before.ends_with([',', '[']) {
            ""
        } else {
            ","
        };
        let end = range.start + before.len();
        self.text
            .replace_range(end..range.start + close, &format!("{comma}\n{items}"));
    }

    /// Replaces an item of a list by another name, or takes it out with its comma.
    pub(super) fn replace_item(&mut self, range: Range<usize>, name: Option<&str>) {
        if let Some(name) = name {
            self.text.replace_range(range, &quoted(name));
            return;
        }
        let rest = &self.text[range.end..];
        let blank = rest.len() - rest.trim_start().len();
        let (mut start, mut end) = (range.start, range.end);
        if rest.trim_start().starts_with(',') {
            end += blank + 1;
            let rest = &self.text[end..];
            end += rest.len() - rest.trim_start_matches([' ', '\n']).len();
        } else {
            let before = self.text[..start].trim_end();
            start = before.strip_suffix(',').map_or(start, str::len);
        }
        self.text.replace_range(start..end, "");
    }
}

#[cfg(test)]
mod tests {
    use super::EntryText;

    const FILE: &str = "draft = true # to do\ntitle = \"a # [b\"\nparties = [\n  \"x/a\",\n  \"x/b\",\n]\nattested = { p = 1, quote = [\"ق\"] }\n";

    fn changed(change: impl FnOnce(&mut EntryText)) -> String {
        let mut text = EntryText::of(FILE);
        change(&mut text);
        assert!(
            toml::from_str::<toml::Table>(&text.text).is_ok(),
            "{}",
            text.text
        );
        text.text
    }

    #[test]
    fn keys_change_and_the_rest_stays() {
        assert_eq!(
            changed(|text| text.remove_key("draft")),
            FILE.replace("draft = true # to do\n", "")
        );
        assert_eq!(
            changed(|text| text.set("title", "ب \"")),
            FILE.replace("\"a # [b\"", "\"ب \\\"\"")
        );
        assert_eq!(
            changed(|text| text.remove_key("parties")).lines().count(),
            3
        );
        let more = [(2, vec!["ك".to_owned()])];
        let one = changed(|text| text.add_citations("also", &more));
        assert!(
            one.ends_with("also = [\n  { p = 2, quote = [\"ك\"] },\n]\n"),
            "{one}"
        );
        let mut two = EntryText::of(&one);
        two.add_citations("also", &more);
        assert_eq!(two.text.matches("p = 2").count(), 2);
        assert!(toml::from_str::<toml::Table>(&two.text).is_ok());
        let mut inline = EntryText::of("also = [{ p = 1, quote = [\"ا\"] }]\n");
        inline.add_citations("also", &more);
        assert!(
            toml::from_str::<toml::Table>(&inline.text).is_ok(),
            "{}",
            inline.text
        );
    }

    #[test]
    fn items_leave_a_list_with_their_commas() {
        for (file, item) in [
            ("a = [\"x\", \"y\"]\n", "\"x\""),
            ("a = [\"x\", \"y\"]\n", "\"y\""),
            ("a = [\"x\"]\n", "\"x\""),
            ("a = [\n  \"x\",\n  \"y\",\n]\n", "\"y\""),
        ] {
            let mut text = EntryText::of(file);
            let at = file.find(item).unwrap_or_default();
            text.replace_item(at..at + item.len(), None);
            let table: toml::Table =
                toml::from_str(&text.text).unwrap_or_else(|_| panic!("{}", text.text));
            assert_eq!(
                table["a"].as_array().map(Vec::len),
                Some(file.matches('"').count() / 2 - 1)
            );
        }
    }
}

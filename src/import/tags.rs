//! Files for tags whose page had another address than warraq gives it.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::address::{name, published};
use super::generator::Files;
use super::old::Old;
use super::page::{Page, slug};
use super::schema::Schema;
use super::taxonomy::key_of;
use super::types::quote;
use crate::arabic::{bare, name_key};

/// An entry for each tag that needs one.
pub(super) fn files(old: &Old, pages: &[Page], schema: &Schema) -> Files {
    let mut files = Files::new();
    for tags in &schema.tags {
        let folder_of_all = name(old, key_of(&old.taxonomies, tags));
        let of_all = format!("{}/{folder_of_all}", old.own_prefix);
        // By what all spellings of a tag have in common: how often each is written.
        let mut spellings: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for page in pages {
            let list = page.fields.get(tags.as_str()).and_then(Value::as_array);
            for word in list.into_iter().flatten().filter_map(Value::as_str) {
                let known = spellings.entry(name_key(word)).or_default();
                *known.entry(word).or_default() += 1;
            }
        }
        let mut used = BTreeSet::new();
        for page in pages
            .iter()
            .filter(|page| page.is_tag && page.collection == *tags)
        {
            let title = page
                .fields
                .get("title")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let folder = page.folders.last().map_or("", String::as_str);
            spellings.retain(|key, _| *key != name_key(title) && *key != name_key(folder));
        }
        for (at, known) in spellings.values().enumerate() {
            let Some((title, _)) = known
                .iter()
                .max_by_key(|(word, count)| (**count, std::cmp::Reverse(**word)))
            else {
                continue;
            };
            let address = |word: &str| {
                let own = name(old, word);
                published(&format!("{of_all}/{own}/"))
            };
            let mut own = slug(title);
            let is_twice = !used.insert(own.clone());
            if own.is_empty() || is_twice {
                let numbered = format!("{own}-{}", at + 1);
                numbered.trim_start_matches('-').clone_into(&mut own);
            }
            let first = address(title);
            let mut former: Vec<String> = known.keys().filter_map(|word| address(word)).collect();
            // Addresses that differ in vowel signs alone are one, of which there cannot be two files.
            let new = first.clone().unwrap_or_default();
            former.retain(|one| bare(one) != bare(&new));
            former.sort();
            former.dedup();
            let is_same = first.as_deref() == Some(&*format!("{of_all}/{own}/"));
            if is_same && former.is_empty() && !is_twice {
                continue;
            }
            let mut text = format!("+++\ntitle = {}\n", quote(title));
            if let Some(first) = first.filter(|_| !is_same) {
                text += &format!("url = {}\n", quote(&first));
            }
            if !former.is_empty() {
                let former: Vec<String> = former.iter().map(|one| quote(one)).collect();
                text += &format!("redirect_from = [{}]\n", former.join(", "));
            }
            text += "+++\n";
            files.insert(
                format!("content/{}/{own}.md", schema.folder_of_tags(tags)),
                text.into_bytes(),
            );
        }
    }
    files
}

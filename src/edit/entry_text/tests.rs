//! Changes of entries’ files, however TOML is written in them.

use proptest::prelude::*;
use toml::{Table as Values, Value};

use super::super::tables::{self, Table};
use super::EntryText;
use crate::path::SourcePath;
use crate::source::Source;

const FILE: &str = "draft = true # to do\ntitle = \"a # [b\"\nparties = [\n  \"x/a\",\n  \"x/b\",\n]\nattested = { p = 1, quote = [\"ق\"] }\n";

/// The file once it is changed, and what it says then.
fn changed(path: &str, file: &str, change: impl FnOnce(&mut EntryText)) -> (String, Values) {
    let mut text = EntryText::of(&Source::new(SourcePath::new(path), file.into()));
    change(&mut text);
    let text = text.into_source().text().to_owned();
    let fenced = text
        .strip_prefix("+++\n")
        .map(|rest| rest.split("+++\n").next());
    let front_matter = fenced.flatten().unwrap_or(&text);
    let values = toml::from_str(front_matter).unwrap_or_else(|error| panic!("{error}\n{text}"));
    (text, values)
}

#[test]
fn keys_change_and_the_rest_stays() {
    let changed = |change: fn(&mut EntryText)| changed("a.toml", FILE, change).0;
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
    let also =
        |text: &mut EntryText| text.add_citations("also", &[(None, 2, vec!["ك".to_owned()])]);
    let one = changed(also);
    assert!(
        one.ends_with("also = [\n  { p = 2, quote = [\"ك\"] },\n]\n"),
        "{one}"
    );
}

/// Every way to write a key and its value.
fn statement(key: &str) -> impl Strategy<Value = (String, Value)> + use<> {
    let quoted = [key.to_owned(), format!("\"{key}\""), format!("'{key}'")];
    let values = prop_oneof![
        Just(("\"a # [b] = \\\"c\\\\\"", Value::from("a # [b] = \"c\\"))),
        Just(("'c:\\'", Value::from("c:\\"))),
        Just((
            "\"\"\"\ntitle = 1\n[[paragraphs]]\n+ \\\n  x\"\"\"",
            Value::from("title = 1\n[[paragraphs]]\n+ x")
        )),
        Just(("'''\n[other]\n\"\"\"'''", Value::from("[other]\n\"\"\""))),
        Just(("{ a = [1, 2], \"b]\" = '}' }", {
            let mut table = Values::new();
            table.insert("a".into(), Value::from(vec![1, 2]));
            table.insert("b]".into(), "}".into());
            table.into()
        })),
        Just(("[\n  \"x\", # y, ]\n  'z'\n]", Value::from(vec!["x", "z"]))),
    ];
    let remark = prop_oneof![Just(""), Just(" # x = [ \"")];
    (
        proptest::sample::select(quoted.to_vec()),
        values,
        remark,
        prop_oneof![Just(" = "), Just("=")],
    )
        .prop_map(|(key, (written, value), remark, equals)| {
            (format!("{key}{equals}{written}{remark}\n"), value)
        })
}

/// Every way to write a table of an array, which has a number and a text.
fn table(number: i64) -> impl Strategy<Value = (String, String)> {
    let head = prop_oneof![
        Just("[[paragraphs]]"),
        Just("[[ paragraphs ]]"),
        Just("  [[paragraphs]] # note ["),
        Just("[[\"paragraphs\"]]"),
    ];
    let rest = prop_oneof![
        Just(""),
        Just("mine.x = 1\nmine.y = '''\n[z]'''\n"),
        Just("# a remark\nmine = 'm'\n"),
        Just("[paragraphs.mine]\nk = 1\n"),
        Just(
            "[[paragraphs.mine]]\nk = \"\"\"\n[[paragraphs]]\"\"\"\n[paragraphs.mine.deep]\nl = 2\n"
        ),
        Just("\n[other]\n[paragraphs.mine]\nk = 2\n"),
    ];
    (
        head,
        statement("text"),
        rest,
        prop_oneof![Just("\n"), Just(""), Just("# above\n")],
    )
        .prop_map(move |(head, (text, _), rest, above)| {
            // Of an array, only one part may be named behind another table.
            let rest = if number == 3 {
                rest
            } else {
                rest.trim_start_matches("\n[other]\n")
            };
            (format!("{above}{head}\nn = {number}\n{text}{rest}"), text)
        })
}

fn front_matter() -> impl Strategy<Value = (String, Value)> {
    let tables = (table(1), table(2), table(3));
    (statement("title"), statement("also"), tables, any::<bool>()).prop_map(
        |((title, value), (other, _), ((one, _), (two, _), (three, _)), is_last)| {
            let other = if is_last { "" } else { &other };
            let tables = format!("{one}{two}{three}");
            (format!("a.b = 1\n{title}{other}\n{tables}"), value)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn however_toml_is_written_only_what_is_named_changes((file, title) in front_matter(), in_markdown in any::<bool>()) {
        let (path, file) = if in_markdown {
            ("a.md", format!("+++\n{file}+++\ntitle = 2\n[[paragraphs]]\n"))
        } else {
            ("a.toml", file)
        };
        let (_, before) = changed(path, &file, |_| {});
        prop_assert_eq!(&before["title"], &title);
        let without = |values: &Values, name: &str| {
            let mut values = values.clone();
            values.remove(name);
            values
        };

        let (_, after) = changed(path, &file, |text| text.set("title", "new"));
        prop_assert_eq!(&after["title"], &Value::from("new"));
        prop_assert_eq!(without(&after, "title"), without(&before, "title"));
        let (_, after) = changed(path, &file, |text| text.remove_key("title"));
        prop_assert_eq!(&after, &without(&before, "title"));
        let (_, after) = changed(path, &file, |text| assert!(text.write("b", "[1]")));
        prop_assert_eq!(without(&after, "b"), before.clone());
        let (_, after) = changed(path, &file, |text| text.remove_key("paragraphs"));
        prop_assert_eq!(&after, &without(&before, "paragraphs"));

        // The second table goes, a new one comes, and the third has another number and text.
        let (text, after) = changed(path, &file, |text| {
            let mut all = tables::of(text, "paragraphs");
            assert_eq!(all.len(), 3);
            let mut new = Table::new("paragraphs");
            new.set("n", Some("9"), "");
            all[1] = new;
            all[2].set("n", Some("4"), "");
            all[2].set("text", Some("\"t\""), "n");
            all[2].set("heading", Some("\"h\""), "n");
            tables::replace(text, "paragraphs", &all);
        });
        prop_assert_eq!(without(&after, "paragraphs"), without(&before, "paragraphs"));
        let (old, new) = (before["paragraphs"].as_array().unwrap(), after["paragraphs"].as_array().unwrap());
        prop_assert_eq!(new.len(), 3);
        prop_assert_eq!(&new[0], &old[0]);
        prop_assert_eq!(new[1].as_table().unwrap().len(), 1);
        let third = new[2].as_table().unwrap();
        prop_assert_eq!((&third["n"], &third["text"], &third["heading"]), (&Value::from(4), &Value::from("t"), &Value::from("h")));
        prop_assert_eq!(third.get("mine"), old[2].get("mine"));
        prop_assert_eq!(text.matches("# a remark").count() + old[1].get("mine").map_or(0, |mine| usize::from(mine.is_str())), file.matches("# a remark").count());
    }
}

#[test]
fn quotations_are_added_to_lists_of_every_form() {
    for (path, file) in [
        ("a.toml", "x = 1\n"),
        ("a.toml", "x = 1\n[y]\nz = 1\n"),
        ("a.toml", "also = []\n"),
        ("a.toml", "also = [\n # none, yet\n]\n"),
        ("a.toml", "also = [{ p = 1, quote = [\"ا\"] }]\n"),
        ("a.toml", "also = [{ p = 1, quote = [\"ا\"] } # one ]\n]\n"),
        (
            "a.toml",
            "also = [\n  { p = 1, quote = '''ا''' }, # one,\n]\n[z]\n",
        ),
        (
            "a.toml",
            "[[also]] # one\np = 1\nquote = \"ا\"\n[z]\nx = 1\n",
        ),
        ("a.md", "+++\ntitle = \"a\"\n+++\nalso = []\n"),
        (
            "a.md",
            "+++\nalso = [{ p = 1, quote = [\"ا\"] }]\n+++\nalso = []",
        ),
    ] {
        let (_, before) = changed(path, file, |_| {});
        let count = before
            .get("also")
            .map_or(0, |also| also.as_array().unwrap().len());
        let (text, after) = changed(path, file, |text| {
            text.add_citations(
                "also",
                &[
                    (None, 2, vec!["ك".to_owned()]),
                    (Some("b".to_owned()), 3, vec!["م".to_owned()]),
                ],
            );
        });
        let also = after["also"].as_array().unwrap();
        assert_eq!(also.len(), count + 2, "{text}");
        assert_eq!(also[count + 1]["p"], Value::from(3), "{text}");
        assert_eq!(also[count + 1]["source"], Value::from("b"), "{text}");
        assert_eq!(text.split("+++").nth(2), file.split("+++").nth(2));
    }
}

#[test]
fn items_leave_a_list_with_their_commas() {
    for (file, item) in [
        ("a = [\"x\", \"y\"]\n", "\"x\""),
        ("a = [\"x\", \"y\"]\n", "\"y\""),
        ("a = [\"x\"]\n", "\"x\""),
        ("a = [\n  \"x\",\n  \"y\",\n]\n", "\"y\""),
        ("a = [\n  \"x\", # one,\n  \"y\" ]\n", "\"y\""),
        ("a = [\n  \"x\", # one,\n  \"y\" # two,\n]\n", "\"y\""),
        ("a = [\n  \"x\" # one,\n  ,\n  \"y\" # two,\n]\n", "\"x\""),
        ("b = { a = [\"x\", \"y\"] }\n", "\"y\""),
        ("b = [\n{ a = [\"x\", \"y\"] },\n]\n", "\"x\""),
    ] {
        let at = file.find(item).unwrap();
        let (text, after) = changed("a.toml", file, |text| {
            text.replace_item(at..at + item.len(), None);
        });
        let b = after
            .get("b")
            .map(|b| b.as_array().map_or(b, |all| &all[0]));
        let a = b
            .map_or_else(|| &after["a"], |b| &b["a"])
            .as_array()
            .unwrap();
        let left: Vec<_> = a.iter().filter_map(Value::as_str).collect();
        let expected: Vec<_> = ["x", "y"]
            .into_iter()
            .filter(|one| file.contains(&format!("\"{one}\"")) && !item.contains(one))
            .collect();
        assert_eq!(left, expected, "{text}");
    }
    // What is no item of a list stays, so that the build can say what is wrong.
    let file = "a = \"x\"\n";
    assert_eq!(
        changed("a.toml", file, |text| text.replace_item(4..7, None)).0,
        file
    );
    assert_eq!(
        changed("a.toml", file, |text| text.replace_item(4..7, Some("y"))).0,
        "a = \"y\"\n"
    );
}

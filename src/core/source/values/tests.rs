//! Data in three notations: the same values, places that hold, and nothing that takes a machine down.

use std::ops::Range;

use proptest::prelude::*;

use super::*;

/// A value as TOML would write it, which is easy to compare.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| shown(item.get_ref())).collect();
            format!("[{}]", items.join(","))
        }
        DeValue::Table(table) => {
            let mut pairs: Vec<_> = table
                .iter()
                .map(|(key, value)| format!("{}={}", key.get_ref(), shown(value.get_ref())))
                .collect();
            pairs.sort();
            format!("{{{}}}", pairs.join(","))
        }
    }
}

/// Calls `each` with all values and keys.
fn walk(value: &Located<DeValue<'_>>, each: &mut impl FnMut(&str, Range<usize>)) {
    match value.get_ref() {
        DeValue::String(text) => each(text, value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| walk(item, each)),
        DeValue::Table(table) => {
            for (key, value) in table {
                each(key.get_ref(), key.span());
                walk(value, each);
            }
        }
        _ => each("", value.span()),
    }
}

#[test]
fn yaml_takes_over_the_keys_of_other_tables() {
    for (yaml, expected) in [
        (
            "b: &b {x: 1, y: 2}\no:\n  y: 3\n  <<: *b\n  z: 4\n",
            "{b={x=1,y=2},o={x=1,y=3,z=4}}",
        ),
        (
            "- &a {x: 1}\n- &b {x: 2, y: 2}\n- {<<: [*a, *b], z: 3}\n- &c {<<: *b, y: 5}\n- <<: *c\n",
            "[{x=1},{x=2,y=2},{x=1,y=2,z=3},{x=2,y=5},{x=2,y=5}]",
        ),
        ("<<: ~\na: 1\n", "{a=1}"),
        ("\"<<\": {a: 1}\n", "{<<={a=1}}"),
        ("<<: 1\n", "{<<=1}"),
    ] {
        let value = yaml::parse(yaml).unwrap().unwrap();
        assert_eq!(shown(value.get_ref()), expected, "{yaml}");
    }
}

#[test]
fn json_and_yaml_give_the_values_that_toml_has() {
    for (json, yaml, expected) in [
        (
            r#"{"ا": "ب", "n": -12}"#,
            "ا: ب\nn: -12\n",
            r#"{n=-12,ا="ب"}"#,
        ),
        (
            r#"[1, 2.5, true, "x"]"#,
            "- 1\n- 2.5\n- true\n- x\n",
            r#"[1,2.5,true,"x"]"#,
        ),
        (r#"{"a": null, "b": []}"#, "a: ~\nb: []\n", "{b=[]}"),
        (
            r#"{"a": {"b": [{"c": 1}]}}"#,
            "a:\n  b:\n  - c: 1\n",
            "{a={b=[{c=1}]}}",
        ),
        (
            r#""\u0643\ud83d\ude00\n""#,
            "\"\\u0643😀\\n\"",
            r#""ك😀\n""#,
        ),
        (r#"["a", "a"]"#, "- &x a\n- *x\n", r#"["a","a"]"#),
        (
            r#"["12", "no", "1_2"]"#,
            "['12', no, 1_2]",
            r#"["12","no","1_2"]"#,
        ),
        (r#"["a b\n"]"#, "- >\n  a\n  b\n", r#"["a b\n"]"#),
    ] {
        assert_eq!(
            shown(parse_json(json).unwrap().get_ref()),
            expected,
            "{json}"
        );
        let yaml = parse_yaml(yaml).unwrap().unwrap();
        assert_eq!(shown(yaml.get_ref()), expected, "{yaml:?}");
    }
    let days = parse_yaml("- 2025-11-24\n- 2025-11-24T10:00:00+01:00\n").unwrap();
    let days = shown(days.unwrap().get_ref());
    assert_eq!(days, "[2025-11-24,2025-11-24T10:00:00+01:00]");
    assert!(parse_yaml("# nothing\n").unwrap().is_none());
}

#[test]
fn every_value_has_its_place_whatever_ends_the_lines() {
    let yaml = "عنوان: \"كتاب\"\r\nقائمة:\r\n  - أول\r\n  - 'ثان'\r\nيوم: 2025-11-24\r\n";
    let json = "{\r\n  \"عنوان\": \"كتاب\", \"قائمة\": [\"أول\", \"ثان\"]}";
    for (text, value) in [
        (yaml, parse_yaml(yaml).unwrap().unwrap()),
        (json, parse_json(json).unwrap()),
    ] {
        let mut found = 0;
        walk(&value, &mut |words, range| {
            let written = text[range].trim_matches(['"', '\'']);
            assert!(
                words == written || written == "2025-11-24",
                "{written:?} {words}"
            );
            found += 1;
        });
        assert!(found >= 5, "{found}");
    }
}

#[test]
fn what_is_broken_is_told_where_it_is() {
    for (json, at, id) in [
        ("{\"a\": 1,}", 8, "json-comma-last"),
        ("[1, 2,]", 6, "json-comma-last"),
        ("{\"a\" 1}", 5, "json-colon"),
        ("{a: 1}", 1, "json-key"),
        ("{'a': 1}", 1, "json-marks"),
        ("[“a”]", 1, "json-marks"),
        ("[1، 2]", 2, "json-other-comma"),
        ("[1 2]", 3, "json-comma"),
        ("[1, 2", 0, "toml-list-open"),
        ("{\"a\": \"b}\n", 6, "toml-string-open"),
        ("[\"\\q\"]", 2, "toml-escape"),
        ("[tru]", 1, "json-no-value"),
        ("", 0, "json-end"),
        ("[1] 2", 4, "json-more"),
        ("// x\n[1]", 0, "json-comment"),
        ("{\"a\": 1, \"a\": 2}", 9, "toml-twice"),
        ("[null]", 1, "values-null"),
        ("[01]", 1, "json-no-value"),
        ("[0x1F]", 1, "json-no-value"),
        ("[0o17]", 1, "json-no-value"),
        ("[0b1]", 1, "json-no-value"),
        ("[1_000]", 1, "json-no-value"),
        ("[+1]", 1, "json-no-value"),
        ("[-inf]", 1, "json-no-value"),
        ("[\"\\ud800x\"]", 2, "toml-escape"),
    ] {
        let fault = parse_json(json).unwrap_err();
        assert_eq!(
            (fault.range.start, fault.message.id()),
            (at, Some(id)),
            "{json}"
        );
    }
    for (yaml, at, id) in [
        ("a: 1\na: 2\n", 5, "toml-twice"),
        ("a:\n\t- b\n", 3, "yaml-tab"),
        ("- ~\n", 2, "values-null"),
        ("a: 1\n---\nb: 2\n", 5, "yaml-documents"),
        ("? [a]\n: b\n", 2, "yaml-key"),
        ("a: &x [*x]\n", 7, "yaml-alias"),
        ("- a: ب\n\tc: 1\n", 8, "yaml-tab"),
        ("a: ب: ج\n", 3, "yaml-colon"),
        ("a: ب\nname:علي\nb: 1\n", 6, "yaml-colon-space"),
        ("title:عنوان\nname:علي\n", 0, "yaml-colon-space"),
        ("- a: ب\n   c: 1\n", 11, "yaml-indent"),
        ("- a: \"ب\n- c: d\n", 5, "toml-string-open"),
    ] {
        let fault = parse_yaml(yaml).unwrap_err();
        assert_eq!(
            (fault.range.start, fault.message.id()),
            (at, Some(id)),
            "{yaml}"
        );
    }
    assert_eq!(
        parse_yaml("a: [b\nc: d").unwrap_err().message.id(),
        Some("yaml-flow")
    );
}

#[test]
fn what_would_take_all_memory_or_the_whole_stack_is_refused() {
    let deep = "[".repeat(100_000);
    assert_eq!(
        parse_json(&deep).unwrap_err().message.id(),
        Some("values-deep")
    );
    let objects = "{\"a\":".repeat(100_000);
    assert_eq!(
        parse_json(&objects).unwrap_err().message.id(),
        Some("values-deep")
    );
    assert_eq!(
        parse_yaml(&"- ".repeat(500)).unwrap_err().message.id(),
        Some("values-deep")
    );
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let names = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{names}]\n");
    }
    assert_eq!(
        parse_yaml(&bomb).unwrap_err().message.id(),
        Some("yaml-copies")
    );
    let wide = ",a".repeat(1_000_000);
    let (_, faults) = parse_csv(&wide);
    let ids: Vec<_> = faults.iter().map(|fault| fault.message.id()).collect();
    assert_eq!(ids, [Some("csv-columns")]);
    let short = format!("a,b\n{}", "1\n".repeat(100_000));
    assert_eq!(parse_csv(&short).1.len(), 20);
}

/// The texts of a table, a line each.
fn cells(text: &str) -> String {
    let (rows, faults) = parse_csv(text);
    assert_eq!(faults, [], "{text}");
    let all = [rows.header].into_iter().chain(rows.rows);
    let lines = all.map(|row| {
        let cells = row.iter().map(|cell| cell.text.as_ref());
        cells.collect::<Vec<_>>().join("|")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn spreadsheets_write_csv_in_many_ways() {
    for text in [
        "ا,ب\n1,2\n",
        "ا;ب\r\n1;2\r\n",
        "ا\tب\n1\t2",
        "sep=;\r\nا;ب\r\n1;2\r\n",
        "\"ا\", \"ب\"\n\"1\" , 2 \n",
        "ا,ب,,\n1,2,,\n,,,\n\n",
        "\n\nا;ب\n\n1;2;;;\n",
    ] {
        assert_eq!(
            cells(text).trim_end_matches('|').replace("||\n", "\n"),
            "ا|ب\n1|2",
            "{text:?}"
        );
    }
    let quoted = "a,b\n\"x, \"\"y\"\"\n z\",2\n";
    assert_eq!(cells(quoted), "a|b\nx, \"y\"\n z|2");
    for (text, at, id) in [
        ("a,b\n1\n", 4, "csv-cells"),
        ("a,b\n1,2,3\n", 4, "csv-cells"),
        ("a,a\n1,2\n", 2, "csv-column-twice"),
        ("a.b,c,a . b\n1,2,3\n", 6, "csv-column-twice"),
        ("b,a,a.b,a.c\n1,2,3,4\n", 2, "csv-column-whole"),
        ("a.b.c,ab,a\n1,2,3\n", 9, "csv-column-whole"),
        ("a,\n1,2\n", 5, "csv-column-unnamed"),
        ("a,b\n\"1,2\n", 4, "csv-open"),
        ("a,b\n\"1\"x,2\n", 7, "csv-after-quote"),
        ("\n ,\n", 0, "csv-empty"),
    ] {
        let (_, faults) = parse_csv(text);
        let found: Vec<_> = faults
            .iter()
            .map(|one| (one.range.start, one.message.id()))
            .collect();
        assert_eq!(found, [(at, Some(id))], "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd_to_be_read(text in "[-\\[\\]{}:,;\"'#&*!|>?%@ \\n\\r\\ta1كـ\\\\u/]{0,60}") {
        for range in [
            parse_json(&text).err().map(|fault| fault.range),
            parse_yaml(&text).err().map(|fault| fault.range),
        ].into_iter().flatten() {
            prop_assert!(text.get(range).is_some());
        }
        let (rows, faults) = parse_csv(&text);
        let cells = rows.rows.iter().flatten().map(|cell| cell.range.clone());
        for range in cells.chain(faults.into_iter().map(|fault| fault.range)) {
            prop_assert!(text.get(range).is_some());
        }
        if let Ok(Some(value)) = parse_yaml(&text) {
            let mut all = true;
            walk(&value, &mut |_, range| all &= text.get(range).is_some());
            prop_assert!(all);
        }
    }

    #[test]
    fn json_that_others_write_is_read_as_they_meant_it(text in "\\PC{0,20}", number in any::<i64>()) {
        let written = serde_json::json!({ "text": text, "list": [number, { "deep": [text] }] });
        let (plain, pretty) = (written.to_string(), format!("{written:#}"));
        let expected = format!("{{list=[{number},{{deep=[{text:?}]}}],text={text:?}}}");
        prop_assert_eq!(&shown(parse_json(&plain).unwrap().get_ref()), &expected);
        prop_assert_eq!(&shown(parse_json(&pretty).unwrap().get_ref()), &expected);
    }
}

/// YAML that is none, the words at fault, and what is said of them.
#[rustfmt::skip]
const UNREAD: [(&str, &str, &str); 17] = [
    ("a: *x\n", "*x", "`*x` refers to a name that nothing above has"),
    ("a: ]\n", "]", "`]` closes nothing"),
    ("a: [1 2\nb: 3\n", ":", "a comma is missing here, or the bracket that closes the list or the table"),
    ("a: {b: 1 c: 2}\n", ":", "a comma is missing here, or the bracket that closes the list or the table"),
    ("a: \"\\u12\"\n", "\"\\u12\"", "a backslash in a string between `\"` and `\"` begins no escape here"),
    ("a: \"\\q\"\n", "\"\\q\"", "a backslash in a string between `\"` and `\"` begins no escape here"),
    ("a: !<b\n", "!<b", "tags (`!…`) and directives (`%…`) of YAML cannot be written so"),
    ("%YAML 9\n---\na: b\n", "%YAML", "tags (`!…`) and directives (`%…`) of YAML cannot be written so"),
    ("a: |0\n b\n", "|0", "nothing but a digit, `+` or `-` stands behind `|` or `>` on their line"),
    ("a:\nb\nc: d\n", "b", "`:` is missing behind a key"),
    ("a: b\n c: d\n", "c: d", "this line is indented otherwise than the key above it"),
    ("a:\n    b: 1\n  c: 2\n", "c", "this line is indented otherwise than the key above it"),
    ("- a\nb: c\n", "b", "this line is indented otherwise than the key above it"),
    ("a: \"b\" c\n", "c", "`c` stands after the value, where nothing may follow"),
    ("a: [b,#c\n]\n", "#c", "a space belongs before `#`"),
    ("a: @b\n", "@b", "`@b` cannot stand here in YAML"),
    ("a: [\n", "", "the file ends before its last value is complete"),
];

#[test]
fn what_only_the_parser_knows_is_said_in_our_words() {
    for (text, place, message) in UNREAD {
        let fault = parse_yaml(text).map(|_| ()).expect_err(text);
        let found = (&text[fault.range], fault.message.to_string());
        assert_eq!(found, (place, message.to_owned()), "{text}");
    }
}

//! What is said of text that would be printed as it stands, though something else was meant; of HTML, and of characters that
//! nobody sees.

use crate::markdown::{ENTRY, rendered, said_of, said_of_site};
use crate::site::Files;

#[test]
fn what_swallows_or_prints_more_than_was_meant_is_told() {
    for (markdown, expected) in [
        (
            "```rust\nfn main() {}\n\n## عنوان\n\nنص.",
            vec![("W222", "```rust")],
        ),
        ("~~~~\nنص\n~~~\n\nنص.", vec![("W222", "~~~~")]),
        ("- بند\n\n  ```\n  x\n\nنص.", vec![("W222", "```")]),
        ("```\nx\n```", vec![]),
        (
            "- بند\n\n  ````\n  ```\n  ````\n\n> ```\n> x\n> ```",
            vec![],
        ),
        ("| أ | ب |\n|---|\n| 1 | 2 |", vec![("W223", "|---|")]),
        ("أ | ب | ج\n--|--\n1 | 2 | 3", vec![("W223", "--|--")]),
        (
            "> | أ | ب |\n> |---|\n> | 1 | 2 |",
            vec![("W223", "> |---|")],
        ),
        ("| أ | ب |\n|---|---|\n| 1 | 2 |", vec![]),
        ("| أ | ب |\n| 1 | 2 |", vec![("W223", "| أ | ب |")]),
        (
            "> سطر\n> | أ | ب |\n> | 1 | 2 |",
            vec![("W223", "> | أ | ب |")],
        ),
        ("القيمة |x| و|y| هنا\nثم |z|.", vec![]),
        (
            "!!! note \"عنوان\"\n    نص",
            vec![("W224", "!!! note \"عنوان\"")],
        ),
        ("!!! هكذا", vec![]),
        ("نص <!-- مفتوح\n\nبقية --> هنا", vec![("E211", "<!--")]),
        ("نص \\<!-- و`<!--` و&lt;!-- هنا", vec![]),
        (
            "نص {{< youtube x >}} نص",
            vec![("W224", "{{< youtube x >}}")],
        ),
        (
            "{% raw %}نص{% endraw %}",
            vec![("W224", "{% raw %}"), ("W224", "{% endraw %}")],
        ),
        (
            "نص {{<figure src=\"x\">}}",
            vec![
                ("W224", "{{<figure src=\"x\">}}"),
                ("E211", "<figure src=\"x\">"),
            ],
        ),
        ("نص [[رابط]] نص", vec![("W224", "[[رابط]]")]),
        ("::: ملاحظة\nنص", vec![("W224", "::: ملاحظة")]),
        ("> [!INFO]\n> نص", vec![("W224", "[!INFO]")]),
        ("[TOC]", vec![("W224", "[TOC]")]),
        (
            "نص ==مهم== و$x^2$، وثمنه $5",
            vec![("W224", "==مهم=="), ("W224", "$x^2$")],
        ),
        ("\\==نص\\==", vec![]),
        ("\\newpage\n\nنص", vec![("W224", "\\newpage")]),
        ("• بند\n• بند ثان", vec![("W224", "•")]),
        ("نص:\n1- بند\n2- بند", vec![("W224", "1-")]),
        ("> أ- بند\n> ب- بند", vec![("W224", "أ-")]),
        ("-بند\n-بند", vec![("W224", "-بند")]),
        ("– قال.\n\n– قلت.", vec![]),
        ("بين 1- الأول\nو2- الثاني", vec![]),
        ("نص ![وصف](a.png =10x20)", vec![("E219", "a.png =10x20")]),
        ("نص.\n\n#مقدمة\n\nنص.", vec![("W224", "#مقدمة")]),
        (
            "#كيف **تختار** حبرا\nنص.",
            vec![("W224", "#كيف **تختار** حبرا")],
        ),
        ("نص عن #مراكش.\n\n#مراكش #المغرب\n\n#قلم", vec![]),
        ("نص `{{ x }}` و\\[[رابط]] و[[1, 2], [3]] و{ x }", vec![]),
    ] {
        let said = said_of(markdown);
        let said: Vec<_> = said.iter().map(|(code, text)| (*code, &**text)).collect();
        assert_eq!(said, expected, "{markdown}");
    }
}

#[test]
fn what_a_backslash_stands_before_is_meant_as_it_is() {
    // What is said of each, and nothing with the backslash that is proposed.
    for (code, before, sign) in [
        ("E236", "", ":::tip"),
        ("W224", "", "::: ملاحظة\n\nنص"),
        ("E236", "- ", ":::tip"),
        ("E236", "نص\n", "::: tip"),
        ("W224", "", "##عنوان"),
        ("W224", "", "#عنوان\n\nنص"),
        ("W224", "", "#\u{A0}عنوان"),
        ("W224", "", "!!! note"),
        ("W224", "", "[TOC]"),
        ("W224", "> ", "[!INFO]\n> نص"),
        ("W224", "نص ", "{{< youtube x >}}"),
        ("W224", "", "{{ x }} نص"),
        ("W224", "نص ", "[[صفحة]]"),
        ("W224", "نص ", "^[حاشية]"),
        ("W224", "[نص](ref:books/hayawan)", "{target=x}"),
        ("W220", "نص ", "[^1]"),
        ("W214", "نص ", "[^1 نص"),
        ("W214", "نص ", "~~نص"),
        ("W214", "نص ", "`نص"),
        ("W214", "عنوان ", "{#id نص"),
        ("W214", "[نص", "](https://example.org/a نص"),
        ("E219", "[نص", "](my cover.jpg)"),
        ("E211", "نص ", "<!-- نص"),
        ("E236", "", "::: nota"),
        ("E236", "نص ", ":kay[x]"),
        ("E237", "نص ", ":key[x"),
        ("E237", "", ":::"),
    ] {
        let said = said_of(&format!("{before}{sign}\n\nنص"));
        let codes: Vec<_> = said.iter().map(|(code, _)| *code).collect();
        let meant = said_of(&format!("{before}\\{sign}\n\nنص"));
        assert_eq!((codes, meant), (vec![code], vec![]), "{before}{sign}");
    }
}

#[test]
fn comments_are_no_html_and_are_not_published() {
    for markdown in [
        "نص <!-- سر --> بعده.",
        "<!-- سر -->\n\nنص بعده.",
        "<!-- سر --> نص بعده.",
        "<!-- سر\n\nفي أسطر -->\n\nنص بعده.",
        "- بند\n\n  <!-- سر -->\n\n  بعده",
    ] {
        let html = rendered(markdown);
        assert!(!html.contains("سر") && html.contains("بعده"), "{html}");
    }
    let said = said_of("نص.\n\n<!-- لا نهاية\n\nنص.");
    assert_eq!(said, [("E211", "<!--".to_owned())]);
}

#[test]
fn a_pasted_element_is_one_problem_and_not_one_for_each_line() {
    let row = "<tr>\n<td>خلية</td>\n<td>**أخرى**</td>\n</tr>\n";
    for table in [
        format!("<table>\n{}</table>", row.repeat(10)),
        format!(
            "<table>\n\n{}\n</table>",
            (row.to_owned() + "\n").repeat(10)
        ),
        format!("<table>\n\n    <tr>\n\n{row}\nنص <b>غليظ</b>\n\n</table>"),
    ] {
        let said = said_of(&format!("نص.\n\n{table}\n\nنص."));
        let said: Vec<_> = said
            .iter()
            .map(|(code, text)| (*code, text.trim()))
            .collect();
        assert_eq!(said, [("E211", &*table)]);
    }
    assert_eq!(
        said_of("نص <b>غليظ</b> و<i>مائل</i>.\n\n<br>"),
        [
            ("E211", "<b>غليظ</b>".to_owned()),
            ("E211", "<i>مائل</i>".to_owned()),
            ("E211", "<br>\n".to_owned()),
        ]
    );
}

#[test]
fn control_characters_are_told_wherever_they_come_from() {
    for (markdown, written) in [
        ("نص \u{2} هنا", "\u{2}"),
        ("نص &#2; هنا", "&#2;"),
        ("نص &#0; هنا", "&#0;"),
        ("نص &#x00; هنا", "&#x00;"),
        ("`نص \u{1F}`", "\u{1F}"),
        (
            "[رابط](https://example.org/&#x1;)",
            "[رابط](https://example.org/&#x1;)",
        ),
        ("نص \u{85} \u{7F} هنا", "\u{85}"),
    ] {
        let said = said_of(markdown);
        assert_eq!(
            said[0],
            ("E110", written.to_owned()),
            "{markdown}: {said:?}"
        );
    }
    let good = Files::good();
    for site in [
        good.clone()
            .replace(ENTRY, "\"الجاحظ\"", "\"الجا\\u0010حظ\""),
        good.clone()
            .replace("site.toml", "\"رف الكتب\"", "\"رف \\u0010الكتب\""),
        good.clone()
            .and("site.toml", "\n[extra]\nx = [\"\\u007F\"]\n"),
        good.clone()
            .replace("templates/page.html", "<main>", "<main>&#2;"),
    ] {
        let said = said_of_site(&site);
        let codes: Vec<_> = said.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, ["E110"], "{said:?}");
    }
    let tabs = good.and(ENTRY, "\r\nنص\tهنا\r\n");
    assert_eq!(said_of_site(&tabs), []);
}

#[test]
fn a_value_that_an_address_needs_is_told_once() {
    for (day, code) in [("", "E103"), ("day = \"10 نونبر 2025\"\n", "E104")] {
        let site = Files::starter("dossier")
            .and(
                "site.toml",
                "\n[collections.letters]\nurl = \"/{day.year}/{slug}/\"\ntemplate = \"page.html\"\n\
                 [collections.letters.fields]\ntitle = \"string\"\ndescription = \"string\"\nday = \"date\"\n",
            )
            .with(
                "content/letters/a.md",
                format!("+++\ntitle = \"رسالة\"\ndescription = \"رسالة قديمة.\"\n{day}+++\nنص.\n"),
            );
        let build = site.run();
        let codes: Vec<_> = build
            .diagnostics
            .iter()
            .map(|problem| problem.code)
            .collect();
        assert_eq!(codes, [code], "{day}");
    }
}

//! Good Arabic of many kinds, in which nothing is found: a journey, a lesson, a notice, the news, a recipe, history,
//! grammar, a manual. The texts were written for this test.

use crate::site::{Files, repository};

fn texts() -> Files {
    Files::below(&repository().join("tests/it/typography/clean"))
}

#[test]
fn good_arabic_has_no_mistakes() {
    let texts = texts();
    let words: usize = texts
        .iter()
        .map(|(path, _)| texts.text(path).split_whitespace().count())
        .sum();
    assert!(words >= 3000, "{words}");
    let mut site = Files::good().and("site.toml", super::CHECK);
    for (path, text) in texts.iter() {
        site = site.with(&format!("content/pages/{path}"), text.to_vec());
    }
    let build = site.run();
    // The quotations in them are of no article.
    let found = build
        .diagnostics
        .iter()
        .filter(|found| found.code != "E303");
    let found: Vec<_> = found
        .map(|found| {
            let span = found.span.as_ref().unwrap();
            let text = site.text(&span.path.to_string());
            (
                span.path.to_string(),
                &found.message,
                &text[span.range.clone()],
            )
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_new_site_and_the_good_one_have_none() {
    assert_eq!(Files::good().run().diagnostics, []);
    for kind in Files::kinds() {
        assert_eq!(Files::starter(&kind).run().diagnostics, [], "{kind}");
    }
}

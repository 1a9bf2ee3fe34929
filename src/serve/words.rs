//! The words of the panel itself.

use serde_json::{Value as Json, json};

use crate::locale::{Language, Text, text};

/// The words of the panel itself, in a language.
pub(super) fn words(language: Language) -> Json {
    let say = |text: Text| text.say(language).into_owned();
    json!({
        "lang": language.tag(),
        "dir": language.direction(),
        "panel": say(text!("panel")),
        "gone": say(text!("panel-gone")),
        "hide": say(text!("panel-hide")),
        "notBuilt": say(text!("not-built")),
        "lastGood": say(text!("panel-last-good")),
        "note": say(text!("note")),
        "hint": say(text!("hint")),
        "explain": say(text!("panel-explain")),
        "noProblems": say(text!("panel-no-problems")),
        "open": say(text!("panel-open")),
        "tabs": {
            "problems": say(text!("panel-problems")),
            "page": say(text!("panel-page")),
            "drafts": say(text!("panel-drafts")),
        },
        "reading": say(text!("panel-reading")),
        "weight": say(text!("panel-weight")),
        "card": say(text!("panel-card")),
        "links": say(text!("panel-links")),
        "drafts": say(text!("panel-drafts")),
        "noCard": say(text!("panel-no-card")),
        "noPage": say(text!("no-page-here")),
        "fix": say(text!("panel-fix")),
        "away": say(text!("panel-away")),
    })
}

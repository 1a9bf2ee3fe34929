//! The WebSocket of a tab: sends that its page changed or was removed, and the present problems. A
//! slow tab gets the latest state only, and delays nobody.

use std::sync::Arc;

use axum::extract::WebSocketUpgrade;
use axum::extract::ws::{Message, WebSocket};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use tokio::sync::watch;

use super::page_state::PageState;
use super::preview_state::PreviewState;
use super::problems::Problems;
use super::words::words;
use crate::locale::Language;

/// The longest message a tab may send. Its only one carries its address.
const LONGEST_MESSAGE: usize = 1 << 16;

/// How many changed files a tab is told by their addresses.
const MOST_FILES: usize = 200;

/// Accepts the WebSocket of a tab, and sends it updates until it closes.
pub(super) fn open(
    upgrade: WebSocketUpgrade,
    states: watch::Receiver<Arc<PreviewState>>,
    token: Option<Arc<str>>,
) -> Response {
    let upgrade = upgrade
        .max_message_size(LONGEST_MESSAGE)
        .max_frame_size(LONGEST_MESSAGE);
    upgrade.on_upgrade(|socket| async {
        // An error means that the tab was closed.
        _ = serve_tab(socket, states, token).await;
    })
}

/// The first message of a tab.
#[derive(Debug, Deserialize)]
struct Hello {
    /// The path of its page, percent-encoded.
    address: String,
    state: String,
}

/// A message to a tab.
#[derive(Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    /// The words of the panel, when their language is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Json>,
    /// What lets it ask for fixes, where it may.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<Arc<Problems>>,
    /// The addresses of files other than pages that have changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changed_files: Vec<String>,
    /// Whether so many have changed that they are not told one by one.
    #[serde(skip_serializing_if = "is_false")]
    all_files_changed: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

async fn serve_tab(
    mut socket: WebSocket,
    mut states: watch::Receiver<Arc<PreviewState>>,
    mut token: Option<Arc<str>>,
) -> Result<(), axum::Error> {
    let Some(hello) = socket.recv().await else {
        return Ok(());
    };
    let Ok(hello) = serde_json::from_slice::<Hello>(&hello?.into_data()) else {
        return Ok(());
    };
    let mut tab = Tab {
        address: hello.address,
        page_state: PageState::parse(&hello.state),
        language: None,
        problems: None,
        number: states.borrow().number,
    };
    loop {
        let state = states.borrow_and_update().clone();
        if let Some(mut update) = tab.update(&state) {
            update.token = token.take();
            let update = serde_json::to_string(&update).map_err(axum::Error::new)?;
            socket.send(Message::text(update)).await?;
        }
        loop {
            tokio::select! {
                changed = states.changed() => match changed {
                    Ok(()) => break,
                    Err(_) => return Ok(()),
                },
                // Pings are answered while receiving.
                message = socket.recv() => match message {
                    Some(Ok(_)) => {}
                    Some(Err(error)) => return Err(error),
                    None => return Ok(()),
                },
            }
        }
    }
}

/// What a tab shows, as far as it was sent.
#[derive(Debug)]
struct Tab {
    address: String,
    page_state: PageState,
    language: Option<Language>,
    problems: Option<Arc<Problems>>,
    /// The number of the state it shows.
    number: usize,
}

impl Tab {
    /// What the tab needs to know of this state, if anything.
    fn update(&mut self, state: &PreviewState) -> Option<Update> {
        let mut update = Update::default();
        if self.language != Some(state.language) {
            update.words = Some(words(state.language));
            self.language = Some(state.language);
        }
        let page_state = self.page_state.after(state.page_state(&self.address));
        if page_state != self.page_state {
            update.state = Some(page_state.to_string());
            self.page_state = page_state;
        }
        if self.problems.as_ref() != Some(&state.problems) {
            update.problems = Some(state.problems.clone());
            self.problems = Some(state.problems.clone());
        }
        let changed_files = state.changed_files.iter();
        let changed_files = changed_files.filter(|(_, number)| **number > self.number);
        let changed_files: Vec<_> = changed_files.map(|(address, _)| address).collect();
        if changed_files.len() > MOST_FILES {
            update.all_files_changed = true;
        } else {
            update.changed_files = changed_files.into_iter().cloned().collect();
        }
        self.number = state.number;
        Some(update).filter(|update| *update != Update::default())
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixes::Fixes;
    use super::super::lookup::Site;
    use super::super::page_state::Digest;
    use super::*;
    use crate::path::OutputPath;

    fn problems(words: &[&str]) -> Problems {
        Problems {
            count: words.len().to_string(),
            more: words.first().map(ToString::to_string),
            ..Problems::default()
        }
    }

    fn state(files: &[(&str, &str)], problems: &[&str]) -> PreviewState {
        let files = files
            .iter()
            .map(|(name, text)| (OutputPath::new(name).unwrap(), text.as_bytes().to_vec()));
        let site = Site::new(files.collect(), "/".to_owned(), Arc::default());
        PreviewState {
            site: Some(Arc::new(site)),
            problems: Arc::new(self::problems(problems)),
            ..PreviewState::default()
        }
    }

    fn nothing() -> (Problems, Fixes, Language) {
        (Problems::default(), Fixes::default(), Language::English)
    }

    /// The page state and the problems that a tab at `/a/` is sent.
    fn told(tab: &mut Tab, state: &PreviewState) -> (Option<String>, Option<usize>) {
        let update = tab.update(state).unwrap_or_default();
        let count = |problems: Arc<Problems>| problems.count.parse().unwrap();
        (update.state, update.problems.map(count))
    }

    #[test]
    fn a_tab_is_told_what_changed_for_it_and_nothing_else() {
        let page = |text| PageState::Page(Digest::of(text)).to_string();
        let mut tab = Tab {
            address: "/a/".to_owned(),
            page_state: PageState::Page(Digest::of(b"1")),
            language: None,
            problems: None,
            number: 0,
        };
        let one = [("a/index.html", "1"), ("b/index.html", "1")];
        let other = [("a/index.html", "1"), ("b/index.html", "2")];
        let changed = [("a/index.html", "2"), ("404.html", "3")];
        let gone = [("404.html", "3")];
        assert_eq!(told(&mut tab, &state(&one, &[])), (None, Some(0)));
        assert_eq!(tab.update(&state(&other, &[])), None);
        assert_eq!(told(&mut tab, &state(&other, &["!"])), (None, Some(1)));
        let mended = state(&changed, &[]);
        assert_eq!(told(&mut tab, &mended), (Some(page(b"2")), Some(0)));
        let deleted = state(&gone, &[]);
        assert_eq!(told(&mut tab, &deleted), (Some("gone".to_owned()), None));
        assert_eq!(tab.update(&deleted), None);
        assert_eq!(told(&mut tab, &mended), (Some(page(b"2")), None));
    }

    #[test]
    fn a_tab_is_told_once_of_every_file_that_is_renewed_however_slow_it_is() {
        let site = |style, picture| {
            let files = [("a/index.html", "1"), ("a.css", style), ("a.svg", picture)];
            let state = state(&files, &[]);
            Arc::into_inner(state.site.unwrap())
        };
        let mut tab = Tab {
            address: "/a/".to_owned(),
            page_state: PageState::Page(Digest::of(b"1")),
            language: None,
            problems: None,
            number: 1,
        };
        let mut changed_files =
            |state: &PreviewState| tab.update(state).unwrap_or_default().changed_files;
        let first = PreviewState::default().next(site("1", "1"), nothing());
        assert_eq!(changed_files(&first), [""; 0]);
        let second = first.next(site("1", "2"), nothing());
        let third = second.next(None, nothing()).next(site("2", "2"), nothing());
        assert_eq!(changed_files(&third), ["/a.css", "/a.svg"]);
        assert_eq!(
            changed_files(&third.next(site("2", "3"), nothing())),
            ["/a.svg"]
        );
    }

    #[test]
    fn of_many_files_that_change_a_tab_is_told_only_that_they_did() {
        let state = |count: usize, text: &str| {
            let files = (0..count).map(|n| format!("{n}.svg"));
            let files: Vec<_> = files.collect();
            let files: Vec<_> = files.iter().map(|name| (name.as_str(), text)).collect();
            Arc::into_inner(state(&files, &[]).site.unwrap())
        };
        for (count, is_all) in [(MOST_FILES, false), (MOST_FILES + 1, true)] {
            let first = PreviewState::default().next(state(count, "1"), nothing());
            let second = first.next(state(count, "2"), nothing());
            let mut tab = Tab {
                address: "/a/".to_owned(),
                page_state: PageState::Gone,
                language: Some(Language::English),
                problems: None,
                number: 1,
            };
            let update = tab.update(&second).unwrap();
            assert_eq!(update.all_files_changed, is_all);
            assert_eq!(update.changed_files.is_empty(), is_all);
        }
    }

    #[test]
    fn a_tab_that_comes_late_catches_up() {
        let mut tab = Tab {
            address: "/a/".to_owned(),
            page_state: PageState::parse("page:0123456789abcdef"),
            language: None,
            problems: None,
            number: 0,
        };
        let now = PageState::Page(Digest::of(b"1")).to_string();
        let state = state(&[("a/index.html", "1")], &[]);
        assert_eq!(told(&mut tab, &state), (Some(now), Some(0)));
    }
}

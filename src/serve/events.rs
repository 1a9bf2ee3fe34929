//! What a tab is told while it is open: that its own page changed, that it is gone, which problems there are. A tab that is slow is told
//! the last state only, and holds up nobody.

use std::sync::Arc;

use axum::extract::WebSocketUpgrade;
use axum::extract::ws::{Message, WebSocket};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use tokio::sync::watch;

use super::page_state::PageState;
use super::preview_state::PreviewState;

/// The longest message a tab may send. Its only one carries its address.
const LONGEST_MESSAGE: usize = 1 << 16;

/// Opens the channel to a tab, and tells it what concerns it for as long as it listens.
pub(super) fn tell(
    upgrade: WebSocketUpgrade,
    editions: watch::Receiver<Arc<PreviewState>>,
) -> Response {
    let upgrade = upgrade
        .max_message_size(LONGEST_MESSAGE)
        .max_frame_size(LONGEST_MESSAGE);
    upgrade.on_upgrade(|socket| async {
        // An error is a tab that was closed.
        _ = converse(socket, editions).await;
    })
}

/// What a tab says when it comes.
#[derive(Debug, Deserialize)]
struct Hello {
    /// The path of its page, percent-encoded.
    address: String,
    standing: String,
}

/// What it is told.
#[derive(Debug, Default, PartialEq, Serialize)]
struct News {
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<Arc<Vec<Json>>>,
    /// The addresses of files besides pages that hold something else now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    renewed: Vec<String>,
}

async fn converse(
    mut socket: WebSocket,
    mut editions: watch::Receiver<Arc<PreviewState>>,
) -> Result<(), axum::Error> {
    let Some(hello) = socket.recv().await else {
        return Ok(());
    };
    let Ok(hello) = serde_json::from_slice::<Hello>(&hello?.into_data()) else {
        return Ok(());
    };
    let mut tab = Tab {
        address: hello.address,
        standing: PageState::parse(&hello.standing),
        problems: None,
        edition: editions.borrow().number,
    };
    loop {
        let edition = editions.borrow_and_update().clone();
        if let Some(news) = tab.news(&edition) {
            let news = serde_json::to_string(&news).map_err(axum::Error::new)?;
            socket.send(Message::text(news)).await?;
        }
        loop {
            tokio::select! {
                changed = editions.changed() => match changed {
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

/// What a tab shows, as far as it was told.
#[derive(Debug)]
struct Tab {
    address: String,
    standing: PageState,
    problems: Option<Arc<Vec<Json>>>,
    /// The number of the edition it shows.
    edition: usize,
}

impl Tab {
    /// What this edition has to say to the tab, if anything.
    fn news(&mut self, edition: &PreviewState) -> Option<News> {
        let mut news = News::default();
        let standing = self.standing.after(edition.standing(&self.address));
        if standing != self.standing {
            news.standing = Some(standing.to_string());
            self.standing = standing;
        }
        if self.problems.as_ref() != Some(&edition.problems) {
            news.problems = Some(edition.problems.clone());
            self.problems = Some(edition.problems.clone());
        }
        let renewed = edition.renewed.iter();
        let renewed = renewed.filter(|(_, number)| **number > self.edition);
        news.renewed = renewed.map(|(address, _)| address.clone()).collect();
        self.edition = edition.number;
        Some(news).filter(|news| *news != News::default())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::lookup::Site;
    use super::super::page_state::Digest;
    use super::*;
    use crate::path::OutputPath;

    fn edition(files: &[(&str, &str)], problems: &[&str]) -> PreviewState {
        let files = files
            .iter()
            .map(|(name, text)| (OutputPath::new(name).unwrap(), text.as_bytes().to_vec()));
        let site = Site::new(files.collect(), "/".to_owned(), Arc::default());
        PreviewState {
            site: Some(Arc::new(site)),
            problems: Arc::new(problems.iter().map(|text| json!(text)).collect()),
            ..PreviewState::default()
        }
    }

    /// The standing and the problems that a tab at `/a/` is told.
    fn told(tab: &mut Tab, edition: &PreviewState) -> (Option<String>, Option<usize>) {
        let news = tab.news(edition).unwrap_or_default();
        (news.standing, news.problems.map(|problems| problems.len()))
    }

    #[test]
    fn a_tab_is_told_what_changed_for_it_and_nothing_else() {
        let page = |text| PageState::Page(Digest::of(text)).to_string();
        let mut tab = Tab {
            address: "/a/".to_owned(),
            standing: PageState::Page(Digest::of(b"1")),
            problems: None,
            edition: 0,
        };
        let one = [("a/index.html", "1"), ("b/index.html", "1")];
        let other = [("a/index.html", "1"), ("b/index.html", "2")];
        let changed = [("a/index.html", "2"), ("404.html", "3")];
        let gone = [("404.html", "3")];
        assert_eq!(told(&mut tab, &edition(&one, &[])), (None, Some(0)));
        assert_eq!(tab.news(&edition(&other, &[])), None);
        assert_eq!(told(&mut tab, &edition(&other, &["!"])), (None, Some(1)));
        let mended = edition(&changed, &[]);
        assert_eq!(told(&mut tab, &mended), (Some(page(b"2")), Some(0)));
        let deleted = edition(&gone, &[]);
        assert_eq!(told(&mut tab, &deleted), (Some("gone".to_owned()), None));
        assert_eq!(tab.news(&deleted), None);
        assert_eq!(told(&mut tab, &mended), (Some(page(b"2")), None));
    }

    #[test]
    fn a_tab_is_told_once_of_every_file_that_is_renewed_however_slow_it_is() {
        let site = |style, picture| {
            let files = [("a/index.html", "1"), ("a.css", style), ("a.svg", picture)];
            let edition = edition(&files, &[]);
            Arc::into_inner(edition.site.unwrap())
        };
        let mut tab = Tab {
            address: "/a/".to_owned(),
            standing: PageState::Page(Digest::of(b"1")),
            problems: None,
            edition: 1,
        };
        let mut renewed = |edition: &PreviewState| tab.news(edition).unwrap_or_default().renewed;
        let first = PreviewState::default().next(site("1", "1"), Vec::new());
        assert_eq!(renewed(&first), [""; 0]);
        let second = first.next(site("1", "2"), Vec::new());
        let third = second
            .next(None, Vec::new())
            .next(site("2", "2"), Vec::new());
        assert_eq!(renewed(&third), ["/a.css", "/a.svg"]);
        assert_eq!(renewed(&third.next(site("2", "3"), Vec::new())), ["/a.svg"]);
    }

    #[test]
    fn a_tab_that_comes_late_catches_up() {
        let mut tab = Tab {
            address: "/a/".to_owned(),
            standing: PageState::parse("page:0123456789abcdef"),
            problems: None,
            edition: 0,
        };
        let now = PageState::Page(Digest::of(b"1")).to_string();
        let edition = edition(&[("a/index.html", "1")], &[]);
        assert_eq!(told(&mut tab, &edition), (Some(now), Some(0)));
    }
}

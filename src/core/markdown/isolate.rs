//! The events of prose to its HTML. Runs of the other direction stand in `<bdi>`, and code says its direction where
//! that is another than the page's: what Markdown made and what an author wrote as HTML, in one go.

use pulldown_cmark::{Event, html};

use crate::arabic::Direction;
use crate::arabic::bidi;
use crate::arabic::bidi::Isolation;
use crate::html::escape;

/// Adds the HTML of some events.
pub(super) fn render(events: Vec<Event<'_>>, isolation: Option<&Isolation>, into: &mut String) {
    let Some(isolation) = isolation else {
        return html::push_html(into, events.into_iter());
    };
    let directed = events
        .into_iter()
        .map(|event| directed(event, isolation.base()));
    html::push_html(into, directed);
    if let Some(isolated) = isolation.html(into) {
        *into = isolated;
    }
}

/// Code runs from left to right, unless it begins with a right-to-left letter and is no name such as `صورة.png`.
fn directed(event: Event<'_>, base: Direction) -> Event<'_> {
    match event {
        Event::Code(code) if base == bidi::direction_of_code(&code) && base == Direction::Ltr => {
            Event::Code(code)
        }
        Event::Code(code) => {
            let direction = bidi::direction_of_code(&code);
            let code = escape(&code);
            let html = format!("<code dir=\"{}\">{code}</code>", direction.name());
            Event::InlineHtml(html.into())
        }
        event => event,
    }
}

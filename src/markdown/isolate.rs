//! The events of prose to its HTML. In prose that runs from right to left, left-to-right runs stand in `<bdi>`, and code
//! runs from left to right: what Markdown made and what an author wrote as HTML, in one go.

use pulldown_cmark::{Event, html};

use crate::arabic::bidi;
use crate::arabic::bidi::Isolation;

use super::escape::escape;

/// Adds the HTML of some events.
pub(super) fn render(events: Vec<Event<'_>>, isolation: Option<&Isolation>, into: &mut String) {
    let Some(isolation) = isolation else {
        return html::push_html(into, events.into_iter());
    };
    html::push_html(into, events.into_iter().map(left_to_right));
    if let Some(isolated) = isolation.html(into) {
        *into = isolated;
    }
}

/// Code runs from left to right, unless it begins with a right-to-left letter and is no name such as `صورة.png`.
fn left_to_right(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Code(code) => {
            let direction = bidi::direction_of_code(&code);
            let code = escape(&code);
            let html = format!("<code dir=\"{}\">{code}</code>", direction.name());
            Event::InlineHtml(html.into())
        }
        event => event,
    }
}

//! `Retry-After` to how long a server wants to be left alone (RFC 9110, section 10.2.3): seconds,
//! or the time when it may be asked again. That is held against the server's own `Date`, since its
//! clock is the one that counts.

use std::time::Duration;

use httpdate::parse_http_date;

/// How long to wait; `None` where the header cannot be understood, or names a time and the answer
/// has no `Date`.
pub(super) fn wait(retry_after: &str, date: Option<&str>) -> Option<Duration> {
    let retry_after = retry_after.trim();
    if let Ok(seconds) = retry_after.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = parse_http_date(retry_after).ok()?;
    let now = parse_http_date(date?.trim()).ok()?;
    Some(then.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::wait;

    fn seconds(retry_after: &str, date: Option<&str>) -> Option<u64> {
        wait(retry_after, date).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_are_seconds() {
        assert_eq!(seconds("120", None), Some(120));
        assert_eq!(seconds(" 0 ", None), Some(0));
    }

    #[test]
    fn a_time_counts_from_the_time_of_the_answer() {
        for (then, now, apart) in [
            (
                "Fri, 31 Dec 1999 23:59:59 GMT",
                "Fri, 31 Dec 1999 23:57:59 GMT",
                120,
            ),
            (
                "Sat, 01 Jan 2000 00:00:01 GMT",
                "Fri, 31 Dec 1999 23:59:59 GMT",
                2,
            ),
            (
                "Wed, 01 Mar 2000 00:00:00 GMT",
                "Mon, 28 Feb 2000 00:00:00 GMT",
                2 * 86_400,
            ),
            (
                "Fri, 01 Mar 2024 00:00:00 GMT",
                "Wed, 01 Mar 2023 00:00:00 GMT",
                366 * 86_400,
            ),
            (
                "Mon, 01 Mar 2100 00:00:00 GMT",
                "Sun, 28 Feb 2100 00:00:00 GMT",
                86_400,
            ),
            (
                "Fri, 31 Dec 1999 23:00:00 GMT",
                "Fri, 31 Dec 1999 23:57:59 GMT",
                0,
            ),
        ] {
            assert_eq!(seconds(then, Some(now)), Some(apart), "{then}");
        }
    }

    #[test]
    fn what_cannot_be_understood_is_passed_over() {
        let date = "Fri, 31 Dec 1999 23:57:59 GMT";
        for odd in [
            "",
            "soon",
            "-1",
            "1.5",
            "Fri, 31 Dez 1999 23:59:59 GMT",
            "Fri, 31 Dec 1999 GMT",
            "31 Dec 1999",
            "Fri, ",
        ] {
            assert_eq!(seconds(odd, Some(date)), None, "{odd}");
        }
        assert_eq!(seconds(date, None), None);
    }
}

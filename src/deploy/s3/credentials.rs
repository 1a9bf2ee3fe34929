//! The credentials for an object store, from the environment or the credentials file. Never
//! printed.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use rusty_s3::Credentials;

use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// The default section of the credentials file.
const DEFAULT_PROFILE: &str = "default";

/// Finds the credentials.
///
/// # Errors
/// `E901` when there are none; it says where they were looked for.
pub(super) fn find(profile: Option<&str>) -> Result<Credentials, Diagnostic> {
    if let Some(credentials) = Credentials::from_env() {
        return Ok(credentials);
    }
    let named = env::var("AWS_PROFILE").ok();
    let profile = profile.or(named.as_deref()).unwrap_or(DEFAULT_PROFILE);
    let Some(file) = file() else {
        return Err(absent(text!("access-keys-without-home")));
    };
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => {
            let (path, error) = (file.display().to_string(), Text::of_io(&error));
            return Err(absent(text!("access-keys-unreadable", path, error)));
        }
    };
    parse(&text, profile).ok_or_else(|| {
        let path = file.display().to_string();
        absent(text!("access-keys-none", profile, path))
    })
}

/// Where the credentials file is (AWS, "Configuration and credential file settings").
fn file() -> Option<PathBuf> {
    let named = env::var_os("AWS_SHARED_CREDENTIALS_FILE").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".aws/credentials")))
}

fn absent(message: Text) -> Diagnostic {
    Diagnostic::error("E901", message).hint(text!("access-keys-hint"))
}

/// The keys of one section: `aws_access_key_id = …` below `[profile]`.
fn parse(text: &str, profile: &str) -> Option<Credentials> {
    let mut lines = text.lines().map(str::trim);
    let heading = format!("[{profile}]");
    lines.find(|line| *line == heading)?;
    let section: Vec<_> = lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with(['#', ';']))
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.trim(), value.trim()))
        .collect();
    let value = |wanted: &str| {
        let found = section.iter().find(|(key, _)| *key == wanted);
        found.map(|(_, value)| (*value).to_owned())
    };
    let (key, secret) = (value("aws_access_key_id")?, value("aws_secret_access_key")?);
    Some(match value("aws_session_token") {
        Some(token) => Credentials::new_with_token(key, secret, token),
        None => Credentials::new(key, secret),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let text = "[default]\naws_access_key_id = a\n; no\n[live]\n# key\naws_access_key_id=b\n aws_secret_access_key = s=1\naws_session_token = t\n[empty]";
        let live = parse(text, "live").unwrap();
        assert_eq!(
            (live.key(), live.secret(), live.token()),
            ("b", "s=1", Some("t"))
        );
        for none in ["default", "empty", "other"] {
            assert!(parse(text, none).is_none(), "{none}");
        }
    }
}

//! What the system and libraries say of files, in our words: errors of input and output by their kind, and of JSON by what is wrong.

use std::io;

use super::{Text, text};

impl Text {
    /// Why a file could not be read or written, or a connection not be used: our own words, where the error was made of a text;
    /// else what its kind means. What has words of its own, or no kind that is known, is left in the system's.
    #[must_use]
    pub fn of_io(error: &io::Error) -> Self {
        let known = match error.get_ref() {
            Some(inner) => inner.downcast_ref::<Self>().cloned(),
            None => of_kind(error.kind()),
        };
        known.unwrap_or_else(|| Self::verbatim(error.to_string()))
    }

    /// Why a record of ours, which is JSON, cannot be read.
    #[must_use]
    pub fn of_json(error: &serde_json::Error) -> Self {
        use serde_json::error::Category::{Data, Eof, Io, Syntax};
        let (line, column) = (error.line().to_string(), error.column().to_string());
        match error.classify() {
            Eof => text!("json-cut-off"),
            Syntax => text!("json-broken", line, column),
            Data => text!("json-of-another-kind", line, column),
            Io => Self::verbatim(error.to_string()),
        }
    }
}

fn of_kind(kind: io::ErrorKind) -> Option<Text> {
    use io::ErrorKind::{
        AddrInUse, AddrNotAvailable, AlreadyExists, BrokenPipe, ConnectionAborted,
        ConnectionRefused, ConnectionReset, CrossesDevices, DirectoryNotEmpty, ExecutableFileBusy,
        FileTooLarge, HostUnreachable, Interrupted, InvalidFilename, IsADirectory, NetworkDown,
        NetworkUnreachable, NotADirectory, NotFound, OutOfMemory, PermissionDenied, QuotaExceeded,
        ReadOnlyFilesystem, ResourceBusy, StaleNetworkFileHandle, StorageFull, TimedOut,
        UnexpectedEof,
    };
    Some(match kind {
        NotFound => text!("system-absent"),
        PermissionDenied => text!("system-forbidden"),
        AlreadyExists => text!("system-taken"),
        IsADirectory => text!("system-folder"),
        NotADirectory => text!("system-no-folder"),
        DirectoryNotEmpty => text!("system-not-empty"),
        StorageFull => text!("system-full"),
        QuotaExceeded => text!("system-quota"),
        ReadOnlyFilesystem => text!("system-read-only"),
        FileTooLarge => text!("system-too-large"),
        InvalidFilename => text!("system-name"),
        CrossesDevices => text!("system-other-disk"),
        ResourceBusy => text!("system-busy"),
        ExecutableFileBusy => text!("system-running"),
        StaleNetworkFileHandle => text!("system-stale"),
        OutOfMemory => text!("system-memory"),
        UnexpectedEof => text!("system-cut-off"),
        TimedOut => text!("system-late"),
        BrokenPipe => text!("system-unheard"),
        ConnectionReset => text!("system-reset"),
        ConnectionAborted => text!("system-aborted"),
        ConnectionRefused => text!("system-refused"),
        NetworkUnreachable => text!("system-no-network"),
        HostUnreachable => text!("system-no-host"),
        NetworkDown => text!("system-network-down"),
        AddrInUse => text!("system-port-taken"),
        AddrNotAvailable => text!("system-not-ours"),
        Interrupted => text!("system-interrupted"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn errors_of_the_system_are_said_in_both_languages() {
        // The numbers are the same on all systems that have them.
        for (number, english, arabic) in [
            (
                2,
                "there is no such file or folder",
                "لا وجود لملف أو مجلد بهذا الاسم",
            ),
            (13, "permission is missing", "لا إذن بذلك"),
            (17, "something is there already", "في المكان شيء من قبل"),
            (
                20,
                "it is no folder, or leads through a file",
                "ليس مجلدا، أو في مساره ملف",
            ),
            (21, "it is a folder", "هو مجلد"),
            (28, "the disk is full", "القرص ممتلئ"),
            (
                30,
                "nothing can be written on this disk",
                "القرص للقراءة فقط",
            ),
        ] {
            let said = Text::of_io(&io::Error::from_raw_os_error(number));
            assert_eq!(said.say(Language::English), english);
            assert_eq!(said.say(Language::Arabic), arabic);
        }
    }

    #[test]
    fn what_has_words_of_its_own_keeps_them() {
        let theirs = io::Error::new(io::ErrorKind::InvalidData, "bad certificate");
        assert_eq!(Text::of_io(&theirs), Text::verbatim("bad certificate"));
        let ours = io::Error::other(text!("file-grows"));
        assert_eq!(Text::of_io(&ours), text!("file-grows"));
        assert_eq!(ours.to_string(), "it grows while it is read");
    }

    #[test]
    fn damaged_records_are_told_by_what_is_wrong_with_them() {
        for (record, id) in [
            ("", "json-cut-off"),
            ("{\"version\": 1", "json-cut-off"),
            ("{\"version\": 1,}", "json-broken"),
            ("<html>", "json-broken"),
            ("[]", "json-of-another-kind"),
            ("{\"version\": \"1\"}", "json-of-another-kind"),
        ] {
            let read = serde_json::from_str::<std::collections::BTreeMap<String, u64>>(record);
            let said = Text::of_json(&read.unwrap_err());
            assert_eq!(said.id(), Some(id), "{record}");
        }
    }
}

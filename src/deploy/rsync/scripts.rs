//! The scripts for the other machine, in POSIX shell. They are sent to the standard input of `sh`,
//! so that the login shell does not matter. Pure.
//!
//! In the folder of a target there are `current`, a symbolic link to the release that readers see;
//! `releases/NAME/`, with `releases/NAME.json` beside those that are complete; and `.warraq/`, with
//! the lock and temporary files. In the folders of a release that is not complete, `.warraq/` holds
//! the parts of files that were broken off.

use std::fmt::Write;

use crate::deploy::lock::Lock;

/// Wraps a script in a function, so that nothing runs if the connection breaks in the middle of it.
fn script(body: &str) -> String {
    format!(
        "main() {{\nset -eu\numask 022\n\
         command -v rsync >/dev/null || {{ echo 'rsync is not installed there' >&2; exit 127; }}\n\
         {body}\n}}\nmain\n"
    )
}

/// Reports what is in the folder, a fact a line; see [`super::remote_state::RemoteState`].
pub(super) fn survey(folder: &str) -> String {
    let folder = quoted(folder);
    script(&format!(
        "if ! [ -e {folder} ]; then return; fi
cd -- {folder}
if [ -L current ]; then printf 'current %s\\n' \"$(readlink current)\"
elif [ -e current ]; then echo occupied; return
fi
if [ -d releases ]; then ls -t releases | sed 's/^/release /'; fi
if ! [ -d current/ ]; then return; fi
manifest=$(readlink current).json
if [ -f \"$manifest\" ]; then printf 'manifest '; cat \"$manifest\"; echo; fi
echo files
cd current/
{LIST}"
    ))
}

/// Lists a release that is not served yet.
pub(super) fn list(root: &str, name: &str) -> String {
    let root = quoted(root);
    script(&format!("cd -- {root}/releases/{name}\necho files\n{LIST}"))
}

/// Lists every file with its size; names are not escaped.
const LIST: &str = "rsync -rl --list-only --no-human-readable --8-bit-output ./ </dev/null";

/// Creates the folder, takes the lock if nobody has it, and prints the absolute path and the lock.
pub(super) fn lock(folder: &str, lock: &Lock) -> String {
    let (folder, draft) = (quoted(folder), write_temp_file(lock));
    // A hard link is created in one step, and not if there is one.
    script(&format!(
        "mkdir -p -- {folder}/releases {folder}/.warraq/drafts
cd -- {folder}
printf '%s\\n' \"$(pwd -P)\"
{draft}
ln -- \"$draft\" .warraq/lock.json 2>/dev/null || true
rm -f -- \"$draft\"
cat .warraq/lock.json"
    ))
}

/// Takes the lock, whoever has it, and prints it.
pub(super) fn take_over(root: &str, lock: &Lock) -> String {
    let (root, draft) = (quoted(root), write_temp_file(lock));
    script(&format!(
        "cd -- {root}\n{draft}\nmv -f -- \"$draft\" .warraq/lock.json\ncat .warraq/lock.json"
    ))
}

/// Renews the lock if it is still ours.
pub(super) fn renew(root: &str, lock: &Lock) -> String {
    let (root, draft) = (quoted(root), write_temp_file(lock));
    let is_ours = is_ours(lock);
    script(&format!(
        "cd -- {root}\nif {is_ours}; then\n{draft}\nmv -f -- \"$draft\" .warraq/lock.json\nfi"
    ))
}

/// Releases the lock if it is still ours.
pub(super) fn unlock(root: &str, lock: &Lock) -> String {
    let (root, is_ours) = (quoted(root), is_ours(lock));
    script(&format!(
        "cd -- {root}\nif {is_ours}; then rm -f .warraq/lock.json; fi"
    ))
}

/// Fills a release with hard links to the files of the release that is served. What is `excluded`,
/// because it changes or is deleted, is not linked; what an earlier attempt has uploaded stays.
pub(super) fn prepare<'a>(
    root: &str,
    lock: &Lock,
    name: &str,
    current: Option<&str>,
    excluded: impl Iterator<Item = &'a str>,
) -> String {
    let mut body = enter(root, lock);
    _ = write!(
        body,
        "rm -f .warraq/drafts/*\nmkdir -p releases/{name}\nchmod 755 releases/{name}\n"
    );
    if let Some(current) = current {
        // rsync reads these names as patterns; of their special characters only this one can be in
        // a path of a site.
        let patterns = excluded.map(|path| format!("/{}\n", path.replace('[', "\\[")));
        _ = write!(
            body,
            "rsync -am --delete --exclude=.warraq/ --link-dest=\"$PWD/releases/{current}\" --exclude-from=- \
             releases/{current}/ releases/{name}/ <<'{END}'\n{}{END}",
            patterns.collect::<String>()
        );
    }
    script(&body)
}

/// Writes the manifest of a release, serves it in one step, and deletes the releases that are
/// superseded.
pub(super) fn finish(
    root: &str,
    lock: &Lock,
    name: &str,
    manifest: &str,
    superseded: &[String],
) -> String {
    let mut body = enter(root, lock);
    _ = write!(
        body,
        "find releases/{name} -type d -name .warraq -prune -exec rm -rf {{}} +\n\
         cat >.warraq/drafts/manifest <<'{END}'\n{manifest}\n{END}\n\
         mv -f .warraq/drafts/manifest releases/{name}.json\n\
         rm -f .warraq/drafts/current\n\
         ln -s releases/{name} .warraq/drafts/current\n\
         {MOVE_LINK} .warraq/drafts/current current\n"
    );
    for name in superseded {
        _ = writeln!(body, "rm -rf releases/{name}.json releases/{name}");
    }
    body.push_str("rm -rf .warraq/drafts/* .warraq/partial");
    script(&body)
}

/// Renames a link over another without following it: -T on Linux, -h on the BSDs.
const MOVE_LINK: &str =
    "if mv --help 2>&1 | grep -q -e -T; then set -- -fT; else set -- -fh; fi\nmv \"$@\"";

/// The end of here-documents; no line in them is this.
const END: &str = "end of what warraq has to say";

/// The exit code of a script that finds that somebody else has the lock, after printing that lock.
pub(super) const LOCK_LOST: i32 = 79;

/// Enters the folder, if the lock there is ours.
fn enter(root: &str, lock: &Lock) -> String {
    let (root, is_ours) = (quoted(root), is_ours(lock));
    format!("cd -- {root}\nif ! {is_ours}; then cat .warraq/lock.json; exit {LOCK_LOST}; fi\n")
}

fn is_ours(lock: &Lock) -> String {
    let token = quoted(&lock.token);
    format!("grep -q -F -e {token} .warraq/lock.json 2>/dev/null")
}

fn write_temp_file(lock: &Lock) -> String {
    let text = String::from_utf8_lossy(&lock.text()).into_owned();
    let (text, token) = (quoted(&text), quoted(&lock.token));
    format!("draft=.warraq/drafts/{token}\nprintf '%s\\n' {text} >\"$draft\"")
}

/// Quotes a word for the shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

//! What the other machine's shell is told, in the words that every POSIX shell knows. Scripts go to its standard input, so that no
//! login shell has to be guessed at. Pure.
//!
//! In the folder of a target there are `current`, a symbolic link to the release that readers see; `releases/NAME/`, with
//! `releases/NAME.json` beside those that are whole; and `.warraq/`, with the lock and with files under way.

use std::fmt::Write;

use crate::deploy::lock::Lock;

/// A script is read whole before any of it is done: half a script that came over a broken line does nothing.
fn script(body: &str) -> String {
    format!(
        "main() {{\nset -eu\numask 022\n\
         command -v rsync >/dev/null || {{ echo 'rsync is not installed there' >&2; exit 127; }}\n\
         {body}\n}}\nmain\n"
    )
}

/// Says what is in the folder, each fact on a line; see [`super::answer::Found`].
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
pub(super) fn list(place: &str, name: &str) -> String {
    let place = quoted(place);
    script(&format!(
        "cd -- {place}/releases/{name}\necho files\n{LIST}"
    ))
}

/// Every file below, with its size; no byte of a name is written in another form.
const LIST: &str = "rsync -rl --list-only --no-human-readable --8-bit-output ./ </dev/null";

/// Makes the folder ready, takes the lock if nobody has it, and says where the folder is and who has the lock.
pub(super) fn lock(folder: &str, lock: &Lock) -> String {
    let (folder, draft) = (quoted(folder), write_draft(lock));
    // A link is made in one step, or not at all if there is one.
    script(&format!(
        "mkdir -p -- {folder}/releases {folder}/.warraq/drafts {folder}/.warraq/partial
cd -- {folder}
printf '%s\\n' \"$(pwd -P)\"
{draft}
ln -- \"$draft\" .warraq/lock.json 2>/dev/null || true
rm -f -- \"$draft\"
cat .warraq/lock.json"
    ))
}

/// Takes a lock whoever has it, and says who has it now.
pub(super) fn take_over(place: &str, lock: &Lock) -> String {
    let (place, draft) = (quoted(place), write_draft(lock));
    script(&format!(
        "cd -- {place}\n{draft}\nmv -f -- \"$draft\" .warraq/lock.json\ncat .warraq/lock.json"
    ))
}

/// Lets the lock live longer if it is still ours.
pub(super) fn renew(place: &str, lock: &Lock) -> String {
    let (place, draft) = (quoted(place), write_draft(lock));
    let is_ours = is_ours(lock);
    script(&format!(
        "cd -- {place}\nif {is_ours}; then\n{draft}\nmv -f -- \"$draft\" .warraq/lock.json\nfi"
    ))
}

/// Lets go of the lock if it is still ours.
pub(super) fn unlock(place: &str, lock: &Lock) -> String {
    let (place, is_ours) = (quoted(place), is_ours(lock));
    script(&format!(
        "cd -- {place}\nif {is_ours}; then rm -f .warraq/lock.json; fi"
    ))
}

/// Fills a release with what it has in common with the one that is served, at no cost of space. What is `apart` is left alone: what
/// has changed or goes is not taken over, and what an earlier attempt has brought stays.
pub(super) fn prepare<'a>(
    place: &str,
    lock: &Lock,
    name: &str,
    current: Option<&str>,
    apart: impl Iterator<Item = &'a str>,
) -> String {
    let mut body = enter(place, lock);
    _ = write!(
        body,
        "rm -f .warraq/drafts/*\nmkdir -p releases/{name}\nchmod 755 releases/{name}\n"
    );
    if let Some(current) = current {
        // From here on, names are read as patterns, of which only this character can be in a path of a site.
        let patterns = apart.map(|path| format!("/{}\n", path.replace('[', "\\[")));
        _ = write!(
            body,
            "rsync -am --delete --link-dest=\"$PWD/releases/{current}\" --exclude-from=- \
             releases/{current}/ releases/{name}/ <<'{END}'\n{}{END}",
            patterns.collect::<String>()
        );
    }
    script(&body)
}

/// Writes down what a release is, shows it to readers in one step, and takes away the releases that are superseded.
pub(super) fn finish(
    place: &str,
    lock: &Lock,
    name: &str,
    manifest: &str,
    superseded: &[String],
) -> String {
    let mut body = enter(place, lock);
    _ = write!(
        body,
        "cat >.warraq/drafts/manifest <<'{END}'\n{manifest}\n{END}\n\
         mv -f .warraq/drafts/manifest releases/{name}.json\n\
         rm -f .warraq/drafts/current\n\
         ln -s releases/{name} .warraq/drafts/current\n\
         {MOVE_LINK} .warraq/drafts/current current\n"
    );
    for name in superseded {
        _ = writeln!(body, "rm -rf releases/{name}.json releases/{name}");
    }
    body.push_str("rm -rf .warraq/drafts/* .warraq/partial/*");
    script(&body)
}

/// Moves a link over a link: without following it, which takes -T on Linux and -h on the BSDs.
const MOVE_LINK: &str =
    "if mv --help 2>&1 | grep -q -e -T; then set -- -fT; else set -- -fh; fi\nmv \"$@\"";

/// Ends texts that are told to programs; no line of ours is this.
const END: &str = "end of what warraq has to say";

/// The exit code of a script whose lock is somebody else's by now, after it has said whose.
pub(super) const LOST: i32 = 79;

/// Goes to the folder, where the lock must be ours.
fn enter(place: &str, lock: &Lock) -> String {
    let (place, is_ours) = (quoted(place), is_ours(lock));
    format!("cd -- {place}\nif ! {is_ours}; then cat .warraq/lock.json; exit {LOST}; fi\n")
}

fn is_ours(lock: &Lock) -> String {
    let token = quoted(&lock.token);
    format!("grep -q -F -e {token} .warraq/lock.json 2>/dev/null")
}

fn write_draft(lock: &Lock) -> String {
    let text = String::from_utf8_lossy(&lock.text()).into_owned();
    let (text, token) = (quoted(&text), quoted(&lock.token));
    format!("draft=.warraq/drafts/{token}\nprintf '%s\\n' {text} >\"$draft\"")
}

/// A word for the shell that means nothing but itself.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

# What warraq says in English: one sentence without a full stop; what is quoted from a site stands between ` and `.

## Reports

error = error
warning = warning
note = note
hint = hint
errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
errors-and-warnings = { $errors }, { $warnings }
fixable = { $count ->
    [one] `warraq check --fix` fixes one of them, `warraq check --fix --dry-run` shows how
   *[other] `warraq check --fix` fixes { $count } of them, `warraq check --fix --dry-run` shows how
}
found-on-page = at { $page }
repeats = { $count ->
    [one] it comes once more
   *[other] it comes { $count } times more
}
more-on-page = and { $count } more of { $code } on this page
more-in-file = and { $count } more of { $code } in this file
did-you-mean = did you mean `{ $name }`?
did-you-mean-differing = did you mean `{ $name }`? { $difference }

## What is being done, and how it ended

stage-reading = reading
stage-building = building
stage-checking = checking
stage-publishing = publishing
stage-comparing = comparing
stage-asking-links = asking links
site-is-in = the site is in { $folder }
run-ended = the run was ended
files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
mistakes = { $count ->
    [one] 1 mistake
   *[other] { $count } mistakes
}
mistakes-in-files = { $mistakes } in { $files }
fixed = { $mistakes } fixed
would-be-fixed = { $mistakes } would be fixed; nothing was written
pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
no-errors = { $pages } pages, no errors
no-errors-and-links = { no-errors }; { $requested }
left-out = today is { $today }; entries that are not published: { $scheduled } scheduled for later, { $expired } expired
unpublished = entries that are not published ({ $count }), as of { $today }:
unpublished-draft = { "  " }draft: { $path }
unpublished-scheduled = { "  " }scheduled for { $day }: { $path }
unpublished-expired = { "  " }expired on { $day }: { $path }
epoch-wrong = { $name } is `{ $value }`, which is no number of seconds
epoch-wrong-hint = give the seconds since 1970-01-01, or the day with --today
links-asked = links asked: { $asked }, known: { $known }
answers-not-kept = the answers cannot be kept: { $reason }
answers-not-kept-hint = make room beside public/, or every run asks all links anew
published = { $pages } pages; files: { $written } written, { $unchanged } unchanged, { $removed } removed{ $kept ->
    [0] {""}
   *[other] , { $kept } of earlier builds kept
}; { $milliseconds } ms
nothing-published = nothing was published; { $folder } is as it was
made = made { $folder }; build it with: warraq --root "{ $folder }" build
article-format = `{ $name }` is no article that can be read
article-format-hint = save it as .txt, .md, .html or .docx, and name it so
article-empty = there is no text in `{ $name }`
article-empty-hint = an article has a title and at least one paragraph; of a web page, save the page itself, not a list of pages
article-foreign = `{ $name }` is not in Arabic
article-foreign-hint = proposals are made of articles in Arabic only; of another, start a site with `warraq new` and add its text with `warraq source add`
article-left-out = paragraphs of the page that are taken for no part of the article: { $count }; if one is, copy the whole text into a .txt file
article-untitled = no title stands above the text, so it is called by its first words: { $title }; change `title` in its file
article-too-large = `{ $name }` is too large for an article: more than { $limit } MB, or more than { $most } paragraphs
article-too-large-hint = keep the text of one article in it
article-encoding = `{ $name }` is { $encoding }, not UTF-8
article-encoding-hint = convert it, and use the new file: iconv -f { $encoding } -t UTF-8 "{ $name }" > article-utf8.{ $extension }
article-docx = `{ $name }` is no document that can be read: it is damaged, has a password, or is too large
article-docx-hint = open it and save it as .docx again, or copy its text into a .txt file
article-unreadable = `{ $name }` cannot be read: { $error }
article-as-printed = the article as it was printed
proposal-draft = proposed, and not reviewed: delete this line to accept it, or use `warraq review`
proposal-slug = the slug was made of the letters: correct it before the page has readers
made-of-article = made { $folder }; paragraphs: { $paragraphs }, entries proposed: { $proposals }; every quotation stands in its paragraph
made-next = next, review them: warraq review "{ $folder }"; what is not reviewed is a draft, and listed by `check`
review-done = files changed: { $files }
review-left = entries still to be reviewed: { $count }
review-foremost = first, the { $count } that quote the article most; the others come when these are decided, and `warraq review --list` has all of them
review-paragraph = paragraph { $number }: { $words }
review-paragraph-of = { $source }, paragraph { $number }: { $words }
review-proposal = { "  " }{ $name }: { $title } («{ $quote }»)
review-question = a accept · r NAME rename · m ID the same as another · d drop · s skip · q quit
review-title = Review
review-heading-title = The title
review-heading = Paragraph { $number }
review-heading-of = { $source }, paragraph { $number }
review-accept = Accept (a)
review-drop = Drop (d)
review-rename = Rename (r)
review-merge = Merge (m)
review-name = Its name
review-into = The same as (an id)
review-keys = Proposals are marked; what entries quote besides is underlined. j and k go from one to the next; a, d, r and m decide.
review-decided = { $name } is no draft that waits for review: reload the page to see which do
review-wish-bad = no such choice: an id is collection/slug, and a name has letters
review-unmergeable = { $from } and { $into } cannot be one entry
review-unmergeable-hint = name two entries of one collection that has a field for a list of citations, such as `elsewhere = "list(cite)?"`
source-compared = paragraphs as they were: { $same }, changed: { $changed }, new: { $new }, gone: { $gone }
source-renumbered = citations with another number: { $count }
source-lost = stands no more: { $name } cites paragraph { $number }, «{ $quote }»
source-lost-link = names what is no more: { $name } links to paragraph { $number }; look where the link should lead now
source-logged = the change log has a draft: { $path }
log-title = The text of the source has been corrected
log-summary = Paragraphs that say something else: { $changed }, new: { $new }, gone: { $gone }.
source-to-update-none = the site declares no sources
source-to-update-none-hint = a source is an entry of the collection with the table `source` in site.toml
source-to-update-unnamed = several sources: it is not said which one
source-to-update-unnamed-hint = add --source with one of: { $names }
source-there = there is a source `{ $name }` already
source-there-hint = name another with --source, or bring a new edition in with `warraq source update FILE --source { $name }`
source-added = { $path }: a source of { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
}, cited as source = "{ $slug }", or cite:{ $slug }/p1 in prose
folder-not-empty = { $folder } is not empty
folder-not-empty-hint = name a folder that does not exist yet, or add a site to what is there with `warraq init "{ $folder }"`
new-of-entry = `new` makes a site, and this is the name of a text
new-of-entry-hint = write `warraq add { $name }`, with the name of a collection before the slash
theme-file-none = the theme has no file or component `{ $name }`
theme-file-none-hint = `warraq theme list` lists the files
theme-file-there = { $path } is there already
theme-file-there-hint = edit it; to have the theme's again, delete it
theme-files-copied = files copied into the site: { $count }; they take the place of the theme's
theme-none = there is no theme `{ $name }`
paper-illegible = on the paper { $paper } the colour `{ $ink }` of texts has a contrast of { $contrast } to 1, less than 4.5 (WCAG AA)
accent-illegible = the accent { $accent } has a contrast of { $contrast } to 1 on the paper { $paper } or its chips, less than 4.5 (WCAG AA)
colour-legible-hint = write { $colour }, the nearest that has it
motif-long = the motif has { $bytes } bytes, and { $most } are the most: it stands in every page
motif-path = here begins what is no path of SVG: `{ $rest }`
motif-breaks-off = the path of the motif breaks off
motif-outside = the motif leaves its square at { $x } { $y }
motif-small = the motif is { $size } of 100 wide and high at the most, less than { $least }: nobody will see it
motif-hint = write what `d` of a `<path>` holds, drawn in a square from 0 0 to { $side } { $side }, such as "M50 4L96 50L50 96L4 50Z"
folder-of-another = `{ $file }` is a file of { $generator }, whose files would be taken for those of the new site
files-in-the-way = { $count ->
    [one] the site cannot be made in { $folder }, and nothing was written: something is in the way
   *[other] the site cannot be made in { $folder }, and nothing was written: { $count } things are in the way
}
files-in-the-way-hint = move what is there out of the way, or make the site in a folder of its own with `warraq new DIR`
file-in-the-way = `{ $path }`: { $why }
there-is-a-link = it is a symbolic link
folder-is-a-file = it has to be a folder
file-is-a-folder = it has to be a file
file-is-another = it is there, and is not that of a new site
site-there = there is a site in { $folder } already: its { $config } is not that of a new one
site-there-hint = go on with that site, or make another in a folder of its own with `warraq new DIR`
init-again-hint = what was written until then stays; run `warraq init` again to add the rest
file-added = added { $path }
file-there = { $path } was there
file-of-the-site-now = { $path } was there, and belongs to the site now
file-lacks = { $path } was there; add these lines to it yourself: { $lines }
initialised = files: { $added } added, { $kept } there already; build the site with: warraq --root "{ $folder }" build
unwritable = { $path } cannot be written: { $error }
entry-added = made { $path }; fill it, and delete `draft = true` when it is complete
entry-there = there is an entry `{ $name }` already, in { $path }
entry-there-hint = edit that file, or choose another name
section-not-empty = `{ $name }` is a section with other entries in it, such as `{ $other }`
section-not-empty-hint = give those another name first
entry-id-wrong = an entry is called by its collection and its name, as in books/kalila
entries-listed-hint = name an entry of { $collection } by its file: the entries are the files of its folder
file-there-already = there is a file `{ $path }` already
entry-renamed-hint = if `{ $from }` is called `{ $to }` now, run `warraq mv { $from } { $to }`: it changes every reference, and lets the old address lead on
entry-referred = `{ $name }` is referred to here
entry-referred-hint = take the reference away, or let it lead to another entry
stage-looking = looking for references
file-moved = { $from } becomes { $to }
file-removed = { $path } would be deleted
nothing-changed = nothing was changed
references = { $count ->
    [one] 1 reference
   *[other] { $count } references
}
moved = { $from } is { $to } now; { $references } changed
would-be-moved = { $from } would be { $to }; { $references } would be changed; nothing was written
redirect-added = { $address } leads on, by redirect_from in { $path }
removed = deleted { $name }
would-be-removed = { $name } would be deleted; nothing was written
draft-remark = delete this line when the entry is complete
kind-slug-of = the slug of an entry of { $names }
kind-entry-of = an entry of { $names }, with the name of its collection
kind-table-such-as = a table such as { $example }
kind-list-of = a list, each item { $kind }
standard-output-unwritable = cannot write to standard output: { $error }
code-none = there is no code `{ $code }`
codes-all = `warraq explain` lists all codes
example-before = before:
example-before-in = before, in `{ $file }`:
example-after = after:
explain-more = `warraq explain { $code }` says more about { $code }, with an example
pages-left-out = { $count ->
    [one] one page was not made because of these errors: it is not checked yet
   *[other] { $count } pages were not made because of these errors: they are not checked yet
}
pages-unchecked = the pages were not made, so links that templates write, and what pages show, are not checked yet
links-unchecked = the pages were not made, so links to them and in them, and what they show, are not checked yet
names-unchecked = the pages were not made, so names in templates, links that templates write, and what pages show, are not checked yet

## Fonts

file-none = there is no file `{ $path }`
file-none-hint = put it into { $folder }
font-name-reserved = the licence of the font reserves the name `{ $name }`
font-name-reserved-note = what is published is a part of the font, which may not bear that name
font-name-reserved-hint = give the family another name, here and in your style sheets
font-unusable = `{ $file }` cannot be used: { $reason }
font-unusable-hint = take a static TrueType or OpenType file of the font, one for each weight
font-of-no-kind = it is no TrueType or OpenType font
font-without-characters = it has no table of characters
font-without-outlines = it has no outlines
font-variable = it is a variable font
font-contradicts-itself = its tables contradict each other
font-not-cut = no part of it can be made: { $error }
font-not-renamed = it cannot be renamed
font-drawn-otherwise = a part of it draws the glyph { $glyph } otherwise
font-family-none = there is no font family `{ $name }`
font-family-none-hint = write one of the families of the site: { $known }
font-families-none-hint = declare it under [fonts] in site.toml

## Cards and icons

drawing-not-drawn = `{ $path }` cannot be drawn: { $reason }
icons-made-of-it = site.toml makes the icons of it
drawing-ill-formed = the drawing is not well-formed: { $reason }
drawing-ill-formed-hint = close every element, and put every value between quotation marks
drawing-without-size = the drawing has no size
drawing-of-no-kind = its root element is no `svg` of the namespace `http://www.w3.org/2000/svg`
drawing-unreadable = it cannot be read: { $error }
drawing-unreadable-hint = begin it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="…">
drawing-too-long = the drawing has more than { $limit } bytes
drawing-too-long-hint = simplify it: drop what cannot be seen, and round its numbers
drawing-too-many-elements = the drawing draws more than { $limit } elements, counting those that it draws again
drawing-too-many-elements-hint = refer to less with use, mask, pattern and marker, and simplify paths
drawing-too-deep = the drawing has elements in more than { $limit } others
drawing-too-deep-hint = take away groups and references that do nothing
drawing-style-refers = a style sheet of the drawing refers to `{ $id }`, which is no gradient
drawing-style-refers-hint = write the reference as an attribute of the elements that have it
drawing-filter = a drawing cannot have filters
drawing-filter-hint = draw what it would give: a gradient for a shadow, a shape for a blur
drawing-number = `{ $number }` is too large for a drawing
drawing-number-hint = write a number of at most { $limit }
drawing-number-small = `{ $number }` is too close to zero for a drawing
drawing-number-small-hint = write 0
drawing-in-a-circle = the drawing refers to an element from within itself
drawing-in-a-circle-hint = end the circle of references
drawing-too-far = a path of the drawing reaches too far out of it
drawing-too-far-hint = draw it inside the viewBox: with smaller numbers, strokes and scales
drawing-tile = the drawing has a pattern with a tile much larger than itself
drawing-tile-hint = make its width and height smaller, or the scale in patternTransform
drawing-dashes = the strokes of the drawing have more than { $limit } dashes
drawing-dashes-hint = write larger numbers in stroke-dasharray
drawing-layer-without-size = the drawing has a layer without a size
drawing-layer-without-size-hint = take opacity, masks and clips away from what has no size
drawing-layers = the drawing has too many layers: opacity, masks, clips and patterns inside each other
drawing-layers-hint = take some of them away; in place of opacity, paint with a lighter colour
card-size = a card is { $width } wide and { $height } high
card-size-hint = begin it with { $tag }
card-element = a card cannot have the element `{ $name }`
card-element-hint = take one of the elements that docs/cards.md lists
card-text-element = `{ $name }` cannot stand in a text of a card
card-text-element-hint = write one text for each; words that run from left to right are isolated unasked, without the filter bidi
card-text-too-long = `{ $words }` does not fit into its place on the card
card-text-too-long-hint = shorten it, or let the template give it more room: inline-size, data-lines, data-smallest
card-character = no font of the card has `{ $character }` ({ $code })
card-character-hint = write another character, or add a font that has it to the text's font-family
card-text-attribute = a text of a card cannot have the attribute `{ $name }`
card-text-attribute-hint = take one of the attributes that docs/cards.md lists for a text
card-text-without-width = `{ $name }` means nothing without `inline-size`
card-text-without-width-hint = write inline-size="…": the width at which its lines break
card-text-without-font = a text of a card has no font
card-text-without-font-hint = write font-family="…"; the site's families are: { $known }
attribute-value = `{ $value }` is not a value of `{ $name }`
attribute-length-hint = write a number: units of the drawing
attribute-whole-number-hint = write a whole number
attribute-line-height-hint = write a number such as 1.5
attribute-font-weight-hint = write a number from 1 to 1000
write-one-of = write one of: { $names }

## Building

entries-none = there is no entry in { $folder }
entries-none-hint = put the entries of the site there, or look where they went
unchecked-names = until this is mended, the names in templates and the finished pages are not checked
unchecked-entries = until this is mended, fields, references, quotations and pages are not checked
file-overdue = `{ $path }` has not been made after { $seconds } s
file-overdue-hint = look for a loop in a loop, or give it more time: `seconds` under [limits] in site.toml
memory-used-up = the build takes more than { $megabytes } MB of memory while `{ $path }` is made
memory-used-up-hint = look for a text that is joined to itself, or allow more: `memory` under [limits] in site.toml
file-made-as-well = `{ $path }` is being made as well

## Links out of the site

write = write `{ $words }`
on-the-page-of = on the page of { $path }
link-moved = `{ $address }` has moved for good
link-broken = the link `{ $address }` leads nowhere: { $why }
link-broken-hint = correct the address; if readers do get there, list it under skip in [check.external]
link-redirected = after redirects, at `{ $address }`
link-unanswered = nobody can tell where the link `{ $address }` leads: { $why }
link-unanswered-hint = ask again later, or list it under skip in [check.external]
link-without-host = it names no host
link-answers = it answers { $status }
link-redirected-off = it is redirected to `{ $location }`, which is no web address
link-in-a-circle = it is redirected in a circle
host-refuses = `{ $host }` takes no connection
host-none = there is no host `{ $host }`
host-silent = no answer within { $seconds } s
host-silent-before = `{ $host }` has not answered for other links
connection-insecure = no secure connection: { $error }
connection-broke = the connection broke: { $error }
answers-unwritable-hint = make the folder writable, or every run asks all links anew

## Files and rules for hosts

host-file-twice-note = the other is made for the host, of the rules in site.toml
host-file-twice-hint = give yours another address, and say in site.toml what it says: [[headers]], [redirects], base_url
host-rules = `{ $file }` has { $count } rules, and Cloudflare Pages takes { $limit }
host-rules-headers-hint = let all files of a folder have the same headers: a rule `for` it, such as "/books/*"
host-rules-redirects-hint = let the oldest go: the pages at their addresses lead on without a rule
host-line = a line of `{ $file }` has more than { $limit } characters, which is all that Cloudflare Pages takes
host-line-hint = shorten the value or the address; each Arabic letter of an address counts for six
begins-with = it begins with `{ $start }`
host-made-of-headers = they are made of [[headers]]
host-made-of-redirects = they are made of [redirects] and aliases
page-vanished = `{ $address }` was published last time, and nothing is there now
page-vanished-hint = write { $field } in the entry that took its place, or { $rule } below [redirects] in site.toml

## Style sheets, scripts and other assets

asset-twice = `{ $name }` is made of `{ $path }`, and is a file of the site as well
asset-twice-hint = rename the file, or the role of the font
asset-unread = no browser reads { $extension }, and it is published as it is
asset-unread-hint = put the { $language } that is made of it here, or let its name begin with `_` to keep it back
import-broken = the import `{ $name }` leads nowhere
import-broken-hint = name a file of { $folder }, with its extension and from this file on: ./name.js
import-bare-hint = write the path of a file, ./name.js, or say in an import map what the name means
css-broken = broken style sheet: { $reason }
css-too-deep = more than { $limit } brackets inside each other
css-too-deep-hint = close a bracket further up, or nest less deeply
css-broken-hint = fix the CSS; nothing of it is published until then
css-comment-open = this comment never ends
css-comment-open-hint = write `*/` where it ends
css-html-comment = `<!--` begins no comment in CSS
css-invisible = { $name } stands here, which nobody sees and no browser reads as a space
css-unit-none = `{ $number }` has no unit, and is no length
css-unit-none-hint = write the unit behind it, such as `{ $example }`
css-colour-quoted = a colour stands without quotation marks
css-colour-unknown = there is no colour `{ $name }`
css-variable-bare = `{ $name }` is the name of a variable, and not its value
css-variable-dashes = the names of variables begin with `--`, and `{ $name }` does not
css-sum-tight = spaces are missing round the sign
css-feature-unknown = no screen can be asked for `{ $name }`
css-line-comment = `//` begins no comment in CSS
css-line-comment-hint = write the comment between `/*` and `*/`
css-string-open = a quotation mark is not closed on its line
css-string-open-hint = write `{ $mark }` where the quoted text ends
css-bracket-open = `{ $bracket }` is never closed
css-bracket-open-hint = write `{ $bracket }` where what it holds ends
css-bracket-stray = `{ $bracket }` closes nothing
css-bracket-stray-hint = delete it, or write the bracket that it closes before it
css-mark = `{ $found }` means nothing in CSS
css-digits = browsers do not read `{ $found }` as a number
css-colour = `{ $found }` is no colour
css-colour-hint = write three, four, six or eight digits behind `#`
css-variable-undeclared = nothing declares `{ $name }`
css-unit-apart = a space stands between `{ $number }` and its unit `{ $unit }`
css-name-unknown = browsers do not know `{ $found }`
css-semicolon-none = `;` is missing after `{ $declaration }`
css-colon-none = `:` is missing after `{ $name }`
css-ends-early = the file ends before its last rule is complete
css-ends-early-hint = write `{ $block }` after the last selector, or delete it
css-import-late = `@import` stands after other rules
css-import-late-hint = move it to the beginning of the file
css-import-external-late = an `@import` of another site stands behind one of a file
css-import-external-late-hint = move it before the others
css-import-conditions = one file is imported under conditions that cannot be joined
css-import-conditions-hint = import the file once, and write the conditions into it
css-url-in-variable = `{ $url }` in a variable is relative, and each sheet that uses the variable would look for it elsewhere
css-url-in-variable-hint = write `url(…)` where it is used, or an address that begins with `/`
css-says = `{ $words }`
css-selector-none = a selector is missing before `{ $found }`
css-selector-none-hint = write the selector, or delete the comma before it
css-selector = `{ $found }` cannot stand in a selector
css-selector-hint = write the name of an element, a class (`.name`) or an id (`#name`); names begin with a letter
css-variable-of-sass = `{ $found }` is a variable of Sass, which browsers do not know
css-variable-of-sass-hint = write `--name: value` inside `:root`, and `var(--name)` where it is used
css-of-processor = `{ $found }` is written for a program that makes CSS, such as Sass or Tailwind; browsers do not know it
css-of-processor-hint = write the CSS that it stands for: blocks may stand in blocks, and values in variables such as `--name`
css-unexpected = `{ $found }` cannot stand here
css-unexpected-hint = look at what comes before it: a `;`, a `:` or a bracket may be missing

## The preview: what goes wrong

build-slow = the build has not ended after { $seconds } s
build-slow-hint = wait, or undo the last change: the last good version is shown meanwhile, and a file that takes longer than [limits] allows ends the preview
build-broke-off = the build broke off: this is a bug in warraq
build-broke-off-hint = undo the last change to go on, and report the bug with it
files-polled = { $why }, so the files are looked at every half second or less often
watched-folders-too-many = the system watches no more folders for you
watched-folders-too-many-hint = raise the limit: `sudo sysctl fs.inotify.max_user_watches=1048576`, then start again
watchers-too-many = the system lets no more programs of yours watch folders
watchers-too-many-hint = end programs that watch folders, or raise the limit: `sudo sysctl fs.inotify.max_user_instances=1024`, then start again
watching-impossible = folders cannot be watched ({ $error })
watching-impossible-hint = go on as before: nothing is missed, a change is only seen a little later
watching-incomplete = { $folder } is on { $system }, which does not tell of every change
watching-incomplete-hint = for a faster preview keep the site on a disk of this machine; nothing is missed where it is
port-in-use = port { $port } of { $interface } is taken
port-in-use-hint = name another port with --port, or leave it out to get the next free one
port-unusable = port { $port } of { $interface } cannot be used: { $error }
port-unusable-hint = name an address of this machine with --interface, and a port above 1023
preview-unable = the preview cannot be served: { $error }

## Publishing into a folder

cannot-change = cannot change { $path }: { $error }
cannot-create = cannot create { $path }: { $error }
cannot-exchange = cannot exchange { $path }: { $error }
cannot-keep = cannot keep { $path }: { $error }
cannot-link = cannot link { $path }: { $error }
cannot-lock = cannot lock { $path }: { $error }
cannot-move = cannot move { $path }: { $error }
cannot-open = cannot open { $path }: { $error }
cannot-read = cannot read { $path }: { $error }
cannot-remove = cannot remove { $path }: { $error }
cannot-replace = cannot replace { $path }: { $error }
cannot-restore = cannot restore { $path }: { $error }
cannot-write = cannot write { $path }: { $error }
cannot-for-want-of-rights-hint = see to it that you may read and write there, or build into another folder with -o
cannot-for-want-of-room-hint = free some space, then build again
in-the-way = { $path } is in the way: warraq did not write what it holds
in-the-way-and-more = { $path } and { $count } more are in the way: warraq did not write what they hold
in-the-way-hint = delete it or move it away, or build into another folder with -o
conflict-changed = { $path } was changed after warraq wrote it
conflict-differs = { $path } differs from the site's file of that name
conflict-folder-for-file = { $path } is a folder where the site needs a file
conflict-link-for-file = { $path } is a link where the site needs a file
conflict-file-for-folder = { $path } is a file where the site needs a folder
conflict-link-for-folder = { $path } is a link where the site needs a folder
more-not-listed = { $count } more are not listed
file-and-folder = { $path } is a file of the site and a folder of the site
file-and-folder-too = so is { $path }
file-and-folder-hint = give that page another address, such as one that ends in `/`
site-as-it-was = the site is as it was
site-not-restored = the old site could not be brought back: { $reason }; the next build tries it again
no-room = there is no room for the new site in { $folder }: it needs { $needed } bytes, and { $room } are free
no-room-hint = free some space, then build again; the site is as it was
changed-meanwhile = { $path } was changed while the site was being published
changed-meanwhile-hint = move it away if it should be kept, then build again
output-folder-unfit = { $folder } cannot be the output folder: { $why }
output-folder-unfit-hint = give the site a folder of its own, such as `public`
unfit-holds-site = it holds the site
unfit-inside-input = it is part of { $path }, from which the site is read
unfit-holds-input = it holds { $path }, from which the site is read
unfit-inside-history = it is part of { $name }, which holds the site's history
unfit-inside-records = it is part of { $name }, where warraq keeps its records
unfit-dangling-link = it is a symbolic link that leads nowhere
unfit-file = it is a file, not a folder
unfit-holds-here = it holds the folder that you are in
unfit-nameless = it has no name
unfit-root = it is the root of the disk
unfit-link-out = the symbolic link { $path } leads out of the site
unfit-link-out-hint = name the folder itself, { $path }, or delete the link
unfit-linked-records = { $path } is a symbolic link, and warraq keeps its records there
unfit-linked-records-hint = delete the link; warraq makes none there
publishing-at-once = another build is publishing to { $folder } right now
publishing-at-once-hint = wait until it ends, or build into another folder with -o
record-unreadable = { $path } is not a record of what was published: { $reason }
record-unreadable-hint = delete it and the pages in { $folder }, then build again
record-version = its version is { $version }, not { $known }
published-untidy = the site is published; tidying up failed: { $reason }
published-untidy-hint = build again: it will be tried anew
last-site-moved = what is left of the last site was moved to { $folder }
kept-aside = { $path } is kept aside
kept-aside-many = { $count } files are kept aside
kept-aside-note = somebody wrote there while the site was being published, and the new site has a file of that name
kept-aside-hint = take from there what you need, then delete it

## Deploying: what goes wrong

target-folder-link = { $path } is a symbolic link, through which nothing is written; put a folder in its place
target-refused = { $target } refused `{ $what }`: { $reason }
target-refused-hint = fix that and run the command again: what is done is kept, and nothing is deleted before all else is there
target-unreachable = { $target } could not be reached for `{ $what }`: { $reason }
target-unreachable-hint = do the same again when it answers: it goes on from here, and nothing is deleted before all else is there
failed-as-well = `{ $name }`: { $reason }
target-folder = the folder { $path }
target-bucket = the bucket `{ $name }`
target-branch = the branch { $name }
target-repository = the repository
this-machine = this machine
copy-of-the-site = a copy of the site
commit-of-the-site = a commit of the site
list-of-files = the list of files
files-of-the-release = the files of the release
new-release = the new release
what-was-pushed = what was pushed
sending-assets = assets
sending-new-pages = new pages
sending-pages = pages
sending-listings = listings
deleting = deleting
trying-again = { $reason }; trying again in { $seconds } s
deploy-at-once = `{ $holder }` is deploying to the same target
deploy-at-once-hint = wait until that is done; if it was broken off, its lock expires in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
deploy-from-here = a deploy to this target is under way from the same folder
deploy-from-here-hint = wait until it ends
deploy-lock-gone = the lock at the target has been taken away
deploy-lock-gone-hint = look at what is published, and deploy again
deploy-lock-lost = `{ $holder }` took over while this deploy was standing still
branch-overtaken = somebody else pushed to the branch `{ $name }` meanwhile
branch-overtaken-hint = nothing was changed: deploy again, on top of what is there now
pushed-otherwise = `{ $name }` is not what was pushed
pushed-otherwise-hint = somebody else may have pushed after this deploy; look at the branch, and deploy again
arrived-otherwise = `{ $path }` is not at { $target } as it was sent
arrived-otherwise-hint = somebody else may be writing there; deploy again, and nothing was deleted
earlier-release-none = no earlier release is kept at the target
earlier-file-none = `{ $path }` of the release before is not kept
earlier-copy-none = no copy is kept of `{ $path }` as it was
older-state-hint = deploy the site as it was: check out its older state and deploy that
release-before-gone = the release before is not at { $target } any more
release-before-gone-hint = check out the older state of the site and deploy that; `keep` says how many releases stay
state-unreadable = what warraq wrote down at { $target } cannot be read: { $reason }
state-unreadable-in-store-hint = if { $key } there is damaged, delete it and deploy with --force: everything is sent anew, and what the site no longer has stays
state-unreadable-in-releases-hint = if the file beside the release is damaged, bring it back from a copy; or deploy to another folder
state-unreadable-in-branch = what warraq wrote down in `{ $state }` cannot be read: { $reason }
state-unreadable-in-branch-hint = if it is damaged, delete `{ $state }` from the repository and deploy with --force
state-gone = it is not there
no-longer-there = it is not there any more
copy-no-longer-there = its copy is not there any more
current-leads-off = `current` in { $target } is a link to `{ $to }`, and warraq did not put it there
current-no-link = `current` in { $target } is no symbolic link, and warraq did not put it there
current-taken-hint = readers are led to a release by a link of this name: move what is there out of the way, or deploy to another folder
foreign-file = `{ $path }` is at the target, and warraq did not put it there
foreign-files = { $count } files are at the target that warraq did not put there, `{ $path }` for one
foreign-file-hint = move what is there out of the way, choose another place, or let --force overwrite it
deletes-too-many = { $count } of the files at the target would be deleted, and { $most } may be
deletes-too-many-hint = look at --dry-run; if it is meant, add { $option }
target-of-another = the target holds the site `{ $other }` of { $other_url }, and this is `{ $title }` of { $url }
target-of-another-hint = give each site a place of its own: a `prefix` in a bucket, another folder or branch; if it is the same site under another name, deploy it once with --force
program-none = the program `{ $name }` is not installed on this machine
program-none-hint = install { $name }: deploying to this target takes it
program-broken = the program `{ $name }` cannot be started: { $error }
program-broken-hint = see to it that `{ $command }` works here
program-silent = it ended with exit code { $code } and said nothing
program-killed = it was killed
rsync-ended = rsync ended with exit code { $code }: { $meaning }
rsync-versions-differ = the two machines have versions of rsync that do not understand each other
rsync-file = a file or folder cannot be read or written
rsync-unconnected = the connection failed
rsync-disk = a file cannot be written; the disk may be full, or over its quota
rsync-broken-off = the connection broke off
rsync-unsent = some files could not be sent
rsync-vanished = some files vanished while they were sent
rsync-silent = the other side did not answer in time
access-keys-without-home = there is no home folder to look for keys in
access-keys-unreadable = { $path } cannot be read: { $error }
access-keys-none = there are no keys, neither in the environment nor for `{ $profile }` in { $path }
access-keys-hint = set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or write the keys into the credentials file; never into site.toml
bucket-address = `{ $endpoint }` makes no address of a bucket: { $reason }
bucket-address-hint = look at endpoint and bucket; a service without names of buckets in its host wants path_style = true
bucket-list-unreadable = its list cannot be read: { $error }
bucket-takes-no-file = it takes no file
part-sent-otherwise = a part arrived otherwise than it was sent
response-unreadable = its response cannot be read
file-changed-meanwhile = it was changed meanwhile
sent-otherwise = it arrived otherwise than it was sent
connection-refused = it takes no connection
connection-lost = the connection broke
answer-none-in-time = no answer in time
host-unknown = there is no such host
request-impossible = the request could not be made

## What is published, and where

path-in-folder-of = `{ $path }` lies in the folder of { $what }
path-in-folder-of-note = all of it is warraq's own
search-index = the search index
path-file-and-folder = `{ $path }` would be both a file and a folder
path-file-for = the file is for { $claimant }
path-folder-for = the folder is for { $claimant }
published-twice = two files would be published as `{ $path }`
published-twice-note = the other is { $claimant }
paths-alike = `{ $path }` and `{ $other }` are too alike
paths-alike-note = the other is { $claimant }; in case, Unicode form and vowel signs, some systems and readers see no difference
paths-hint = give one of them another address
claimant-card = the card of { $path }
claimant-made = the page of `{ $name }`
claimant-page = page { $number } of { $path }
claimant-redirect = the redirect { $from } of { $path }
claimant-feed = the feed of { $collection }
claimant-feed-tag = the feed of the tag { $tag }
claimant-export = an export of { $config }
claimant-setting = { $table } in site.toml
claimant-warraq = warraq itself
shorter-address-hint = give the page a shorter address
shorter-first-address-hint = give the first page a shorter address
on-the-card-of = on the card of { $path }
template-unsaid = `{ $name }` has no template
template-unsaid-hint = name one with template = "….html", here or for the collection in site.toml
file-of-no-entry = the file belongs to no entry and is not published
file-of-no-entry-hint = put it beside the index.md of an entry, or into templates/assets/
file-of-no-entry-text-hint = rename it to `{ $right }`, if it is an entry
column-of-no-value = `{ $path }` is no value of these rows
column-of-no-value-hint = write a path of fields, from the record or, with entry.…, from its entry
redirect-without-page = `{ $name }` has no page that `{ $from }` could lead to
redirect-without-page-hint = take redirect_from out, or give the entry a page
redirect-from-itself = `{ $address }` is the address of the page itself
redirect-from-itself-hint = name addresses that the page had before
redirect-to-nothing = `{ $from }` leads on to `{ $to }`, where nothing is
address-of-something-hint = name an entry, or an address at which something is published
redirect-to-itself = `{ $address }` leads on to itself
redirect-to-redirect = `{ $from }` leads on to `{ $to }`, which leads on too
redirect-to-redirect-note = the other is written in { $path }
redirect-end-hint = name the page at which readers should arrive
offline-no-page = `{ $address }` is no page
offline-no-page-hint = name the page that readers see where they have kept nothing
offline-nothing-there = `{ $address }` cannot be kept: nothing is there

## Finished pages

published-none-at = no file is published at `{ $pattern }`
published-none-at-hint = write the address of a file, or how the addresses of several begin: /data/*; or take the rule out
shown-elsewhere = `{ $words }` is shown in another place of its line than it is read in
shown-otherwise = `{ $words }` is shown as `{ $shown }`
shown-of-hint = write `{ $words }`, or put <bdi dir="ltr"> round the words
shown-otherwise-hint = print the value with the filter bidi, or put <bdi dir="ltr"> round the words
inline-style-attribute = an attribute `style` brings its style along
inline-style-attribute-hint = write a class, and its style into a style sheet; `width` and the like of SVG may stand
inline-style-element = an element `<style>` brings its style along
inline-style-element-hint = write it into a style sheet below templates/assets/
inline-script-element = an element `<script>` brings its code along
inline-script-element-hint = write it into a file below templates/assets/, and its address into `src`
inline-handler = an attribute `{ $name }` brings code along
inline-handler-hint = let a script of the site listen for it
inline-document = an attribute `srcdoc` brings a page along
inline-document-hint = publish it as a page of the site, and write its address into `src`
inline-noscript = `</noscript` stands in an attribute, a comment or a text inside of `<noscript>`, which ends there where scripts run
inline-noscript-hint = write `&lt;/noscript`, or take it out: what follows would be markup to browsers
inline-address = an address with `{ $scheme }` brings code along
inline-address-hint = write a button, and let a script of the site listen for it
table-unused = no page uses { $table }
search-unused-hint = put { $markup } into the head of every page, and a form with `data-search`; or take [search] out
cards-unused-hint = put { $markup } into the head of the pages; or take [cards] out
icons-unused-hint = put <link rel="icon" href="/favicon.ico"> and <link rel="manifest" href="/site.webmanifest"> into the head of every page; or take [icons] out
fonts-unused-hint = put @import "warraq:fonts"; at the beginning of a style sheet that pages load; or take [fonts] out
titles-alike = pages { $first } and { $second } of the list on `{ $name }` have one title
titles-alike-others = { $count ->
    [one] so have pages of one more list
   *[other] so have pages of { $count } more lists
}
titles-alike-hint = say in <title> which page it is: `{ $markup }`
drawing-script = a drawing brings a script along
drawing-handler = an attribute `{ $name }` of a drawing brings code along
drawing-address = an address with `{ $scheme }` in a drawing brings code along
drawing-code-hint = take it out: where the drawing is opened by itself, it runs with all that a page of the site may do
forbidden-published = the forbidden string `{ $words }` is published
forbidden-published-hint = take it out, or allow the address under [[forbid]] in site.toml
base-element = `<base>` changes where every relative address of the page leads
base-element-hint = take it out: write addresses from the root of the site, `/about/`, and they are made to fit each page
img-without-alt = an `<img>` without `alt`
img-without-alt-hint = say in `alt` what it shows, for those who cannot see it; or write `alt=""`, if it shows nothing that they miss
element-open = `{ $tag }` is never closed
element-open-hint = write `{ $end }` where it ends
end-tag-stray = `{ $tag }` closes nothing
end-tag-stray-hint = delete it, or write the tag that it closes before it
end-tag-other = `{ $tag }` stands where `{ $end }` belongs
element-in-itself = `{ $tag }` begins an element inside one of the same name
attribute-open = a quotation mark is missing in `{ $tag }`
attribute-open-hint = put `"` around the whole value of the attribute
refresh-leads-off = `<meta http-equiv="refresh">` takes readers to `{ $address }`
refresh-leads-off-hint = write a link; a page that is gone leads on by [redirects] in site.toml
kilobytes = { $number } KB
size-of = `{ $name }`: { $size }
picture-unknown = this is no picture that browsers show, whatever it is called
picture-unknown-hint = save it as JPEG, PNG, WebP or GIF
picture-named-otherwise = the picture is { $format }, and is called otherwise
picture-named-otherwise-hint = let its name end in `.{ $extension }`
picture-cut-off = the picture is cut off: its end is not in the file
picture-cut-off-hint = copy the file again, or export the picture again
picture-cmyk = the picture is in the colours of print (CMYK), which browsers show wrong
picture-cmyk-hint = save it in the colours of screens (sRGB)
picture-too-large = the picture has { $width } by { $height } pixels
picture-too-large-hint = make it smaller; { $megapixels } million pixels are the most, or what `megapixels` in [pictures] says
picture-unreadable = the picture cannot be read: { $error }
picture-unreadable-hint = build again when nothing writes to it any more
picture-setting-wrong = a picture cannot be made with { $number }
picture-key-unknown = a picture has no `{ $name }`
picture-keys-hint = a picture has `file`, and may have `focus` and `alt`
picture-fileless = a picture needs its `file`
picture-not-beside = `{ $name }` is no file beside the text
picture-not-beside-hint = put the picture into the folder of this entry and write its name, such as `sea.jpg`
picture-not-there = there is no picture `{ $file }`
picture-not-there-hint = put it there, or write the name of one that is
picture-of-no-page = `{ $file }` belongs to no entry with a page, and is not published
picture-of-no-page-hint = give the entry a folder with both in it: `NAME/index.md` and the picture
picture-is-none = `{ $file }` is no picture
picture-uncut = `{ $file }` cannot be cut out
picture-uncut-hint = give JPEG, PNG or WebP that does not move, or let the field be an `image` without crops
focus-wrong = what is to be seen of a picture is said otherwise
focus-wrong-hint = write how far it is from the left edge and from the top, each from 0 to 1: `focus = [0.5, 0.3]`
crop-none = there is no crop called `{ $name }`
crop-none-hint = declare it: `wide = "16:9"` in [pictures.crops]
crop-name-wrong = `{ $name }` cannot be the name of a crop
crop-name-wrong-hint = use small Latin letters, digits and `_`; `url` and `alt` are taken
crop-wrong = the crop `{ $name }` has no shape
crop-wrong-hint = write how wide and how high it is, each from 1 to { $most }: `"16:9"`
first-view-heavy = the first view of a page sends { $size }, and the budget is { $budget }
first-view-heavy-hint = make the largest part smaller, or raise `first_view` in [check.budgets]
first-view-html = its HTML, with Brotli: { $size }
over-budget-as-well = { $count ->
    [one] another page is over the budget, too
   *[other] { $count } other pages are over the budget, too
}
fonts-heavy = a page may load { $size } of fonts, and the budget is { $budget }
fonts-heavy-hint = take out a face, give faces fewer `characters`, or raise `fonts` in [check.budgets]
html-heavy = a page sends { $size } of HTML, compressed, and the budget is { $budget }
html-heavy-hint = part the page, show less on it, or raise `html` in [check.budgets]
sheets-heavy = a page loads { $size } of style sheets, and the budget is { $budget }
sheets-heavy-hint = take out rules, give pages of one kind a sheet of their own, or raise `css` in [check.budgets]
scripts-heavy = a page loads { $size } of scripts, and the budget is { $budget }
scripts-heavy-hint = let the page do without, or raise `scripts` in [check.budgets]
character-without-font = no font of the site has the character `{ $character }` ({ $code })
character-without-font-hint = write another character, or give a family in [fonts] a face that has it
character-unforeseen = the published fonts lack the character `{ $character }` ({ $code })
character-unforeseen-hint = it stands in no source of the site: add it to `characters` in [fonts]
character-reference-unknown = `{ $name }` is no character that HTML has a name for
character-reference-unknown-hint = write the character as it is
letters-misshapen = `{ $letters }` is set otherwise by the published part of `{ $font }`
letters-misshapen-hint = that is a fault of warraq: report it, and take another font until it is fixed
loaded-from-elsewhere = `{ $address }` is loaded from another host
loaded-from-elsewhere-hint = publish the file with the site, or allow it: { $setting } under [check]
page-language-none = the page does not say its language
page-language-unknown = `{ $tag }` is no language tag
page-direction-wrong = the page is in `{ $language }` and says that it runs `{ $direction }`
page-direction-none = the page is in `{ $language }` and does not say that it runs `{ $direction }`
words-in-another-language = `{ $words }` is said to be in `{ $language }`
words-in-another-language-hint = leave `lang` out, or name the language that the words are in
css-parts-letters = `{ $declaration }` parts letters that are joined
css-parts-letters-hint = leave it out, or set another weight or size
css-slants-letters = `{ $declaration }` slants letters that have no slanted form
css-slants-letters-hint = use the weight or the colour for emphasis
css-stretches-spaces = `{ $declaration }` stretches the spaces of every line
css-stretches-spaces-hint = write text-align: start
css-names-a-side = `{ $declaration }` names a side, which does not follow the direction
css-names-a-side-by-property-hint = name it by `inline-start` or `inline-end`
css-names-a-side-by-value-hint = write `start` or `end`, or `inline-start` for a float

## Links and ids of finished pages

link-leads-nowhere = the link `{ $address }` leads nowhere
link-leads-nowhere-hint = correct the address, or publish a page there
link-to-no-file-hint = put the file at `{ $place }`, or correct the name
file-needs-folder-hint = give the entry a folder: move its text to `{ $index }`, and put the file at `{ $place }`
link-to-no-place = the link `{ $address }` leads to no place on its page
link-to-no-place-hint = correct the part after `#`, or give an element of { $address } the id `{ $id }`
id-twice = two elements of { $address } have the id `{ $id }`
id-twice-hint = an id names one element of a page: change one of them
id-twice-in-text-hint = write another id here, or one of its own at the heading: `## … {"{"}#id{"}"}`
text-twice = `{ $text }` is shown twice on { $address }, and its ids with it
text-twice-note = the ids are: { $ids }{ $more ->
    [0] {""}
   *[other] , and { $more } more
}
text-twice-hint = print it once; a link can lead to it from the other place

## Addresses and paths

address-without-slash = the address `{ $address }` does not start with `/`
address-with-sign = `{ $odd }` is not allowed in the address `{ $address }`
address-of-no-page = the address `{ $address }` ends neither in `/` nor in `.html`
path-empty = the path is empty
path-unpublishable = `{ $path }` cannot be published: { $reason }
name-empty = it has an empty component
name-leaves-folder = `{ $name }` could leave the output folder
name-of-state = `.warraq` is where publishing keeps its own state
name-too-long = a name is longer than { $limit } bytes
name-with-sign = { $odd } is not allowed in a file name
name-with-bad-end = `{ $name }` ends in a dot or a space
name-of-device = `{ $name }` is a device name on Windows

## Deploying

nothing-deployed = nothing was deployed
deployed = { $target } deployed
would-be-deployed = { $target } as it would be deployed; nothing was changed
rolled-back = { $target } rolled back
would-be-rolled-back = { $target } as it would be rolled back; nothing was changed
deploy-files = { $done }; files: { $uploaded } uploaded ({ $size }), { $unchanged } unchanged, { $deleted } deleted
deploy-forced = { $summary }; by --force, in spite of errors: { $errors }
target-none = site.toml names no target to deploy to
target-none-hint = write [deploy.NAME] with to = "s3", "rsync", "git" or "fs"; docs/deploy/ has them all
target-unknown = there is no target `{ $name }`
target-unnamed = there is more than one target
target-unnamed-hint = name one of: { $names }

## The preview

serving = serving { $address }
port-taken = port { $taken } is taken; using { $port }
visible-to-others = everyone who can reach this machine can see it at { $address }: the site with its drafts where they are built, and its problems with lines of your files; only browsers on this machine may write fixes
scan-it = a phone in the same network gets there by this code:
watching = watching { $config }, { $content } and { $templates } in { $folder }; Ctrl-C ends it
no-browser = no browser could be opened: { $error }
not-built-problems-shown = not built; every address shows the problems
not-built-old-shown = not built; what was there before is shown
rendered = { $rendered } of { $pages } pages rendered
built = { $result }; { $milliseconds } ms
rebuilt = { $changed }: { built }
same-files = the same files again
panel = Preview of the site
panel-gone = This page is no longer part of the site. It is shown as it was.
panel-hide = Hide
panel-last-good = The last good version is shown.
panel-more = and { $count } more: the terminal tells all of them
panel-more-notes = and { $count } more
panel-fix = Fix it
panel-fix-all = Fix { $count } safely
panel-away = The preview does not answer.
fix-outdated = not fixed: the file has changed; look at it again
fix-from-elsewhere = fixes are written only when this machine asks
fix-for-own-pages = the preview writes fixes for its own pages only
problem-with-hint = { $problem }: { $hint }
fix-unnamed = the request names no fix
weight-first-view = First view
weight-html = HTML, compressed
weight-css = Style sheets
weight-fonts = Fonts
weight-scripts = Scripts
weight-of-budget = { $size } of { $budget }
over-budget = over the budget
page-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
page-minutes = { $count ->
    [one] 1 minute to read
   *[other] { $count } minutes to read
}
page-links = { $count ->
    [one] 1 link
   *[other] { $count } links
}
page-drafts = { $count ->
    [0] No drafts
    [one] 1 draft
   *[other] { $count } drafts
}
page-more = and { $count } more
panel-open = About this page
panel-problems = Problems
panel-page = Page
panel-drafts = Drafts
panel-review = Review the drafts
panel-no-problems = No problems
panel-reading = Reading
panel-weight = Weight
panel-card = Social card
panel-links = Links
panel-no-card = Networks are told nothing of this page.
draft-scheduled = { $path }: from { $day } on
draft-expired = { $path }: until { $day }
panel-explain = What this means, with an example
not-built = The site was not built
shown-when-mended = The page appears here when its errors are fixed.
no-page-here = No page here
no-page-at-address = The site has no page at this address.
first-page = The first page
preview-only-read = a preview is only read
request-without-host = the request names no host, or several
host-of-another = the preview answers at an IP address or as localhost only, so that no other site can read it through a name of its own
events-for-own-pages = the preview tells its events to its own pages only
files-and-more = { $files } and { $count } more

## The fields that site.toml declares

kind-string = a string
kind-int = a whole number
kind-bool = true or false
kind-date = a date such as 2025-11-24
kind-url = an address that starts with https://
kind-slug = a slug: lower-case letters, digits and hyphens
kind-markdown = a string of Markdown
kind-cite = a citation such as {"{"} p = 4, quote = ["…"] {"}"}
kind-image = a picture such as `sea.jpg` or {"{"} file = "sea.jpg", focus = [0.5, 0.3] {"}"}
kind-enum = one of { $choices }
kind-ref = the slug of an entry
kind-tag = a tag
tags-none = there are no tags
tags-none-hint = declare them in site.toml: [tags.topics]
tags-unsaid = `tag` does not say of which tags
tags-unsaid-hint = write one of: { $names }
tags-unknown = there are no tags `{ $name }`
kind-list = a list
kind-table = a table
type-choice-empty = `{ $name }` has an empty choice
type-constructor-unknown = `{ $name }(…)` is not a field type
type-constructor-unknown-hint = write enum(…), ref(…), tag(…) or list(…): these are the types with brackets
type-form-wrong = `{ $name }` is not a field type
type-unknown = `{ $name }` is neither a field type nor a record
type-unknown-hint = declare the record under [records], or write a type that docs/site-toml.md lists
collection-none = there is no collection `{ $name }`
collection-declare-hint = declare it in site.toml, under [collections]
collections-hint = write one of the collections: { $names }
use-title-hint = name a field of type string
use-order-hint = order by a number, a date or a string
use-siblings-hint = name a field that siblings share: a reference, a choice, a number or a string
use-anchor-hint = name the field that refers to the page
use-count-hint = name the int field that holds the number
use-day-hint = name a field of type date
use-summary-hint = name a field of type string or markdown
use-author-hint = name a field that is a string or a reference, or a list of them
use-period-hint = name a field of type date
use-alias-hint = name a field of type string or list(string)
types-listed-hint = write one of the types that docs/site-toml.md lists
fields-hint = write one of the fields: { $names }
fields-or-declare-hint = write one of the fields: { $names }; or declare it in site.toml, under `[collections.{ $of }.fields]`: `{ $declaration }`
field-holder-hint = write the fields above, without the heading `{ $heading }`, and declare them in site.toml, under `[collections.{ $of }.fields]`
language-by-name-hint = the language of a text stands in the name of its file, as in `name.fr.md`
write-path-hint = write collection.field
plural-none-hint = declare its forms under [plurals]
field-nowhere-hint = declare it for a collection, as list(string)
keys-hint = write one of the keys: { $names }
keys-of-site-hint = write one of the keys: { $names }; a value of your own stands under `[extra]`
key-elsewhere-hint = here that is `{ $key }` under `[{ $table }]`
key-belongs-hint = write `{ $key }` under `[{ $table }]`
table-elsewhere-hint = here that is the table `[{ $table }]`
output-elsewhere-hint = the folder is said on the command line: `warraq build --output-dir DIR`

## Prose in Markdown

write-ref-hint = write ref:collection/slug
address-names-no-entry = `{ $address }` names no entry
address-names-no-paragraph = `{ $address }` names no paragraph
write-cite-hint = write cite:p4 for paragraph 4
heading-id-twice = two headings have the id `{ $id }`
heading-id-twice-note = the other is `{ $heading }`
heading-id-twice-hint = write another id between `{"{"}#` and `{"}"}`, or none
link-without-text = a link without a text
link-without-text-hint = put words between [ and ]: a reader hears them as the name of the link
link-without-address = a link without an address
link-without-address-hint = write the address between ( and ), or leave the words without brackets
comment-open = a comment that is not closed
comment-open-hint = put --> after the comment: all that follows is in it
html-in-prose = HTML in prose
html-in-prose-hint = write Markdown, or allow HTML with `html = true` under [markdown] in site.toml
note-spelt-otherwise = there is `[^{ $name }]`, which has other vowel signs: both must be spelt alike
note-none = no line begins with `[^{ $name }]:`
stray-link = `{ $address }` is printed as it stands, and is no link
stray-link-mend = write { $link }
stray-link-hint = write [words]({ $address }), without a space inside
columns-differ = the line above has { $above } columns, this one { $here }
image-without-description = an image without a description
image-without-description-hint = say between [ and ] what the image shows, for those who cannot see it; or write {"{"}decorative{"}"} right behind it, if it shows nothing that they miss
image-described-and-decorative = an image with a description is marked as decorative
image-described-and-decorative-hint = take out the description between [ and ], or {"{"}decorative{"}"}
medium-without-description = a film or sound without a description
medium-without-description-hint = say between [ and ] what it is, for those who cannot see or hear it
literal-asterisks = `**` stays as it is and makes nothing bold
literal-asterisks-hint = put a space between the ** and the letter outside, or the punctuation outside the **
asterisks-spaced-hint = remove the space between the ** and the words inside them
mark-open = { $open } stays as it is: nothing closes it in its line
mark-open-hint = write { $close } behind what it marks; where the sign itself is meant, write a backslash before it
asterisks-open = `**` stays as it is: no other one closes it in this paragraph
asterisks-open-hint = write `**` at the other end of the words that should be bold, or delete it
literal-asterisk = `*` stays as it is and emphasises nothing
literal-asterisk-hint = put a space between the * and the letter outside, or the punctuation outside the *
literal-underscore = `_` stays as it is and emphasises nothing
literal-underscore-hint = write * instead, or put a space between the _ and the letter outside
first-level-heading = a heading of the first level in a body
first-level-heading-hint = begin with ##: the page's title is its one heading of the first level
heading-underlined = these hyphens make a heading of the text above them
heading-underlined-hint = leave a line empty above them for a line across the page; for a heading, write `## ` before its words instead
heading-skips = a heading of level { $level } below one of level { $above }
quotation-open = a quotation that is not closed
quotation-open-hint = put » after its last word, in the same paragraph: only then can it be proven
quotation-open-unproven-hint = put » after its last word, in the same paragraph
phrase-unknown = `{"{"}lang=…{"}"}` without a phrase or a language that it could belong to
phrase-unknown-hint = write [words]{"{"}lang=fr{"}"}, all on one line, with a language tag such as fr or en-GB
note-missing = a reference to a footnote that is not there is printed as it stands
note-missing-hint = write the note at the end of the text, after the same label and a colon: [^label]: …
note-unused = a footnote that nothing refers to is not published
note-unused-hint = write its label where it belongs in the text: [^label]
note-twice = a second footnote of the same label is not published
note-twice-hint = give it a label of its own
fence-open = a code block that is not closed holds all that follows
fence-open-hint = put a line of the same signs after the code, at least as many
table-unread = a table that would be printed as text
table-unread-hint = write as many columns in the line of hyphens as there are heads, after an empty line
table-headless-hint = write a line of hyphens under its heads, such as |---|---|, with an empty line before the heads
component-none = there is no component `{ $name }`
component-none-hint = declare it in a template, between `{"{%"} component { $name }() {"%}"}` and `{"{%"} endcomponent { $name } {"%}"}`; where it is meant as text, write a backslash before its colon
component-of-page = the component `{ $name }` asks for `{ $argument }`, and a text gives its arguments only
component-of-page-hint = take `{ $argument }` out of the component, or give what it needs as an argument
component-without-body = the component `{ $name }` does not print its body, and the text in it would be lost
component-without-body-hint = write `{"{{"} body {"}}"}` in the component, or leave the text out
argument-unread = `{ $word }` is no argument
argument-unread-hint = write arguments as `name="value"`, with spaces between them
argument-other-marks = the value of an argument stands behind `=`, between `"` and `"`
argument-comma = `{ $word }` does not separate arguments: a space does
argument-twice = `{ $word }` gives an argument that is given already
arguments-open = the brace before the arguments is never closed
arguments-open-hint = put `{ $closing }` behind the last argument, in the same line
block-more = `{ $words }` stands where a component has its arguments, between braces
block-more-hint = write `{"{"}name="value"{"}"}` there, or put the text on the lines below; where it is meant as text, write a backslash before the colons
call-near = this is text, and nearly a call of `{ $name }`
call-near-hint = begin it with `{ $right }`; where it is meant as text, write a backslash before the colon
call-unclosed = nothing ends what `{ $call }` begins
call-unclosed-hint = put `]` behind its text, in the same paragraph and not in other bold text or another link; where it is meant as text, write a backslash before the colon
component-argument-unknown = the component `{ $name }` takes no argument `{ $argument }`
argument-unknown-hint = it takes { $names }
argument-none-hint = it takes none: take it out
argument-missing = the component `{ $name }` needs the argument `{ $argument }`
argument-missing-hint = write `{ $example }` between braces behind the name
argument-of-another-type = `{ $argument }` has to be of the type `{ $kind }`
argument-not-in-prose-hint = a text cannot give `{ $argument }`: take its type out of the component, or give it a default there
value-collection-none = there is no collection `{ $name }`
value-entry-none = there is no entry `{ $id }`
value-names-hint = there are { $names }
value-option-none = `{ $value }` takes no `{ $name }`
value-option-unread = `{ $name }` cannot be `{ $value }`
condition-unread = `{ $condition }` is no condition
condition-unread-hint = write a field and what it says: `where="field=value"`
condition-field-none = the entries of `{ $collection }` have no field `{ $name }`
condition-never = no entry can say `{ $value }` in `{ $name }`, and the count would always be zero
condition-number-hint = write a whole number, in the digits 0 to 9
condition-truth-hint = write `true` or `false`
condition-day-hint = write a day such as 2025-11-24
condition-on-prose = entries cannot be counted by `{ $name }`: what it holds has no one word to compare
condition-on-prose-hint = name a field that holds a text, a number, a day, a choice, a reference or a list of them
count-option-of-words = `{ $name }` is for numbers in words, and this one is in digits
count-option-of-words-hint = write `words` before `{ $name }`, or take `{ $name }` out
count-without-words = `{ $count }` is not written in words in the language `{ $tag }`
count-without-words-hint = take `words` out: words are for Arabic, and for less than a million
count-plural-none = there is no plural `{ $name }`
count-plural-hint = write its forms below [plurals] in site.toml, under the name `{ $name }`
date-unread = `{ $subject }` is no field of an entry
date-unread-hint = write an entry and a field that holds a day: `collection/slug.field`
date-of-no-date = `{ $subject }` holds no day
value-out-of-prose = a value of the site cannot stand in the text or title of a picture or link
value-out-of-prose-hint = write the text without it, or put it into the prose around
call-out-of-prose = the component { $name } cannot be called in the text or title of a picture or link
while-calling = while { $page } calls it
block-unopened = no block ends here
block-unopened-hint = take the line out, or begin a block above it, in the same list item or quotation: ::: name; where it is meant as text, write a backslash before its colons
block-unclosed = this block does not end
block-unclosed-hint = write ::: on a line behind its text, in the same list item or quotation
language-unknown = there is no language `{ $language }` to colour code by
language-near-hint = write `{ $near }` instead of `{ $language }`
language-unknown-hint = write `plain_languages = ["{ $language }"]` below [markdown] in site.toml, or `text` here: code without colours
fence-elsewhere = the settings of a code block are written as another generator writes them
fence-setting-unknown = a code block has no setting `{ $name }`
fence-setting-hint = take it out; the settings are { $settings }
fence-lines = { $word } has to name lines by their numbers, from 1 on
fence-lines-hint = write for instance { $example }
fence-flag = { $word } is neither on nor off
fence-flag-hint = write { $name } alone, or { $name }=false
foreign-markup = markup of another program would be printed as it stands
foreign-markup-hint = write Markdown; put it between ` and ` if it is meant to be read
foreign-markup-meant-hint = write `{ $words }`; put what stands here between ` and ` if it is meant to be read
foreign-block-hint = write ::: and the name of a component: Latin letters, digits and `_`; or put the line between ` and `
list-mark-unread = `{ $mark }` begins no item of a list in Markdown, so that the lines run together
heading-without-space = no heading begins here: a space is missing behind its signs
heading-without-space-hint = write `{ $words }`; where it is meant as text, write a backslash before it
alert-unknown = `{ $words }` begins no alert

## The entries and what they refer to

path-field-none = there is no field `{ $name }` in `{ $path }`
fields-there-hint = write one of the fields there: { $names }
path-refers-elsewhere = `{ $path }` does not refer to { $name }
path-refers-elsewhere-hint = end the path with a field of type ref({ $name })
entry-none = there is no entry `{ $name }`
entry-none-hint = add it to { $collection }, or refer to an entry that exists
entry-by-translated-slug-hint = that is its slug in `{ $tag }`: write the name of the entry, `{ $name }`
entry-by-title-hint = that is a title: write the name of the entry, `{ $name }`
entry-by-address-hint = that is an address: write the name of the entry, `{ $name }`
entry-none-others = { $count ->
    [one] one more reference leads there: { $places }
   *[other] { $count } more references lead there, first: { $places }
}
entry-misnamed = `{ $path }` is no entry: their files end in .md or .toml
entry-misnamed-hint = rename the file to `{ $right }`
entry-name-hint = write collection/slug
entry-draft-note = { $path } is a draft
entry-draft-hint = build with --drafts, or take `draft = true` out of it
entry-scheduled-note = { $path } is published on { $day }
entry-scheduled-hint = link to it from that day on, or change its `publish`
entry-expired-note = { $path } expired on { $day }
entry-expired-hint = take the link out, or change its `expires`
entry-twice = two entries are called `{ $name }`
entry-twice-note = the other is { $path }
entry-twice-hint = give one of them another slug
entry-twice-in-own-hint = both are in `{ $tag }`, the language of the site: keep one of them, or name another language in its name
entry-without-page = `{ $name }` has no page
menu-to-unpublished-hint = name an entry that is published
redirect-to-unpublished-hint = lead on to an entry that is published
kept-unpublished-hint = name an entry that is published
paginate-without-page-hint = name an index that has a page
entry-address-hint = write an address such as /books/bukhala/
entries-miscounted = `{ $name }` should have { $expected } entries and has { $found }
entries-miscounted-in = `{ $name }` should have { $expected } entries in `{ $tag }` and has { $found }
entries-miscounted-in-hint = a translation is missing or one too many; if not, change `expect`
entries-miscounted-hint = an entry is missing or one too many; if not, change `expect`
backrefs-miscounted = `{ $name }` should have { $expected } in `{ $list }` and has { $found }
backrefs-miscounted-note = the number is the field `{ $field }`
backrefs-miscounted-hint = a reference is missing or one too many; if not, change the number
tag-twice = two tags are called `{ $words }`
tag-twice-hint = call one of them otherwise, or make one file of both
tag-slug-twice = two tags have the slug `{ $slug }`
tag-slug-twice-note = the other is in { $path }
tag-slug-twice-hint = write a file for this tag in { $folder }, with its title and a slug of its own
tag-otherwise = `{ $words }` is the tag `{ $tag }`, written in another way
tag-otherwise-note = `{ $tag }` is written in { $path }
tag-otherwise-hint = write `{ $tag }`, or declare the tag: a file in { $folder } with the title that you want
tag-without-hamza = the tag `{ $words }` is `{ $tag }` but for a hamza, and has a page of its own
tag-ambiguous = `{ $words }` may be the tag { $tags }
tag-ambiguous-hint = write it as its file has it, in `title` or `aliases`
either = { $one } or { $other }
tag-wordless = `{ $words }` is not a tag
tag-wordless-hint = write what it is about, in a word or a few

body-unshown = { $template } does not show this text: nowhere does it print `page.content`
body-unshown-hint = write `{"{{"} page.content {"}}"}` in { $template } where the text belongs, or delete the text
body-unlisted = no page shows this text: entries of `{ $collection }` have no page of their own, and no list prints their `content` or `summary`
body-unlisted-hint = write `{"{{"} entry.content {"}}"}` in a template that lists `{ $collection }`, give the collection an address in `url` and a `template`, or delete the text
body-unshown-note = { $more ->
    [one] the same is true of another entry
   *[other] the same is true of { $more } other entries
}
address-needs-field = the address needs the field `{ $field }`, which is missing
address-needs-field-note = the addresses of its collection are `{ $pattern }`
address-needs-field-hint = give it, or an address of its own: url = "/…/", or take {"{"}{ $field }…{"}"} out of the pattern
link-to-file-hint = write ref:{ $name }: it leads to the page that is made of the file

## What site.toml says

key-mistyped = `{ $key }` is not { $expected }
key-mistyped-hint = write { $expected }
key-empty = `{ $key }` is empty
key-missing = `{ $key }` is missing from [{ $table }]
key-unknown = unknown key `{ $key }` in site.toml
key-unknown-in-table = unknown key `{ $key }` in [{ $table }]
table-expected = `{ $name }` is not a table
table-expected-hint = begin it with [{ $name }]
table-named-hint = give it a name: begin it with [{ $name }.main]
tables-expected = `{ $name }` is not a list of tables
tables-expected-hint = begin each with [[{ $name }]]
item-not-a-table = an item of `{ $name }` is not a table
number-between-hint = write a number from { $least } to { $most }
number-too-small = `{ $key }` cannot be { $number }
number-too-small-hint = write a number from { $least } up
name-unknown-here = `{ $name }` is not known here
field-unfit = the field `{ $name }` cannot be used here
field-none = `{ $of }` has no field `{ $name }`
site-table-none = there is no [site]
site-table-none-hint = begin site.toml with [site], title, base_url and language
site-title-hint = write title = "…": the name of the site
site-base-url-hint = write base_url = "https://…/": where the site is published
site-language-hint = write language = "ar-MA", or another BCP 47 tag
language-wrong = `{ $tag }` is not a language tag such as `ar-MA`
language-unusable = `{ $tag }` cannot be used: { $error }
link-style-wrong = `{ $name }` is not a style of links
link-style-wrong-hint = write "file" (links name index.html) or "clean" (links end in /)
language-wrong-hint = write the tag of a language, such as `ar-MA` or `fr`
latin-wrong = `{ $name }` is not a language tag such as `en`
latin-wrong-hint = write a BCP 47 tag such as fr: the language of Latin words in your texts
base-url-wrong = `{ $url }` is not a base URL: { $why }
base-url-wrong-hint = write the address of the site's first page, such as https://example.org/
url-without-scheme = it does not start with https://
url-without-host = it names no host
url-with-backslash = it has a `\` in it
url-with-space = it has a space in it
url-with-control = it has a control character in it
url-with-strokes = it has nothing between two strokes, `//`
url-host-wrong = its host is none
url-with-password = it has a name or a password in it
url-with-query = it has a query, `?…`
url-with-fragment = it has a fragment, `#…`
collection-reserved = a collection cannot be called `{ $name }`
collection-reserved-hint = templates use that name for something else; choose another
fields-not-a-table = fields are not a table
fields-not-a-table-hint = write field = "type" for each
type-not-a-string = a field's type is not a string
type-not-a-string-hint = write the type as a string, as in "list(string)?"
placeholder-unknown = in `{ $pattern }`, `{ $name }` stands for nothing
placeholder-names-hint = write one of these between braces: { $names }
placeholder-open = in `{ $pattern }`, a `{"{"}` is never closed
placeholder-braces = in `{ $pattern }`, a name stands without braces
addresses-same = { $count } entries have one address, `{ $pattern }`
addresses-shared = nothing in `{ $pattern }` tells entries apart, and { $count ->
    [one] one has the address of another page
   *[other] { $count } have an address with others
}
placeholder-unknown-hint = write a pattern such as /books/{"{"}slug{"}"}/
collection-url-hint = write url = "/…/{"{"}slug{"}"}/", or url = false for no pages
url-and-anchor = a collection has either a url or an anchor
url-and-anchor-hint = an entry with an anchor has no page: write url = false
backref-from-hint = write from = "collection.field": where the references are
republish-unknown = `{ $name }` is no way to republish
republish-unknown-hint = write "full" or "excerpts"
record-in-itself = the record `{ $name }` contains itself
record-in-itself-hint = use a reference to an entry instead
folder-shared = `{ $other }` and `{ $name }` share a folder
folder-shared-hint = give one of them another `folder`
two-sources = both `{ $other }` and `{ $name }` are sources
two-sources-hint = keep all sources in one collection; it may have several entries
field-too-large = `{ $name }` holds more than { $most } fields, or records in more than { $depth } others
field-too-large-hint = declare records that hold less of each other, or an entry of its own and a reference to it
field-reserved = a field cannot be called `{ $name }`
field-reserved-hint = every entry has something by that name; choose another
field-and-backref = `{ $name }` is both a field and a back-reference
field-and-backref-hint = give one of them another name
field-without-paragraphs = the field `{ $name }` holds no paragraphs
field-without-paragraphs-hint = declare it as a list of records, each with a number and a text
field-of-another-kind = the field `{ $name }` should hold { $expected }
field-of-another-kind-hint = declare it so in [records]
budget-wrong = `{ $number }` is no budget
budget-wrong-hint = write kilobytes of 1,000 bytes, such as 85
host-wrong = `{ $name }` is no host
host-wrong-hint = write its name alone, such as tiles.example.org
term-write-hint = write write = "…": the spelling that the site uses
term-instead-hint = write instead_of = ["…"]: the spellings that it does not use
term-instead-of-itself = `{ $name }` cannot be written instead of itself or of nothing
term-instead-of-itself-hint = name a spelling that the site does not use
spelling-none = `{ $name }` is not given a spelling
spelling-none-hint = write "wrong" = "right"
follow-empty = an empty path names no folder
follow-empty-hint = write follow = ["../media"]: folders outside the site, from its root
content-updated-wrong = days of changes cannot be asked of `{ $name }`
content-updated-hint = write `updated = "git"`, or leave it out
history-none = git does not know when files were changed: { $error }
history-none-hint = build where git and the repository of the site are, or leave out `updated`
history-shallow = git has the newest commits only, and does not know when older files were changed
history-shallow-hint = fetch all of them: `git fetch --unshallow`, or `fetch-depth: 0` in the settings of the build
export-path-hint = write path = "/data/….csv" or "/data/….json"
export-kind-hint = write collections = […] for JSON, or rows and columns for CSV
export-of-two-kinds = an export is either JSON or CSV
export-columns-none = a CSV file has no columns
export-columns-none-hint = write columns = [{"{"} name = "…", value = "field" {"}"}]
export-column-hint = write {"{"} name = "…", value = "field" {"}"}
export-address-hint = write a path such as /data/books.csv
field-of-records-none = `{ $of }` has no field `{ $name }` of records
field-of-records-none-hint = take the entries as rows, or the records of one of their fields
seconds-wrong = `{ $number }` is no number of seconds for `{ $key }`
days-wrong = `{ $number }` is no number of days for `{ $key }`
feed-date-hint = write date = "…": the field with the day of an entry
feed-limit-wrong = a feed cannot have { $number } entries
feed-without-pages = a feed lists pages, and these entries have none
feed-without-pages-hint = give the entries pages, with url = "/…/{"{"}slug{"}"}/", or take the feed out
feed-address-hint = write a path such as /news/feed: .atom and .json are added to it
feed-name-hint = write a word such as `feed`: .atom and .json are added to it, below the page of each tag
forbid-text-hint = write text = ["…"]: the strings that no page may carry
limit-wrong = `{ $number }` is no limit
megabytes-between-hint = write megabytes, from { $least } to { $most }
seconds-between-hint = write seconds, from { $least } to { $most }
menu-label-hint = write label = "…": the text of the link
menu-target-hint = write either ref = "collection/slug" or url = "…"
menu-target-twice = an item of a menu leads to two places
font-families-hint = write [fonts.families.text] with family, licence and faces
font-role-wrong = `{ $name }` cannot be the role of a font
font-role-wrong-hint = write lower-case Latin letters, digits and hyphens, such as text
font-family-twice = two families are called `{ $name }`
font-family-twice-hint = give the faces to `{ $role }`, or choose another name
font-family-hint = write family = "…": the name that style sheets use
font-licence-hint = write licence = "fonts/OFL.txt": the text that lets you publish the font
font-faces-hint = write faces = [{"{"} file = "fonts/….ttf", weight = 400 {"}"}]
font-name-wrong = `{ $name }` cannot be the name of a font
font-name-wrong-hint = write a name as style sheets have it, without quotation marks inside
font-file-hint = write file = "fonts/….ttf", a path below templates/assets/
font-weight-wrong = `{ $number }` is no weight of a font
font-weight-wrong-hint = write a number from 1 to 1000; 400 is regular, 700 bold
font-style-wrong = `{ $name }` is not a style of a font
font-style-wrong-hint = write normal or italic
characters-wrong = `{ $name }` is no script and no range
characters-wrong-hint = write { $names }, or a range such as U+2190-21FF
offline-page-hint = write the id of an entry, or an address of the site such as /terms/
offline-limit-wrong = { $number } pages cannot be kept
address-of-another-site = `{ $address }` is not of this site
redirect-hint = write "/old/address/" = "collection/slug", or "/an/address/", or "https://…"
redirect-to-no-string = `{ $address }` leads to no string
related-number-wrong = a page cannot know { $number } related entries
paginate-number-wrong = a page cannot have { $number } entries of a list
paginate-by-hint = write by = 20: how many entries a page shows
paginate-path-wrong = `{ $name }` is not a slug
paginate-path-wrong-hint = write a word such as page: it stands in addresses, before the number
paginate-index-none = `{ $name }` has no page that lists it
paginate-index-none-hint = write index = "…": the entry whose page shows the list
paginate-twice = `{ $other }` and `{ $name }` are both spread over the pages of `{ $index }`
paginate-twice-hint = a page spreads one list: take `paginate` out of one of them, or give it another `index`
paginate-list-unknown = `{ $of }` has no back-reference `{ $name }`
paginate-list-unknown-hint = write in `list` the name of one of its `backrefs`
tags-and-collection = `{ $name }` is declared twice, among collections, tags and archives
tags-and-collection-hint = give one of them another name
archive-from-hint = write from = "{ $path }": a collection, and its field of type date
archive-by-unknown = there are no archives by `{ $name }`
archive-by-unknown-hint = write `by = "year"` or `by = "month"`
archive-template-hint = write template = "…": that of the page of a year or a month
archive-path-wrong = `{ $path }` names no field
tags-template-hint = write template = "…": that of a tag's page
tags-field-taken = a field of tags cannot be called `{ $name }`
tags-field-taken-hint = every tag has something by that name; choose another, or take it out
tags-field-required = a tag need not have a file, and `{ $name }` is required
tags-field-required-hint = put ? behind its type
card-template-hint = write template = "card.svg": the template of every page's card
icon-source-hint = write source = "root/favicon.svg", a path below templates/assets/
colour-wrong = `{ $name }` is not a colour
colour-wrong-hint = write six digits such as #faf6ee
header-for-hint = write for = "everything", "pages", "fingerprinted" or an address such as "/data/*"
header-values-hint = write values = {"{"} Name = "value" {"}"}; "" takes a header away
header-star-inside = `*` stands in the middle of `{ $address }`
header-address-hint = write an address as it is read, such as /data/facts.json, or how many begin: /data/*
header-scope-unknown = `{ $name }` names no files
header-scope-unknown-hint = write { $names } or an address such as /data/*
header-name-wrong = `{ $name }` is no header that a rule can set
header-name-hint = write a name of Latin letters, digits and hyphens, such as Referrer-Policy
header-decided-hint = leave it out: it follows from the file and from how it is sent
header-value-wrong = `{ $name }` has a value that no header can have
header-value-wrong-hint = write it in one line, of Latin letters, digits and signs, without spaces around it
plural-form-unknown = `{ $name }` is not a plural form of { $language }
plural-forms-missing = the plural `{ $name }` lacks { $missing }
plural-forms-hint = the language has the forms { $names }; write {"{"}n{"}"} where the number goes
plural-place-unknown = `{ $name }` stands for nothing: the number is `{"{"}n{"}"}`
plural-none = there is no plural `{ $name }`
template-text-mistyped = `{ $key }` is neither a text nor forms of one
theme-key-unknown = a theme does not declare `{ $key }`
template-text-mistyped-hint = write a text, or a table of its forms
template-text-of-other-kind = `{ $key }` needs { $expected }
template-text-of-other-kind-hint = write it as templates/theme.toml declares it
template-text-plain = a text
template-text-counted = its plural forms
template-text-gendered = a text for each gender
template-text-gendered-and-counted = plural forms for each gender
template-text-takes-none = it is given nothing
template-text-without-argument = the text `{ $key }` is not given `{ $name }`
template-text-argument-reserved = the text `{ $key }` names `{ $name }` in braces, which the function `text` reads itself
template-text-argument-reserved-hint = take another name
gender-unknown = `{ $name }` is no gender
genders-missing = the text `{ $key }` lacks { $missing }
genders-missing-hint = a text by gender has two forms: `masculine` and `feminine`
search-texts-missing = the search field has no words for { $names }
search-texts-missing-hint = write them under [{ $table }]: warraq knows them in Arabic, French and English only
search-label-hint = write label = "…": what stands above its results
search-collections-hint = write collections = ["…"]: whose pages belong to the group
field-nowhere = no collection has a field `{ $name }`
alias-without-names = the field `{ $name }` holds no names
search-groups-share = `{ $name }` is in two groups of [search]
search-groups-share-hint = take it out of `{ $first }` or of `{ $second }`
synonyms-wrong = the synonyms of `{ $name }` are not a list of strings
synonyms-wrong-hint = write ["…", "…"]
deploy-to-hint = write to = "s3", "rsync", "git" or "fs": how files are carried
deploy-encoding-unfit = only object stores say how a file is encoded that is stored encoded
deploy-encoding-unfit-hint = write precompressed = ["br", "gzip"], for servers that choose, or leave it out
deploy-endpoint-wrong = `{ $url }` is not the URL of a service
deploy-endpoint-hint = write endpoint = "https://s3.eu-west-3.amazonaws.com": the URL of the service
deploy-bucket-hint = write bucket = "…"
deploy-machine-hint = write machine = "user@host", as you would for ssh
deploy-folder-hint = write folder = "/srv/site": the folder there that will hold the releases
deploy-remote-hint = write remote = "git@…": the repository, as you would for git
deploy-branch-hint = write branch = "gh-pages": a branch that holds nothing but the site
deploy-path-hint = write path = "/mnt/site": the folder

## Citations and their sources

source-none = there is no source `{ $name }`
source-none-hint = name a source by its slug
source-unnamed = the citation does not say which source
source-unnamed-hint = there are several sources: write source = "slug", or cite:slug/p4 in prose; or say in site.toml which one is meant where none is named: main = "slug"
source-meant-note = of the source `{ $name }`
source-against-itself = `{ $name }` is cited against itself
source-against-itself-hint = cite in `against` what another source says: source = "slug"
source-none-at-all = the site has no source to cite
source-none-at-all-hint = give a collection a table [collections.NAME.source] in site.toml
source-without-list = the source has no list `{ $name }`
source-without-list-hint = declare it as a list of records with a number and a text
paragraph-none = there is no paragraph { $number }
paragraph-none-hint = the paragraphs are: { $numbers }
paragraph-twice = two paragraphs have the number { $number }
paragraph-twice-hint = number the paragraphs as they follow each other
quotation-altered = `{ $words }` does not stand in paragraph { $number }
quotation-altered-hint = write `{ $words }`, letter for letter as the source has it
quotation-closest-note = the closest words of the paragraph: `{ $words }`
quotation-elsewhere-hint = cite { $count ->
    [one] paragraph
   *[other] one of the paragraphs
} { $numbers }, in which the words stand
quotation-uncited = `{ $words }` is quoted without a citation
quotation-uncited-hint = follow it, in the same paragraph or list item, with `{ $link }`; « » are for quotations only
segments-out-of-order-note = it stands there, but before the segment quoted ahead of it
segments-out-of-order-hint = quote the segments in the order in which they stand
quotation-elsewhere-note = { $count ->
    [one] they stand in paragraph { $numbers }
   *[other] they stand in paragraphs { $numbers }
}
quotation-in-source-note = they stand in paragraph { $number } of `{ $source }`
quotation-in-source-hint = cite that source: source = "{ $source }", p = { $number }, or cite:{ $source }/p{ $number } in prose
quotation-nowhere-note = they stand in no paragraph
quotation-nowhere-hint = quote words that stand in the source, letter for letter
quotation-elided-note = its two parts stand in the paragraph; the dots between them do not
quotation-elided-hint = quote each part for itself: `{ $in_field }` in the list of a field, `{ $in_text }` in a text
quotation-closest-elsewhere-note = they stand in no paragraph; the closest words are in paragraph { $number }: `{ $words }`
quotation-closest-in-source-note = they stand in no paragraph; the closest words are in paragraph { $number } of `{ $source }`: `{ $words }`
quotation-closest-elsewhere-hint = quote letter for letter, and cite the paragraph in which the words stand

## What looks alike

differs-at = they differ at character { $position }: { $written } for { $meant }
differs-by-extra = they differ at character { $position }: { $extra } does not belong there
differs-by-lack = they differ at character { $position }: { $lacking } is missing
character-seen = `{ $character }` ({ $code }, { $name })
character-unnamed = `{ $character }` ({ $code })
character-unseen = { $code } ({ $name })
name-space = space
name-no-break-space = no-break space
name-soft-hyphen = soft hyphen
name-zero-width-space = zero-width space
name-zero-width-non-joiner = zero-width non-joiner
name-zero-width-joiner = zero-width joiner
name-byte-order-mark = byte order mark
name-direction-mark = mark of direction
name-tatweel = tatweel
name-vowel-sign = vowel sign
name-combining-hamza = hamza or madda written apart
name-persian-kaf = Persian kaf
name-arabic-kaf = Arabic kaf
name-persian-ya = Persian ya
name-arabic-ya = Arabic ya
name-alif-maqsura = alif maqsura
name-ya-hamza = ya with hamza
name-ta-marbuta = ta marbuta
name-arabic-ha = Arabic ha
name-bare-alif = alif without hamza
name-alif-hamza-above = alif with hamza above
name-alif-hamza-below = alif with hamza below
name-alif-madda = alif with madda
name-alif-wasla = alif wasla
name-waw = waw without hamza
name-waw-hamza = waw with hamza
name-arabic-digit = Arabic digit
name-persian-digit = Persian digit
name-cyrillic-letter = Cyrillic letter
name-greek-letter = Greek letter
name-latin-letter = Latin letter
name-hyphen = hyphen
name-dash = dash

## TOML

write-instead = write `{ $words }`
remove-it = remove it
toml-quotes = `{ $mark }` begins no string: TOML's strings stand between `"` and `"`
toml-string-open = the string is not closed: a `{ $mark }` is missing
toml-string-open-long = put `{ $mark }` after the last word
toml-string-lines = the string goes on in the next line, and between `"` and `"` it stands on one
toml-string-lines-hint = join the lines, or put `{ $mark }` before and after the string
toml-marks-inside = the string ends at the second `{ $mark }`, and more words follow
toml-escape = `{ $written }` is no escape: a backslash in a string is written twice
toml-escape-hint = write `{ $right }`, or the string between ' and '
toml-digits = `{ $value }`: numbers and dates in TOML have the digits 0 to 9
toml-dash = `{ $value }`: numbers and dates in TOML have the hyphen `-`, and no other dash
toml-truth = `{ $value }`: true and false are the English words, in small letters
toml-date = `{ $value }`: a date is written year-month-day
toml-no-day = `{ $value }` is no day of the calendar
toml-no-day-hint = write a day that there is, as in 2025-11-24
toml-number = `{ $value }`: a number has no separators, and no 0 before it
toml-null = `{ $value }`: there is no empty value in TOML
toml-null-hint = leave the whole line out
toml-secret = the value of `{ $key }` is not TOML; it is not shown, because it may be a secret
toml-secret-hint = remove it: a secret belongs in no file of the site, but in the environment of who deploys
toml-unquoted = `{ $value }` is a text without quotation marks
toml-comma = `{ $mark }` is no comma of TOML's
toml-comma-missing = a comma is missing after this value
toml-comma-missing-hint = write `,` between the values
toml-list-open = `{ $open }` is never closed
toml-list-open-hint = put `{ $closing }` after the last value
toml-round = a list stands between `[` and `]`, not between `(` and `)`
toml-heading-open = the heading `{ $heading }` is not closed
toml-heading-brackets = a heading stands between `[` and `]`, and a list of tables between `[[` and `]]`
toml-heading-twice = the heading `{ $heading }` stands in this file twice
toml-heading-twice-hint = move what stands below it to the first one, and delete it
toml-heading-single = `{ $heading }` is one table here, and one of a list elsewhere in this file
toml-invisible = an invisible character ({ $name }) stands here; TOML knows ordinary spaces only
toml-colon = `{ $key }:` is YAML; in TOML `=` stands between a key and its value
toml-no-equals = `=` is missing after `{ $key }`
toml-conflict = git has left two versions here, between `<<<<<<<` and `>>>>>>>`
toml-conflict-hint = keep one of them, and delete the lines that begin with `{ $begin }`, `=======` and `{ $end }`
toml-json = this is JSON: fields are written in TOML, each on a line of its own
toml-json-hint = write `{ $example }`, without braces, and without a comma at the end of the line
toml-item = `{ $mark }` before a key is YAML: a field of TOML begins with its name
toml-after-value-pair = write it on a line of its own, without the comma
toml-equals = `{ $mark }` is no sign of equality of TOML's
toml-no-value = `{ $key }` has no value
toml-no-value-hint = write the value after `=`, a text between quotation marks; or leave `{ $key }` out
toml-no-pair = `{ $words }` is no line `key = value`
toml-no-pair-hint = put `#` before it if it is a remark; prose stands below the second line of +++
toml-remark-hint = put `#` before it if it is a remark
toml-comment = a remark in TOML begins with `#`
toml-key = `{ $key }` is no key: keys are Latin letters, digits, `-` and `_`
toml-key-hint = write the name of the field as site.toml declares it
toml-key-latin-hint = write it in Latin letters: what readers see of it stands in a value, such as a title
toml-after-value = `{ $words }` stands after the value, where nothing may follow
toml-after-value-hint = move it into the value, to a line of its own, or behind `#`
toml-twice = the key `{ $key }` stands here twice
toml-twice-hint = leave one of the two out
toml-extended = `{ $key }` has a value already, and cannot be a table as well
toml-deep = lists and tables stand in each other too deep here
toml-comma-extra = a comma stands here without a value before it
toml-unicode = `{ $written }` names no character
toml-unicode-hint = write four hexadecimal digits behind `\u`, or the character itself
toml-equals-none = a value belongs behind a key and `=`
toml-key-none = a key is missing here, or is written as no key is
toml-pair-hint = write `key = value`
toml-ends-early = the file ends before its last line is complete
toml-unexpected = `{ $found }` cannot stand here in TOML
toml-broken-hint = fix the TOML; strings stand between quotation marks, lists between [ and ]
values-deep = values are more than { $most } deep in each other here
values-deep-hint = write what is this deep as entries or rows of their own
values-null = an item of a list is empty
values-null-hint = leave the item out of the list
json-more = the value has ended, and more stands after it
json-more-hint = put all values into one list, between [ and ]
json-comment = JSON has no remarks
json-comment-hint = leave it out; YAML and TOML have remarks, behind `#`
json-end = a value is missing where the text ends
json-no-value = `{ $found }` begins no value of JSON
json-no-value-hint = write a text between `"` and `"`, a number in the digits 0 to 9, true, false, a list between [ and ], or pairs between {"{"} and {"}"}
json-marks = `{ $mark }` begins no text: JSON's texts stand between `"` and `"`
json-comma = a comma is missing before this
json-comma-hint = write `,` between the values
json-other-comma = `{ $mark }` is no comma of JSON's
json-comma-last = nothing follows the last comma
json-comma-last-hint = remove the comma before it
json-key = this is no key: keys stand between `"` and `"`
json-key-hint = write `"key": value`
json-colon = `:` is missing after the key `{ $key }`
json-colon-hint = write `"key": value`
yaml-broken-hint = fix the YAML; put a text with `: `, `#` or a quotation mark in it between `"` and `"`
yaml-unexpected = `{ $found }` cannot stand here in YAML
yaml-ends-early = the file ends before its last value is complete
yaml-anchor-none = `{ $found }` refers to a name that nothing above has
yaml-bracket = `{ $found }` closes nothing
yaml-flow = a comma is missing here, or the bracket that closes the list or the table
yaml-flow-hint = write `,` between the values, and `]` or `{"}"}` behind the last
yaml-escape = a backslash in a string between `"` and `"` begins no escape here
yaml-escape-hint = write `\\`, or the string between ' and '
yaml-tag = tags (`!…`) and directives (`%…`) of YAML cannot be written so
yaml-block = nothing but a digit, `+` or `-` stands behind `|` or `>` on their line
yaml-block-hint = begin the text on the next line, indented
yaml-colon-none = `:` is missing behind a key
yaml-column-hint = begin the lines of one list or table under each other, with spaces
yaml-comment = a space belongs before `#`
yaml-comment-hint = write a space before `#`
yaml-colon = a value with `: ` in it stands between `"` and `"`
yaml-colon-space = a space is missing behind the colon of `{ $key }`
yaml-indent = this line is indented otherwise than the key above it
yaml-indent-hint = begin it under the first letter of the key above it, with spaces
yaml-tab = YAML is indented with spaces, and this is a tab
yaml-tab-hint = write two spaces instead of each tab
yaml-documents = a second document begins in the same file
yaml-documents-hint = put it into a file of its own, or make both items of one list
yaml-alias = `*` names the value that it stands in
yaml-alias-hint = write out what the name stands for
yaml-copies = the aliases up to here stand for more than { $most } values
yaml-key = this is no key: a list or a table cannot be one
yaml-key-hint = write `key: value`, with a word before the colon
csv-empty = there is no table: its first line has the names of the columns
csv-empty-hint = write the names of the fields into the first line, with a separator between them
csv-separator = columns are separated by `,`, `;` or a tab, and by no other sign
csv-separator-hint = write `,` instead, in all lines
csv-columns = the table has { $found } columns, and may have { $most }
csv-columns-hint = look what separates the columns; what is one text stands between `"` and `"`
csv-column-twice = two columns are called `{ $name }`
csv-column-twice-hint = give one of them another name, or remove it
csv-column-whole = the column `{ $name }` is one value, and `{ $part }` a part of it
csv-column-whole-hint = remove the one or the other: a value is written whole or in parts
csv-column-unnamed = `{ $text }` stands in a column without a name
csv-column-unnamed-hint = write the name of a field into the first line, above it
csv-divided = `{ $found }` stands between the cells here, and `{ $expected }` in the first line
csv-divided-hint = write `{ $expected }` in all lines, or the same in the first one
csv-cells = this row has { $found } cells, and the first line { $expected }
csv-cells-hint = a text with a separator in it stands between `"` and `"`; an empty cell has its separator, too
csv-open = the `{ $mark }` that begins this cell has no end
csv-open-hint = put `"` after its last word, and write each `"` inside it twice
csv-after-quote = `{ $words }` stands after the `"` that ends the cell
csv-after-quote-hint = write each `"` inside a cell twice, and one around all of it
use-slug-hint = the slug of a row comes from a field of type string, int, slug or enum
cell-table-hint = a cell holds no table: give each key a column, as in `said.p` and `said.quote`, or write JSON, TOML or YAML
cell-number-hint = write the number in digits, as in 13
cell-truth-hint = write true or false
text-date-hint = write the day as in 2025-11-24
csv-encoding = Excel writes UTF-8 only when it saves as “CSV UTF-8”
row-no-table = this is no table of fields
row-no-table-hint = write a list of tables, or a table for each entry under a key
rows-none = there are no rows in this file
row-unnamed = nothing names this row
row-unnamed-hint = name the field that does in site.toml, as in `slug = "code"`, or give the row a title
row-edited = { $name } is a row of a file
row-edited-hint = change the row there, then `warraq check` names what refers to it
rows-out-of-place-hint = move `{ $path }` to `{ $right }`
rows-missing = there is no file { $path }
rows-missing-hint = put the file there, or change `source`
rows-elsewhere = `{ $name }` is no file whose rows can be entries
rows-elsewhere-hint = name a file below { $folder }/ that ends in .csv, .tsv, .json, .toml, .yaml or .yml; or, where citations stand on these entries, write a table
rows-nested = rows lie in no folders that could be sections
rows-nested-hint = leave `nested` out, or write entries as files
lists-empty = nothing stands between the items of a list
lists-empty-hint = write a sign that no item has, as in `lists = "|"`

## Files of a site

site-none = there is no { $config } in { $folder }
site-none-hint = run warraq in the folder of a site, name it with --root, or make one with `warraq new DIR`
rename = rename `{ $from }` to `{ $to }`
site-of-another = `{ $file }` is a file of { $generator }: this is a site of another generator
site-of-another-hint = make a new site of it with `warraq import hugo . ../new`, or `zola`, or `markdown` for any folder of texts: docs/coming-from.md says how
unreadable = { $path } cannot be read: { $error }
unreadable-dangling = { $path } cannot be read: it is a symbolic link to { $target }, and nothing is there
unreadable-dangling-hint = remove it, or let it lead to a file
unreadable-loop = `{ $path }` cannot be read: it is a symbolic link to `{ $ancestor }`, the folder that it is in
unreadable-loop-hint = remove it, or let it lead elsewhere
folder-as-entry = `{ $path }` is a folder, and is called as the file of an entry is
folder-as-entry-hint = rename the folder to `{ $right }`; the entry `{ $stem }` is then `{ $right }/index.md`, or a file `{ $path }`
folder-as-template = `{ $path }` is a folder, and is called as a template is
folder-as-template-hint = rename the folder, and put the template there as a file
folder-as-file = `{ $path }` is a folder, and has to be a file
folder-as-file-hint = rename the folder, and put the file there
file-as-folder = `{ $path }` is a file, and has to be a folder
file-as-folder-hint = rename the file, and make a folder of that name
folder-misnamed = the folder `{ $found }` is passed over: it has to be called `{ $right }`
folder-misnamed-hint = rename it to `{ $right }`
file-grows = it grows while it is read
system-absent = there is no such file or folder
system-forbidden = permission is missing
system-taken = something is there already
system-folder = it is a folder
system-no-folder = it is no folder, or leads through a file
system-not-empty = the folder is not empty
system-full = the disk is full
system-quota = no more room is granted to this user
system-read-only = nothing can be written on this disk
system-too-large = the file is too large for this disk
system-name = the name is too long, or is none for this disk
system-other-disk = it is on another disk
system-busy = another program is using it
system-running = it is a program that is running
system-stale = it is gone from the server that it was on
system-memory = memory does not suffice
system-cut-off = it ends too early
system-late = it took too long
system-unheard = the other side reads no more
system-reset = the other side broke off
system-aborted = the connection was broken off
system-refused = nobody answers there
system-no-network = there is no way to that network
system-no-host = there is no way to that computer
system-network-down = the network is down
system-port-taken = the port is in use
system-not-ours = this computer does not have the address
system-interrupted = it was interrupted
json-cut-off = it is cut off
json-broken = it is damaged at line { $line }, column { $column }
json-of-another-kind = it does not say what warraq writes there, at line { $line }, column { $column }
file-at-changed-meanwhile = { $path } was changed meanwhile; do it again when nobody writes there
file-needs-room = it needs { $needed } bytes, and { $free } are free
name-not-utf8 = the name of { $path } is not UTF-8
rename-file = rename the file
not-utf8 = the file is not UTF-8 from here on
not-utf8-hint = save it as UTF-8 in your editor; it may be Windows-1256 or ISO 8859-6
utf16 = the file is UTF-16
utf16-hint = save it as UTF-8 in your editor; Windows calls UTF-16 “Unicode”
names-in-two-forms = two files have the name `{ $path }`, in two forms of Unicode
letters-of-one = the letters of one are { $codes }
delete-or-rename = delete one of them, or rename it
file-too-large = { $path } has more than { $limit }
file-too-large-hint = publish it elsewhere, such as at a host of films, and link to it; of text, make several files
link-to-hidden = { $link } is a symbolic link to { $shown }, which is hidden
link-to-hidden-hint = files and folders whose names begin with a dot are not part of a site; if this one should be, copy it
link-outside = { $link } is a symbolic link that leads out of the site, to { $shown }
link-outside-hint = copy the file into the site; or write follow = ["{ $folder }"] below [content] in site.toml, if all that is in that folder may be published
entry-too-large = the entry has { $size } bytes, and may have { $limit }
entry-too-large-hint = cut it into several, or allow more: `entry` under [limits] in site.toml
collection-of-no-folder = the file is in no collection's folder
collection-of-no-folder-hint = move it to the folder of a collection, { $folders }, or declare one for its folder in site.toml
collection-of-no-folder-others = { $count ->
    [one] one more file is in the same folder
   *[other] { $count } more files are in the same folder
}
collection-lost-hint = rename the folder to `{ $right }`, or write `folder = "{ $folder }"` under [collections.{ $name }] in site.toml
fix-unwritable = cannot write { $path }: { $error }
fix-unwritable-hint = give yourself the right to write there
changes-at-once = another run of warraq is changing files of this site right now
changes-at-once-hint = wait until it ends, and run the command again
changes-left = a run that was broken off has changed some of the site's files and left the rest as they were
changes-left-hint = `warraq check --fix` takes that back first; so do `warraq mv`, `rm` and `review`
changes-not-taken-back = what a run that was broken off has left half done cannot be taken back
changes-taken-back = a run that was broken off had changed some of the files: they are again as they were before it
fix-left = { $path } is left as it is: it has changed
fix-left-hint = run the command again

## Front matter

front-matter-none = the file has no front matter
front-matter-none-hint = begin it with a line of +++, the fields, and another line of +++
line-ends = the lines of the file end as on old Macs, and are one line to all others
line-ends-hint = save it in your editor with line ends of the kind LF
front-matter-late = something stands before the front matter
front-matter-late-hint = the first line of the file is +++ and nothing else; remove what stands before it
front-matter-unopened = the line of +++ before the front matter is missing
front-matter-unopened-hint = write +++ on a line of its own before this one
front-matter-yaml = the front matter is in YAML; here it is in TOML
front-matter-yaml-hint = write +++ instead of ---, and `title = "…"` instead of `title: …`
front-matter-other = the front matter is in another format; here it is in TOML, between two lines of +++
front-matter-fence = `{ $line }` is no line of +++
front-matter-fence-hint = write +++, and nothing else on that line
front-matter-open = the front matter is not closed
front-matter-open-hint = put a line of +++ after the last field
field-unknown = unknown field `{ $name }`
field-heading = the heading `[{ $name }]` takes { $below } to itself, which are fields of the entry
field-heading-hint = delete the heading
field-below-heading-hint = what stands below `{ $heading }` belongs to it: move this line above the heading
field-missing = the field `{ $name }` is missing
field-missing-hint = add `{ $name } = …`: { $kind }
field-empty = the field `{ $name }` is empty
field-empty-hint = write its text between the quotation marks, or declare the field with `?` in site.toml, if it may be absent
mistyped = expected { $kind }, found { $found }
mistyped-hint = change the value, or the field's type in site.toml
mistyped-date-hint = write the day without quotation marks, as in 2025-11-24
mistyped-number-hint = write the number in digits and without quotation marks, as in 13
mistyped-fraction-hint = write it without a fraction, as in 13
mistyped-list-hint = put the value between [ and ]
number-too-far = `{ $number }` is further from zero than a number may be
unfit = `{ $value }` is not { $kind }
write-kind = write { $kind }
kind-float = a number with a fraction
kind-datetime = a date or time
not-an-entry-of = `{ $name }` is not an entry of { $collections }
refers-to-hint = this field refers to { $collections }
collection-unnamed = `{ $name }` does not name its collection
citation-key-unknown = unknown key `{ $name }` in a citation
citation-keys-hint = a citation has p, quote and, where there are several sources, source and against
citation-incomplete = a citation needs the paragraph `p` and a list `quote`
citation-incomplete-hint = write {"{"} p = 4, quote = ["words of the paragraph"] {"}"}
slug-bad = `{ $slug }` is not a slug
slug-hint = write slug = "{ $right }": lower-case letters and digits with single hyphens between them, and no vowel signs
slug-of-file-hint = write slug = "…" in it: lower-case letters and digits with single hyphens between them, and no vowel signs
string-of-key = `{ $key }` is not a string
string-of-key-hint = write { $key } = "…"
truth-of-key = `{ $key }` is neither true nor false
truth-of-key-hint = write { $key } = true or { $key } = false
day-of-key = `{ $key }` must be a day
day-of-key-hint = write { $key } = 2025-11-24, without quotation marks
expires-too-early = it would expire on { $expires }, and is not published before { $publish }
expires-too-early-hint = `expires` is the first day on which it is gone: write one behind that of `publish`
redirect-from-no-list = `redirect_from` is not a list of addresses
redirect-from-no-string = an item of `redirect_from` is not a string
redirect-from-hint = write redirect_from = ["{ $address }"]: addresses that the page had before

## Characters and typography

control-code = the control character { $name }
control-code-hint = take it out: no page, feed or table may hold it
control-overrides = the invisible character { $name } turns the text after it round
control-unclosed = the invisible character { $name } is not closed in its line
control-unopened = the invisible character { $name } closes what its line did not open
control-hint = take it out: it came with copied text, and Latin words are isolated without it
presentation-forms = `{ $shown }` is written in presentation forms, which are shapes and not letters
presentation-forms-hint = write `{ $right }`; or allow it with `presentation_forms` under [check] in site.toml
look-alikes = `{ $shown }` has letters that only look Arabic
look-alikes-hint = write `{ $right }`; if the word is Persian or Urdu, mark it: [{ $shown }]{"{"}lang=fa{"}"}
other-digits = `{ $shown }` has digits of another set than the site's
thousands = a plain space parts the thousands of `{ $shown }`
thousands-hint = write `{ $right }`, or put a no-break space (U+202F) between them
list-mark = the list mark `{ $shown }` has digits of another set than the site's
list-mark-hint = write `{ $right }`, or begin the line with `1.` and let Markdown number it
number-range = the hyphen turns the range `{ $shown }` round
number-range-hint = write `{ $right }`, with an en dash, or say it in words
latin-mark = a Latin `{ $shown }` after Arabic
space-before = a space before `{ $mark }`
no-space-after = no space after `{ $mark }` in `{ $shown }`
take-out = take it out
tatweel = `{ $shown }` is stretched with tatweel, and cannot be found
lone-waw = the conjunction `و` stands alone in `{ $shown }`
term = this site does not write `{ $shown }`
hamza = `{ $shown }` has a hamza too few or too many
french-space = a space of French punctuation is missing, or lines break at it: `{ $shown }`
french-space-hint = put a space there that does not break: U+202F before ; ! ?, U+00A0 before : and inside « »
keyboard-mark = `{ $shown }` is a mark as keyboards write it
french-spelling = `{ $shown }` is not spelled as printed French is
mixed-script = `{ $shown }` has letters of another script among Tifinagh ones
two-styles = two styles of quotation marks in one file: `{ $first }` and `{ $second }`
two-styles-hint = quote between « and » throughout, and write words that are no quotation bold or plain

## Rules that are silenced

silence-no-list = `silence` is not a list
silence-no-table = an item of `silence` is not a table
silence-key-unknown = unknown key `{ $name }` in `silence`
silence-no-reason = a rule is silenced without a reason
silence-no-rule = `{ $rule }` is no rule that can be silenced here
silence-hint = write silence = [{"{"} rule = "W711", reason = "…" {"}"}]
rules-hint = the rules are: { $rules }
ignore-before-open = the `ignore` before this one is not closed
ignore-unknown = `{ $comment }` says neither `ignore` nor `end`
ignore-no-such-rule = `{ $word }` is no rule that can be passed over
ignore-of-pages = `{ $rule }` is about finished pages: it is passed over for a page, by `silence`
ignore-no-rule = the `ignore` names no rule
ignore-no-reason = the `ignore` gives no reason
ignore-open = the `ignore` is not closed
end-alone = nothing is open that this `end` could close
ignore-hint = write <!-- warraq: ignore W711 the reason --> before the text and <!-- warraq: end --> after it
ignore-unused = nothing here is against { $rule }
ignore-unused-hint = take the rule, or the whole `ignore`, out

## Templates

template-broken = the template engine refuses this: `{ $reason }`
template-broken-hint = docs/templates.md lists the filters and functions; Tera's manual has the syntax
template-unexpected = `{ $found }` cannot stand here in a template
template-unexpected-hint = look at what comes before it: a sign, a name or a bracket may be missing
template-expected = { $kind } belongs here, found `{ $found }`
template-expected-hint = write { $kind } here
template-kind-name = a name
template-kind-string = a text between quotation marks
template-kind-value = a value
template-kind-type = a type (string, bool, integer, float, number, array or map)
template-kind-literal = a text, a number, a list or a table that is written out
template-argument-hint = write `name="text"`, or `name={"{"}value{"}"}`
template-twice = `{ $name }` is given twice
template-name-reserved = `{ $name }` is a word of the language of templates, and names nothing else
template-rest-last = the argument with `...` is the last of a component
template-rest-last-hint = move it behind the others
template-deep = what stands here is nested too deep to be read
template-deep-hint = name its parts before: `{"{"}% set … %{"}"}`
template-literal = only texts, numbers, lists and tables that are written out can stand here
template-literal-hint = write out the value
template-inside = this stands inside of another tag, where it cannot be
template-inside-hint = move it out of all other tags
template-extends-twice = a template extends one other only
template-loop-only = `{ $word }` stands inside of a loop only
template-call-late = a value has no functions of its own
template-call-late-hint = write a filter behind it: `| name`
template-ends-early = the template ends inside of a tag
template-ends-early-hint = complete the last tag
component-other-end = `</{ $found }>` does not close `<{ $open }>`
component-defined-twice = the component `{ $name }` is defined in `{ $one }` and in `{ $other }`
template-outside-blocks = this stands outside of all blocks, and a template that extends another shows only its blocks
template-outside-blocks-hint = move it into a block, between {"{"}% block … %{"}"} and {"{"}% endblock %{"}"}
template-block-unknown = no template that this one extends has a block `{ $name }`
template-block-unknown-hint = write the name of a block as the template has it that this one extends
template-block-lost = { $count } templates fill a block `{ $name }`, and the one that they extend has none
template-block-lost-hint = write `{ $example }` where it belongs
template-invisible = { $name } stands here, which nobody sees; templates know ordinary spaces only
template-filter-called = `{ $name }` is a filter, and no function
template-argument-bare = the value of an argument stands between braces, and a text between quotation marks
template-component-closed = a component in a tag of statements has a body, and does not end with `/>`
template-component-open = a component that is called between `{"{{"}` and `{"}}"}` ends with `/>`
template-name-script = `{ $name }` is no name in a template: names are Latin letters, digits and `_`
template-name-script-hint = write the name as the template that has it does; a text stands between `"` and `"`
template-set-equals = `set` gives a name a value with one sign of equality
template-for = `for` names what stands for an item, `in`, and the list
template-for-hint = write {"{"}% for item in list %{"}"}
template-braces-inside = braces of a tag stand inside a tag
template-other-close = `{ $open }` ends with `{ $close }`, found `{ $found }`
template-tag-open = `{ $mark }` is never closed
template-tag-open-hint = put `{ $close }` after it
template-string-open = the string is not closed: a `{ $mark }` is missing
template-string-open-hint = put `{ $mark }` after its last word
template-other-end = `{ $word }` closes no `{ $open }` (line { $line })
template-end-alone = `{ $word }` stands without `{ $begin }`
template-body-open = `{ $tag }` is never closed
template-body-open-hint = write {"{"}% { $close } %{"}"} where it ends
template-quotes = `{ $mark }` begins no string in a template
template-comma = `{ $mark }` is no comma in a template
template-digits = templates do not read `{ $number }` as a number
template-foreign = `{ $found }` is another language's
template-unknown-tag = there is no tag `{ $word }`
template-tags-hint = the tags are: { $names }
template-equals = a comparison has two signs of equality
template-set = `set` gives a name a value, and there is no `=`
template-set-hint = write {"{"}% set { $name } = … %{"}"}
template-extends-late = `extends` is the first tag of a template, or stands in none
template-extends-late-hint = move it to the first line
template-hugo = a name that begins with a dot is Hugo's
template-hugo-hint = write the name as it is here, such as `page.title`
template-liquid = `{ $name }:` is Liquid's way to give an argument
template-liquid-hint = write `{ $name }(NAME=…)`; docs/templates.md lists the arguments
template-positional = an argument without its name, in `{ $tag }`
template-positional-hint = write `name=` before it; docs/templates.md lists the arguments, such as `default(value=…)`
template-bracket-open = `{ $open }` is never closed
template-bracket-open-hint = put `{ $close }` after what it holds
template-empty = there is nothing between the braces
template-empty-hint = write what is to be printed, or remove the tag
template-none = there is no template `{ $name }`
template-none-hint = put it into { $folder }
templates-none = there is no template in { $folder }
templates-none-hint = put the templates of the site there, or look where they went
template-extends-itself = the template `{ $name }` extends itself, by way of others or directly
template-extends-itself-hint = one of the templates that extend each other has to stand alone
template-name-twice = two parts of this template are called `{ $name }`
template-name-twice-hint = give this one another name, or leave it out
template-includes-itself = the template `{ $name }` includes itself, by way of others or directly
template-includes-itself-hint = take one of the includes out
template-failed-hint = docs/templates.md lists what a template can use
filter-unknown = there is no filter `{ $name }`
function-unknown = there is no function `{ $name }`
test-unknown = there is no test `{ $name }`
component-unknown = there is no component `{ $name }`
template-names-hint = docs/templates.md lists the filters and functions
while-rendering-page = while rendering the page of { $page }
while-rendering-card = while rendering the card of { $page }
null-in-attribute = `{ $expression }` is null, and stands in an attribute
null-in-attribute-hint = write the attribute only where there is something, or say what stands there instead: `or "…"`
page-too-large = the template prints more than { $limit } bytes
page-too-large-hint = spread it over several pages, or allow more: `page` under [limits] in site.toml
name-unknown = nothing is called `{ $name }` here
name-outside = this component does not see `{ $name }`
name-outside-hint = declare it among the arguments of the component: `@{ $name }`
item-field-unknown = an item has no field `{ $name }`
value-field-unknown = this value has no field `{ $name }`
path-field-unknown = `{ $of }` has no field `{ $name }`
path-field-too-deep = so deep inside a page `{ $of }` has no field `{ $name }`
argument-unknown = `{ $of }` has no argument `{ $name }`
template-text-unknown = there is no text `{ $key }`
template-texts-none-hint = say it under [texts] in site.toml
template-text-argument-missing = the text `{ $key }` needs `{ $name }`
template-text-argument-missing-hint = give it: `{ $name }=…`
template-text-unasked = no template prints the text `{ $key }`
template-text-unasked-hint = leave it out, or print it: text(key="…")
takes-none = it takes none
has-none = it has none
there-are = there are: { $names }
foreign-way = write `{ $words }`
foreign-now = a page is the same whenever it is built; print a day that is said somewhere, such as `page.updated`
foreign-tags = the tags of `[tags.NAME]` in site.toml are the list `NAME`, and those of an entry are its field of tags
foreign-statement = statements stand between {"{"}% and %{"}"}: {"{"}% if … %{"}"} … {"{"}% endif %{"}"}, {"{"}% for item in list %{"}"} … {"{"}% endfor %{"}"}, {"{"}% include "…" %{"}"}
foreign-relative = leave it out: what is written from the root, such as `/about/`, becomes relative to each page
foreign-markdown = leave it out, and declare the field as `markdown` in site.toml: its value is HTML then
foreign-link = write an entry's `url`, an address from the root such as `/about/`, or `ref:collection/name`: each is checked
foreign-picture = leave it out, and declare the field as `image` in site.toml: the widths of `[pictures]` are made of it
foreign-import = leave it out: every template knows the components of all
foreign-field = fields stand in the entry itself: write `{ $name }`, and declare it in site.toml, under `[collections.NAME.fields]`
there-are-of-site = there are: { $names }; a value of your own stands in site.toml under `[extra]`, and is `site.extra.NAME` here
there-are-fields = there are: { $names }; a field of your own is declared in site.toml, under `[collections.NAME.fields]`
prints-no-text = `{ $path }` is a list or an entry, and is printed as a text
prints-no-text-hint = go through it with {"{"}% for … %{"}"}, print one of its fields, or join it: `| join(sep="، ")`
part-of-null = `{ $of }` is null here, and has no `{ $part }`
part-of-null-hint = print it only where it is there: `{"{"}% if { $of } %{"}"}` … `{"{"}% endif %{"}"}`
prints-nothing-there = what is printed here is not there on this page
prints-nothing-there-hint = correct the name, or print it only where it is there: `{"{"}% if … %{"}"}`
value-null = `{ $of }` is null here
item-none = `{ $of }` has no item { $number } here: it has { $length }, counted from 0
item-none-hint = print it only where it is there: `{"{"}% if { $of } | length > { $number } %{"}"}` … `{"{"}% endif %{"}"}`
component-without-end = the component `{ $name }` calls itself without end
component-without-end-hint = delete `<{ $name } … />` inside of `{ $name }`, or put it into an `if` that ends
braces-printed = `{ $written }` would be printed as it stands: single braces hold the arguments of components only
braces-single = `{ $written }` is printed as it stands: what is to be filled in stands between two braces
component-bare-hint = call the component inside of a tag: `{"{"}% <{ $name } …> %{"}"}`, or `{"{"}{"{"} <{ $name } … /> {"}"}{"}"}` where it has no body

## What filters and functions of templates refuse

asset-none = there is no asset `{ $path }`
data-none = there is no file of data `{ $path }`
data-none-hint = put it into `data/`, as .csv, .json, .toml or .yaml
data-unwritten = `{ $name }` has no path that is written out
data-unwritten-hint = write the path of a file between quotation marks: `load_data(path="data/team.json")`
path-quoted = `{ $name }` is given as a text, because it stands between quotation marks
loops-over-entry = `{ $path }` is one entry, and a loop goes through a list
loops-over-entry-hint = leave out the loop, or name a list
bidi-text-of-markup = bidi_text takes a text, found HTML: it is for places where no markup can stand
filter-takes-text = expected a text, found { $found }
filter-takes-number = expected a number, found { $found }
kind-nothing = nothing (null)
compares-kinds = { $one } and { $other } cannot be compared
compares-kinds-hint = compare values of one kind; numbers stand without quotation marks
computes-kinds = `{ $sign }` computes with numbers, and found { $one } and { $other }
computes-kinds-hint = write numbers on both sides; the filter `int` makes a number of a text
computes-kinds-join-hint = write `~` to join texts
component-argument-missing = the component needs the argument `{ $name }`
component-argument-missing-hint = write `{ $name }={"{"}…{"}"}` behind its name
filter-takes-date = expected a date such as 2025-11-24, found { $found }
filter-takes-date-of = `{ $text }` is not a date such as 2025-11-24
choice-none = there is no { $argument } `{ $wanted }`
plural-unsaid = [plurals] has no `{ $name }`
template-text-unsaid = [texts] has no `{ $key }`
ordinal-without-gender = `ordinal` needs the gender of its noun: { $one } or { $other }
ordinals-none = there are no ordinals for `{ $tag }`, only for Arabic, French and English
ordinal-of-no-place = `{ $value }` is not a place in a sequence: 1, 2, 3 …
quotation-level-none = there is no level `{ $level }` of quotations; there are: 1, 2
collate-without-text = collate found an item without the text `{ $path }`
collate-of-no-text = collate found { $found } where a text should be; name a field with by="…"
batch-of-none = batch takes a count of 1 or more, found 0
filter-makes-too-much = { $filter } would make more than { $limit } bytes
value-too-large = it has more than { $limit } bytes, which no page may have
expression-undefined = `{ $expression }` is not defined
call-argument-missing = the argument `{ $name }` is missing
call-argument-missing-hint = write `{ $name }=…` between the parentheses
computes-with-other = only numbers can be computed with, found { $found }
divides-by-zero = nothing can be divided by zero
divides-by-zero-hint = divide only where it is not zero: `{"{"}% if … != 0 %{"}"}`
number-too-large = a number becomes too large to be computed with
number-too-large-hint = compute with smaller numbers
argument-out-of-range = `{ $value }` is beyond the numbers that are taken here
argument-out-of-range-hint = write a whole number from 0 on that is not as large
loops-over-kind = a loop goes through a list, found { $found }
loops-by-key = a loop with two names goes through a table, found { $found }
loops-by-key-hint = write one name before `in`, or name a table
slice-step-none = a step of 0 leads from no item to the next
slice-step-none-hint = write another step, or none: `[0:3]`
takes-other = `{ $name }` does not take { $found }
number-none = `{ $text }` is no number that can be taken here
number-none-hint = give a number in digits alone, such as 13
key-none-hint = correct the key, or say what to take where it is not there: `default="…"`
range-refused = `range` counts from `start` to an `end` that is not before it, in steps that are not 0, and to 100,000 numbers at most
range-refused-hint = correct its arguments, such as `range(end=10)`
super-alone = `super()` prints the block of the template that this one extends, and there is none here
key-of-kind = a key is a text, a whole number, or true or false
key-of-kind-hint = write a key of one of these kinds
component-argument-mistyped = the component takes as `{ $name }` { $expected }, found { $found }
engine-says = the template engine says: `{ $words }`
kind-number = a number
kind-bytes = bytes
indentation-of-one = The `indentation` argument must contain exactly one character

## Keys that every entry may have, as editors show them

key-slug = its name in the collection, in place of the file's
key-url = an address of its own, in place of that of its collection
key-template = a template of its own, in place of that of its collection
key-draft = whether it is built with --drafts only
key-publish = the first day on which it is published
key-expires = the day from which it is not published any more
key-updated = the day on which it was last changed
key-sitemap = whether sitemap.xml lists its page
key-search = whether the search of the site finds it
key-redirect-from = addresses that its page had, which lead on to it
key-silence = rules that its page need not keep, each with a reason

## Wrong usage

help-usage = Usage
help-example = Example
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-default = default: { $value }
help-values = one of: { $values }
man-written = the manual pages are in { $folder }
usage-value = `{ $value }` cannot be the value of `{ $name }`
usage-value-because = `{ $value }` cannot be the value of `{ $name }`: { $why }
usage-day = write a day such as 2026-11-29
usage-port = write a number from 0 to { $most }
usage-count = write a whole number
usage-form = write it as `{ $form }`
usage-editor = it lacks {"{"}path{"}"}, where the file's name goes
usage-option-unknown = there is no option or argument `{ $name }` here
usage-command-unknown = there is no command `{ $name }`
usage-missing = { $names } is missing
usage-conflict = `{ $name }` cannot be used with { $others }
usage-no-command = a command is missing
usage-wrong = the command is not written as it has to be
usage-help-hint = `{ $command } --help` lists what there is

## Help on the command line: help-COMMAND, help-COMMAND-ARGUMENT, and help-ARGUMENT for what several commands have

help-warraq = Builds Arabic-first, right-to-left static sites from typed Markdown
help-warraq-root = The folder of the site, where site.toml is [default: this one, or the nearest above it]
help-warraq-lang = The language of messages, `ar` or `en` [default: `WARRAQ_LANG`, or the system's]
help-help = Prints help
help-version = Prints the version
help-add = Makes a new entry, with the fields of its collection open to be filled
help-add-name = The entry: its collection and its name in it
help-build = Builds the site and publishes it into a folder
help-build-output-dir = Where to publish, instead of public/ in the site's folder
help-build-base-url = The address of the published site, instead of `base_url` in site.toml
help-drafts = Includes entries that are not published: drafts, and those with `publish` in the future or `expires` in the past
help-today = The day on which the site is built, for entries with `publish` or `expires`, instead of that of `SOURCE_DATE_EPOCH` or of the clock
help-build-in-place = Replaces the files one by one, and leaves the folder itself where it is: for a folder that is mounted into a container
help-build-grace-days = For how many days style sheets, fonts and other files with fingerprints in their names stay after the site has no more use for them: cached pages still name them
help-build-strict = Publishes nothing if there are warnings
help-message-format = How problems are printed
help-check = Checks the site and publishes nothing
help-check-external = Asks over the network whether links out of the site still lead somewhere
help-check-fix = Fixes mistakes of typography that can be meant in one way only, in the site's own files
help-check-dry-run = Shows what `--fix` would write, and writes nothing
help-check-strict = Ends with 1 on warnings, too
help-completions = Prints completions of commands and options for a shell
help-completions-shell = The shell
help-deploy = Carries the site to where readers find it
help-deploy-target = The target, a name below [deploy] in site.toml; may be left out where there is only one
help-deploy-dry-run = Shows what would be done, file by file, and changes nothing
help-deploy-max-deletes = How many files may be deleted at the target [default: a quarter of the site, or 20 if that is more]
help-deploy-rollback = Brings back the release before the one that readers see
help-deploy-force = Deploys a site with errors that leave no hole in it, sends every file, overwrites those that warraq did not put there, and takes over a target that holds another site
help-deploy-strict = Deploys nothing if addresses of the last release are gone
help-deploy-print = Prints rules for the host that answers readers, made of [[headers]] and redirects, and changes nothing
help-deploy-retry-for = For how many seconds a target that does not answer is asked again
help-explain = Explains a code of errors and warnings, with an example
help-explain-code = The code, as reports print it; all of them with their titles, when left out
help-init = Makes a new site in a folder that has files, and leaves these as they are
help-init-dir = The folder of the site [default: this one]
help-kind = The kind of site to begin with
help-man = Writes the manual pages of all commands into a folder
help-man-dir = The folder; it is made where there is none
help-mv = Gives an entry another name, in all that refers to it as well
help-mv-from = The entry as it is called: its collection and its name in it
help-mv-to = What it is to be called
help-mv-dry-run = Shows what would be written, and writes nothing
help-new = Makes a new site: small, complete, right to left
help-new-dir = The folder to make; it must not exist, or be empty
help-new-from = An article (.txt, .md, .html, .docx) to make the site of: its paragraphs, and entries proposed of what is in them
help-new-language = The language of the article and of the site: Arabic, as in a country or not
help-review = Goes through the proposals that were made of an article
help-review-dir = The site's folder; without it, the one around this folder
help-review-list = Lists them with their paragraphs, and asks nothing
help-review-accept = Accepts all of them (`all`), those of a collection (`topics`) or one (`topics/water`), and what they refer to
help-review-drop = Removes an entry (`topics/water`), or all drafts of a collection (`topics`), also from lists that name them
help-review-rename = Gives an entry another name
help-review-merge = Moves the quotations of the first entry to the second, and removes the first
help-review-dry-run = Shows what would be written, and writes nothing
help-rm = Deletes an entry, unless something refers to it
help-rm-name = The entry: its collection and its name in it
help-rm-dry-run = Shows what would be deleted, and deletes nothing
help-schema = Prints a JSON Schema of each collection's fields, and of site.toml, for editors
help-schema-collection = One collection, or `site.toml`; all of them, by name, when left out
help-theme = Lists the files of the theme, or copies some into the site, to be edited there
help-theme-action = `list` marks those that the site has itself; `eject` copies
help-theme-name = A file, such as topic.html, or a component; all files, when left out
help-source = Puts a corrected article in place of a source, or adds a source
help-source-action = `update` replaces a source; `add` adds one beside it
help-source-file = The new edition, or the further source (.txt, .md, .html, .docx)
help-source-source = The slug of the source: which one is replaced, or what the new one is called in addresses
help-source-name = What a new source is called before the numbers of its paragraphs
help-source-dry-run = Shows what would be written, and writes nothing
help-serve = Shows the site in a browser, and every change of it at once
help-serve-port = The port to listen at, 0 for any free one [default: 1111, or the next free one]
help-serve-interface = The address to listen at: 0.0.0.0 lets other machines see the site
help-serve-open = Opens the site in a browser
help-serve-editor = The address that opens a place in your editor, or `none`
import-title = What became of the old site
import-report = { $pages } pages; { $moved } files are in the new site, { $left } are not; { $places } places to look at. The lists are complete: what is not named here was not there.
import-notes = To know
import-places = Places to look at
import-left = Files that are not in the new site
import-moved = Where everything is
import-hidden = its name says that it is hidden, and such files are no part of a site
import-encoding = it is not UTF-8: look for letters that were lost
import-front-broken = the front matter cannot be read ({ $reason }), so the whole text is shown as it is
import-settings = `{ $path }` cannot be read: { $reason }
import-section-made = `{ $folder }` had a page without a file; it has one now, which you can give a title and a text
import-key = the key `{ $key }` ({ $what }) says how the old generator works, or nothing that can be read, and was left out
import-time = the time of `{ $key }`, { $time }, was left out: the page begins or ends with a day
import-renamed = the key `{ $key }` is called `{ $name }`
import-latin = Zola wrote this address in Latin letters by a table of its own; it is { $address } now: list the old one in `redirect_from`
import-link = the link to `{ $address }` leads to no text
import-link-broken = a link became words and an address in code: { $reason }
import-image = an image says nothing to those who cannot see it, and is marked as decorative: describe it, if it shows anything
import-shortcode = the shortcode `{ $name }` is shown as code: write what it printed
import-shortcode-done = the shortcode `{ $name }` became Markdown
import-shortcode-part = the shortcode `{ $name }` became Markdown, without { $arguments }
import-left-out = `{ $words }` says something to the old generator only, and was left out
import-fence = of the settings of a block of code, { $arguments } were left out
import-drafted = the page is a draft, because of { $code }: { $reason }
import-draft-unnamed = what led to a page that is a draft now is taken out: { $reason }
import-call-text = the text of another generator that looks like a call of a component; it is text now
import-as-code = the text of the draft is shown as code, since it stops the build as it is
import-file-missing = the style sheet asks for nothing here: { $reason }
import-asset-refused = the new site cannot have it: { $reason }
import-css-broken = a style sheet that cannot be read: { $reason }
import-menu = the menu item `{ $label }` leads to { $address }, which is no page, and was left out
import-hosts = texts load files from other hosts; they are named under [check] `third_party`, and your Content-Security-Policy has to allow them
import-data = `{ $path }` is in `data/`: name it as the `source` of a collection, or load it in a template by `load_data`
import-data-other = data in a notation that warraq does not read
import-template = a template of the old generator: its work is that of `templates/` now
import-theme = a part of a theme: `templates/` of the new site is small and made to be changed
import-archetype = what new texts began with: `warraq add` knows the fields
import-i18n = words of templates: write them into `templates/`
import-asset = a source of styles or scripts that the old generator processed: put what is needed into `templates/assets/`
import-output = what the old generator made
import-other = no part of the site
import-symlink = a link of the file system, which the import does not follow: copy what it leads to
import-name = its name is not UTF-8: give it another, and copy it
import-large = { $size } MB: files of more than 64 MB, or more than 1 GB in all, are not copied
import-unfinished = some problems are left, which `warraq check` names
import-address-taken = another page is at { $old }; this one is at { $address } now
import-empty = there are no files in { $folder }
import-no-site = there is no site of { $generator } in { $folder }: neither settings nor a folder of texts
import-no-site-hint = name the folder in which the settings of the old site are; of a folder of Markdown files, `warraq import markdown` makes a site
import-site-below = there are settings of { $generator } in { $folder }: name that folder
import-led-on = a section that led on to { $address }, where its own address leads now
import-empty-hint = name the folder in which the settings of the old site are
imported = { $pages } pages are in { $folder }. { $report } names what became of every file: { $left } are not in the new site, and { $places } places are to be looked at
help-import = Makes a new site of one of Hugo or Zola, or of a folder of Markdown
help-import-from = What the old site was made with: hugo, zola, or markdown
help-import-dir = The folder of the old site, which stays as it is
help-import-new = The folder to make; it must not exist, or be empty

## Languages of the site

language-twice = `{ $tag }` is a language of the site already
language-twice-hint = leave the table out: what the site says in its own language stands in [site], [[menus]] and [plurals]
language-prefix-twice = two languages have the prefix `{ $prefix }`
language-name-twice = two languages are called `{ $name }` by their readers, who cannot choose between them
language-name-twice-hint = call this one by a name of its own: `name = "{ $name } ({ $tag })"`
language-words-empty-hint = write it in that language, or leave the key out, which stands for `{ $otherwise }`
language-prefix-wrong = `{ $prefix }` is no folder for the pages of a language
language-without-home = nothing is at `{ $address }`, where the pages in the language of the site begin
language-without-home-hint = write `url = "{ $address }"` into the front matter of its home page
language-prefix-hint = write one that begins and ends with a slash, such as `/fr/`
language-lacks = `{ $table }` lacks { $names }
language-lacks-hint = write them under [{ $table }]: templates ask for them in every language
language-has-more = `{ $table }` has { $names }, which the site does not have in its own language
language-has-more-hint = write them under [{ $table }] as well
language-extra-alone = [extra] has no `{ $key }`
language-extra-alone-hint = templates ask for the same in every language: write it under [extra] as well, or remove it here
language-extra-of-other-kind = `{ $key }` is a table in one language and a value in another
language-extra-of-other-kind-hint = write it as [extra] has it
key-no-such-word = `{ $key }` cannot be `{ $word }`
language-said-twice = the name of the file says another language
language-said-twice-hint = remove the key, or rename the file
language-not-of-site = `{ $tag }` is no language of the site
language-only-one = the path says `{ $tag }`, and the site has no language but `{ $own }`
language-only-one-hint = call the file { $path }: where all is in one language, no path says it
language-of-name-hint = declare the language with `{ $table }` in site.toml, or take it out of the file's name
language-of-folder-hint = declare the language with `{ $table }` in site.toml, or move the file to the folder of a collection
translated-twice = `{ $name }` is translated into `{ $tag }` twice
translated-slug-taken-hint = give this file another slug or, if it translates that entry, say so: `translation_of = "{ $slug }"`
translated-twice-hint = remove one of the files, or name another entry with `translation_of`
field-shared = all languages share the field `{ $name }`
field-shared-hint = remove it here: it stands in { $path }. Where each language should have its own, add `{ $name }` to `translate` in site.toml
field-missing-original-hint = add `{ $name } = …` ({ $kind }), or name what this file translates: `translation_of = "…"`
field-missing-misnamed-hint = write it, or call the file { $path } if it is a translation
field-missing-untranslated-hint = add `{ $name } = …` ({ $kind }), or name what this file translates: { $names }
translation-of-hint = write the slug of the entry in the language of the site
translation-missing = `{ $name }` is not there in { $tags }
translation-missing-hint = write { $paths }
key-language = the language, where the name of the file does not say it
key-translation-of = the slug of what this translates, where the name of the file does not say it
key-translated-from = the state of the original that this translates
translation-stale = { $path } has changed since this was translated
translation-state-open = it is not said which state of { $path } this translates
field-copied = `{ $name }` says in `{ $language }` the Arabic words of its original
field-copied-hint = translate them, or leave `{ $name }` out of `translate` in site.toml if all languages share it
paragraph-in-arabic = a paragraph in Arabic on a page in another language
paragraph-in-arabic-hint = translate it, or mark it as a quotation: a `>` before each of its lines, or « and » around its words
translation-stale-hint = bring the translation up to date, then write translated_from = "{ $state }"
translated-row = { $collection }  { $language }  complete { $complete }, missing { $missing }, stale { $stale }
language-search-alone = the site is not searched in its own language
language-search-alone-hint = add the table [search], which says what is searched
language-groups-missing = the groups of the search need as many names in this language: { $groups }
language-groups-missing-hint = write them in the same order: groups = ["…"]
language-source-hint = write label = "paragraph {"{"}n{"}"}": what a citation in that language is called

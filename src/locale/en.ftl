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
found-on-page = at { $page }
repeats = { $count ->
    [one] it comes once more
   *[other] it comes { $count } times more
}
more-on-page = and { $count } more of { $code } on this page
more-in-file = and { $count } more of { $code } in this file
did-you-mean = did you mean `{ $name }`?

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
links-asked = links asked: { $asked }, known: { $known }
answers-not-kept = the answers cannot be kept: { $reason }
answers-not-kept-hint = make room beside public/, or every run asks all links anew
published = { $pages } pages; files: { $written } written, { $unchanged } unchanged, { $removed } removed; { $milliseconds } ms
nothing-published = nothing was published; { $folder } is as it was
made = made { $folder }; build it with: warraq --root "{ $folder }" build
folder-not-empty = { $folder } is not empty
folder-not-empty-hint = name a folder that does not exist yet
unwritable = { $path } cannot be written: { $error }
standard-output-unwritable = cannot write to standard output: { $error }

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
font-family-none-hint = the site's families are: { $known }
font-families-none-hint = declare it under [fonts] in site.toml

## Cards and icons

drawing-not-drawn = `{ $path }` cannot be drawn: { $reason }
icons-made-of-it = site.toml makes the icons of it
drawing-ill-formed = the drawing is not well-formed: { $reason }
drawing-ill-formed-hint = close every element, and put every value between quotation marks
drawing-without-size = the drawing has no size
drawing-of-no-kind = its root element is no `svg` of the namespace `http://www.w3.org/2000/svg`
drawing-unreadable = it cannot be read: { $error }
drawing-unreadable-hint = an SVG begins with <svg xmlns="http://www.w3.org/2000/svg" viewBox="…">
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
drawing-number-hint = no number of a drawing may be larger than { $limit }
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
card-size-hint = begin it with <svg width="{ $width }" height="{ $height }" …>
card-element = a card cannot have the element `{ $name }`
card-element-hint = docs/cards.md lists the elements that a card may have
card-text-element = `{ $name }` cannot stand in a text of a card
card-text-element-hint = write one text for each; words that run from left to right are isolated unasked, without the filter bidi
card-text-too-long = `{ $words }` does not fit into its place on the card
card-text-too-long-hint = shorten it, or let the template give it more room: inline-size, data-lines, data-smallest
card-character = no font of the card has `{ $character }` ({ $code })
card-character-hint = write another character, or add a font that has it to the text's font-family
card-text-attribute = a text of a card cannot have the attribute `{ $name }`
card-text-attribute-hint = docs/cards.md lists the attributes that a text may have
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
visible-to-others = everyone who can reach this machine can see it at { $address }
watching = watching { $config }, { $content } and { $templates } in { $folder }; Ctrl-C ends it
no-browser = no browser could be opened: { $error }
not-built-problems-shown = not built; every address shows the problems
not-built-old-shown = not built; what was there before is shown
rendered = { $rendered } of { $pages } pages rendered
built = { $result }; { $milliseconds } ms
rebuilt = { $changed }: { built }
same-files = the same files again
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
kind-enum = one of { $choices }
kind-ref = the slug of an entry
kind-list = a list
kind-table = a table
type-choice-empty = `{ $name }` has an empty choice
type-constructor-unknown = `{ $name }(…)` is not a field type
type-constructor-unknown-hint = the types with brackets are enum(…), ref(…) and list(…)
type-unknown = `{ $name }` is neither a field type nor a record
type-unknown-hint = records are declared under [records]
collection-none = there is no collection `{ $name }`
collection-declare-hint = declare it in site.toml, under [collections]
collections-hint = the collections are: { $names }
use-title-hint = a title is a string
use-order-hint = order by a number, a date or a string
use-siblings-hint = siblings share a reference, a choice, a number or a string
use-anchor-hint = an anchor names the field that refers to the page
use-count-hint = `expect` names the int field that holds the number
use-day-hint = a feed goes by a field of type date
use-summary-hint = a summary is a string or markdown
use-author-hint = an author is a string or a reference, or a list of them
use-alias-hint = other names are a string or list(string)
types-listed-hint = docs/site-toml.md lists the types
write-one-of-hint = write one of: { $names }
fields-hint = the fields are: { $names }
write-path-hint = write collection.field
plural-none-hint = declare its forms under [plurals]
field-nowhere-hint = declare it for a collection, as list(string)
keys-hint = the keys are: { $names }

## Prose in Markdown

write-ref-hint = write ref:collection/slug
address-names-no-entry = `{ $address }` names no entry
address-names-no-paragraph = `{ $address }` names no paragraph
write-cite-hint = write cite:p4 for paragraph 4

## The entries and what they refer to

path-field-none = there is no field `{ $name }` in `{ $path }`
fields-there-hint = the fields there are: { $names }
path-refers-elsewhere = `{ $path }` does not refer to { $name }
path-refers-elsewhere-hint = the path must end in a field of type ref({ $name })

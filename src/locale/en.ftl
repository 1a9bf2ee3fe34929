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

//! Names that lead to nothing, told at their place with the name that is meant; and names that are right, not told.

use super::*;
use crate::pages::tests::{Fixture, SITES};

/// What is said of the good site whose book template has this in its main block, as `wrong name → hint`.
fn said(main: &str) -> Vec<String> {
    said_of(&[("templates/book.html", &book(main))])
}

fn book(main: &str) -> String {
    format!("{{% extends \"page.html\" %}}{{% block main %}}{main}{{% endblock %}}{COMPONENTS}")
}

const COMPONENTS: &str = "{% component card(entry, note: string = \"\", @page) %}{{ entry.title }}{{ note }}{{ page.id }}{{ body }}{% endcomponent %}\
    {% component every(entries: array, ...rest) %}{% for e in entries %}{{ e.title }}{% endfor %}{% endcomponent %}";

fn said_of(files: &[(&str, &str)]) -> Vec<String> {
    let Fixture {
        site,
        templates,
        snapshot,
        ..
    } = Fixture::with("tests/cases/good", files);
    assert!(templates.left_out.is_empty(), "{files:?}");
    let problems = check(&templates, &site.config, &uses(&site)).diagnostics;
    problems
        .iter()
        .map(|problem| {
            assert!([CODE, "E402"].contains(&problem.code), "{problem}");
            let span = problem.span.as_ref().unwrap();
            let wrong = &snapshot.get(&span.path).unwrap().text()[span.range.clone()];
            let hint = problem.hint.as_ref().unwrap().to_string();
            let near = hint
                .strip_prefix("did you mean `")
                .and_then(|hint| hint.strip_suffix("`?"));
            format!("{wrong} → {}", near.unwrap_or(&hint))
        })
        .collect()
}

/// What a template may say, and the name in it that is told with its hint.
const MISSPELT: [(&str, &str); 69] = [
    // Names of other generators.
    ("{{ config.title }}", "config → write `site`"),
    ("{{ lang }}", "lang → write `page.language`"),
    ("{{ book }}", "book → books"),
    (
        "{% for b in site[\"books\"] %}{% endfor %}",
        "books → there are: base_url, description, direction, extra, feeds, generator, home, language, menus, offline, search, title",
    ),
    ("{{ title }}", "title → write `page.title`"),
    ("{{ page.lang }}", "lang → write `language`"),
    ("{{ page.earlier.title }}", "earlier → write `prev`"),
    ("{{ page.extra.note }}", "extra.note → write `note`"),
    (
        "{{ page.extra.mood }}",
        "extra.mood → fields stand in the entry itself: write `mood`, and declare it in site.toml, under `[collections.NAME.fields]`",
    ),
    (
        "{{ collections.books }}",
        "collections.books → write `books`",
    ),
    (
        "{% for b in site.books %}{% endfor %}",
        "site.books → write `books`",
    ),
    ("{{ site.Params.x }}", "Params → write `extra`"),
    (
        "{{ if .x }}",
        "if → statements stand between {% and %}: {% if … %} … {% endif %}, {% for item in list %} … {% endfor %}, {% include \"…\" %}",
    ),
    (
        "{{ books | sort(attribute=\"title\") }}",
        "sort → go through it with {% for … %}, print one of its fields, or join it: `| join(sep=\"، \")`",
    ),
    (
        "{{ books[:2] }}",
        "books → go through it with {% for … %}, print one of its fields, or join it: `| join(sep=\"، \")`",
    ),
    // Conditions.
    ("{% if page.titel %}{% endif %}", "titel → title"),
    (
        "{% if page.title %}{% elif page.notee %}{% endif %}",
        "notee → note",
    ),
    ("{% if not page.notes %}{% endif %}", "notes → note"),
    (
        "{% if page.title and page.pagse > 3 %}{% endif %}",
        "pagse → pages",
    ),
    (
        "{% if page.colection == \"books\" %}{% endif %}",
        "colection → collection",
    ),
    ("{% if pag %}{% endif %}", "pag → page"),
    (
        "{% if \"x\" in page.authr.title %}{% endif %}",
        "authr → author",
    ),
    (
        "{% if page.author.titel is none %}{% endif %}",
        "titel → title",
    ),
    // Loops.
    (
        "{% for m in page.mentons or [] %}{% endfor %}",
        "mentons → mentions",
    ),
    (
        "{% for m in page.mentions %}{% if m.entri %}{% endif %}{% endfor %}",
        "entri → entry",
    ),
    (
        "{% for m in page.mentions %}{% if m.via.cite.lable %}{% endif %}{% endfor %}",
        "lable → label",
    ),
    ("{% for b in boks or [] %}{% endfor %}", "boks → books"),
    (
        "{% for b in books %}{{ \"x\" ~ b.author.titl }}{% endfor %}",
        "titl → title",
    ),
    (
        "{% for b in books | collate(by=\"titel\") %}{% endfor %}",
        "titel → title",
    ),
    (
        "{% for n, all in books | group_by(attribute=\"author.slgu\") %}{% endfor %}",
        "slgu → slug",
    ),
    (
        "{% for n, all in books | group_by(attribute=\"slug\") %}{% for b in all %}{% if b.urll %}{% endif %}{% endfor %}{% endfor %}",
        "urll → url",
    ),
    (
        "{% for b in books | sort(atribute=\"title\") %}{% endfor %}",
        "atribute → attribute",
    ),
    (
        "{% for b in books %}{% else %}{% if page.nxt %}{% endif %}{% endfor %}",
        "nxt → next",
    ),
    (
        "{% for item in site.menus.mian or [] %}{% endfor %}",
        "mian → main",
    ),
    (
        "{% for item in site.menus.main %}{% if item.lable %}{% endif %}{% endfor %}",
        "lable → label",
    ),
    // Variables.
    (
        "{% set who = page.author %}{% if who.wroet %}{% endif %}",
        "wroet → wrote",
    ),
    (
        "{% set who = page.author %}{% if whom %}{% endif %}",
        "whom → who",
    ),
    ("{% set x = page.notee or \"\" %}", "notee → note"),
    (
        "{% set x %}{{ \"\" ~ page.slgu }}{% endset %}",
        "slgu → slug",
    ),
    (
        "{% set all = [] %}{% for b in books %}{% set_global all = [...all, b] %}{% endfor %}{% for b in all %}{% if b.notee %}{% endif %}{% endfor %}",
        "notee → note",
    ),
    // Expressions.
    (
        "{{ page.title if page.notee else page.slug }}",
        "notee → note",
    ),
    (
        "{{ page.title if page.note else page.slgu }}",
        "slgu → slug",
    ),
    ("{{ page.notee | default(value=\"\") }}", "notee → note"),
    (
        "{{ page.note | default(value=page.titel) }}",
        "titel → title",
    ),
    (
        "{{ [b.titel for b in books if b.url] | length }}",
        "titel → title",
    ),
    (
        "{{ [b.title for b in books if b.urll] | length }}",
        "urll → url",
    ),
    ("{{ [...page.mentons] | length }}", "mentons → mentions"),
    ("{{ {\"a\": page.pagse} | json }}", "pagse → pages"),
    ("{{ {...site.extr} | json }}", "extr → extra"),
    (
        "{% set m = {\"name\": page.title} %}{% if m.nam %}{% endif %}",
        "nam → name",
    ),
    ("{{ page[\"titel\"] or \"\" }}", "titel → title"),
    (
        "{% set b = books | first %}{% if b.notee %}{% endif %}",
        "notee → note",
    ),
    ("{% if books[0].notee %}{% endif %}", "notee → note"),
    ("{% if books[:2][0].notee %}{% endif %}", "notee → note"),
    ("{% if page.author?.wroet %}{% endif %}", "wroet → wrote"),
    ("{% if page.title.x %}{% endif %}", "x → it has none"),
    ("{% if page.toc[0].titel %}{% endif %}", "titel → title"),
    ("{% if site.search.scrpt %}{% endif %}", "scrpt → script"),
    (
        "{% if page.books %}{% endif %}",
        "books → there are: alternates, ancestors, author, card, children, collection, content, direction, draft, expires, fallback, feeds, footnotes, id, language, mentions, next, note, pages, parent, permalink, prev, printed, publish, reading_time, said, slug, summary, template, title, toc, translations, updated, url, word_count; a field of your own is declared in site.toml, under `[collections.NAME.fields]`",
    ),
    // Deep inside.
    (
        "{% for b in page.next.author.wrote %}{% endfor %}",
        "wrote → there are: collection, direction, id, language, permalink, slug, title, url",
    ),
    // Components.
    ("{{ <card entry={page.authr} /> }}", "authr → author"),
    ("{{ <card entri={page} entry={page} /> }}", "entri → entry"),
    (
        "{% <card entry={page}> %}{% if page.notee %}{% endif %}{% </card> %}",
        "notee → note",
    ),
    (
        "{{ <every entries={[b.authr for b in books]} /> }}",
        "authr → author",
    ),
    // Filters, tests, functions.
    (
        "{{ page.title | truncate(length=3, ent=\"\") }}",
        "ent → end",
    ),
    (
        "{% if page.pages is divisible_by(divisor=page.pagse) %}{% endif %}",
        "pagse → pages",
    ),
    ("{{ asset(path=page.slgu ~ \".css\") }}", "slgu → slug"),
    ("{{ asset(pth=\"site.css\") }}", "pth → path"),
    (
        "{% filter replace(from=\"a\", to=page.slgu) %}a{% endfilter %}",
        "slgu → slug",
    ),
];

#[test]
fn a_misspelt_name_is_told_wherever_it_stands() {
    for (main, expected) in MISSPELT {
        assert_eq!(said(main), [expected], "{main}");
    }
}

#[test]
fn inside_components_parents_and_includes_too() {
    let in_component = |body: &str| {
        format!(
            "{}{{% component line(entry) %}}{body}{{% endcomponent %}}",
            book("{{ <line entry={page} /> }}{{ <line entry={page.author} /> }}")
        )
    };
    for (files, expected) in [
        (vec![("templates/book.html", in_component("{% if entry.titel %}{% endif %}"))], vec!["titel → title"]),
        // A field of books alone: one of the calls is given a book.
        (vec![("templates/book.html", in_component("{% if entry.printed %}{% endif %}"))], vec![]),
        (vec![("templates/book.html", in_component("{% if entri %}{% endif %}"))], vec!["entri → entry"]),
        (vec![("templates/book.html", in_component("{% if page %}{% endif %}"))], vec!["page → declare it among the arguments of the component: `@page`"]),
        // Nothing calls it, so its arguments may be anything, but there is nothing else.
        (vec![("templates/parts.html", "{% component lone(a) %}{{ a.b }}{{ c }}{% endcomponent %}".into())], vec!["c → there are: a, body"]),
        (vec![("templates/book.html", book("{% set who = page.author %}{% include \"part.html\" %}")), ("templates/part.html", "{% if who.titel %}{% endif %}{{ who.wrote }}".into())], vec!["titel → title"]),
        // The block of a parent is seen with each page, and is wrong where it is wrong for all of them.
        (vec![("templates/book.html", "{% extends \"shelf.html\" %}".into()), ("templates/author.html", "{% extends \"shelf.html\" %}".into()), ("templates/shelf.html", "{% block main %}{% if page.wrote and page.printed %}{% endif %}{% if page.wroet %}{% endif %}{% endblock %}".into())], vec!["wroet → wrote"]),
        (vec![("templates/book.html", "{% extends \"shelf.html\" %}{% block a %}{{ super() }}{% endblock %}".into()), ("templates/shelf.html", "{% set top = page.author %}{% block a %}{% if top.wroet %}{% endif %}{% endblock %}".into())], vec!["wroet → wrote"]),
        // No page uses it, so `page` may be anything.
        (vec![("templates/spare.html", "{% if page.whatever and boks %}{% endif %}".into())], vec!["boks → books"]),
        (vec![("templates/redirect.html", "{% if page.target.ulr %}{% endif %}{% if page.title %}{% endif %}".into())], vec!["ulr → url", "title → there are: permalink, target, url"]),
    ] {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        assert_eq!(said_of(&files), expected, "{files:?}");
    }
}

#[test]
fn a_list_over_several_pages_is_known_where_some_pages_have_none() {
    let config = include_str!("../../../../../tests/cases/good/site.toml");
    let config = config.replace("expect = 4", "expect = 4\npaginate = 3");
    let page = include_str!("../../../../../tests/cases/good/templates/page.html");
    for (main, expected) in [
        (
            "{% if paginator %}{% for book in paginator.pages %}{{ book.author.title }}{% endfor %}{% endif %}",
            vec![],
        ),
        (
            "{% if paginator %}{{ paginator.nxt }}{% endif %}",
            vec!["nxt → next"],
        ),
        (
            "{% for one in paginator.pages %}{{ one.titel }}{% endfor %}",
            vec!["titel → title"],
        ),
        (
            "{% for one in paginator.pagers %}{{ one.ulr }}{% endfor %}",
            vec!["ulr → url"],
        ),
        (
            "{% if paginater %}{% endif %}",
            vec!["paginater → paginator"],
        ),
    ] {
        let page = page.replace("<main>", &format!("<main>{main}"));
        let files = [
            ("site.toml", config.as_str()),
            ("templates/page.html", &page),
        ];
        assert_eq!(said_of(&files), expected, "{main}");
    }
}

#[test]
fn what_may_be_right_is_not_told() {
    for main in [
        "{% if page.heading is defined %}{{ page.heading }}{% endif %}",
        "{{ page.heading if page.heading is defined else page.title }}",
        "{% if hint is undefined %}{% endif %}",
        "{{ page[page.slug] }}{{ page[page.slug].anything }}",
        "{% set x = none %}{% for b in books %}{% if x %}{{ x.title }}{% endif %}{% set_global x = b %}{% endfor %}",
        "{% set x = \"\" %}{% set y = \"\" %}{% for b in books %}{% if x %}{{ x.title }}{% endif %}{% set_global x = y %}{% set_global y = b %}{% endfor %}",
        "{% set a = \"\" %}{% set b = \"\" %}{% set c = \"\" %}{% set d = \"\" %}{% set e = \"\" %}{% for x in books %}{% if a %}{{ a.title }}{% endif %}{% set_global a = b %}{% set_global b = c %}{% set_global c = d %}{% set_global d = e %}{% set_global e = x %}{% endfor %}",
        "{% set nest = [] %}{% for x in books %}{% for y in books %}{% for z in books %}{% set_global nest = [nest] %}{% endfor %}{% endfor %}{% endfor %}{{ nest | length }}",
        "{% if page.prev %}{% set near = page.prev %}{% else %}{% set near = page.author %}{% endif %}{{ near.wrote }}{{ near.printed }}",
        "{% for b in [] %}{{ b.anything }}{% endfor %}",
        "{% for row in books | batch(count=3) %}{% for b in row %}{{ b.author.title }}{% endfor %}{% endfor %}",
        "{% if late %}{% endif %}{% for b in books %}{% set late = b %}{{ late.title }}{% endfor %}",
        "{% for key, value in {\"a\": page.author} %}{{ value.wrote }}{{ key }}{{ loop.index }}{% endfor %}",
        "{% for pair in {\"a\": 1} | pairs %}{{ pair[0] }}{% endfor %}",
        "{% for x in [...page.mentions, ...[page]] %}{{ x.via.cite.p }}{{ x.author.title }}{% endfor %}",
        "{{ <every entries={books} odd=\"x\" /> }}",
        "{{ <card {...{\"entry\": page} } /> }}",
        "{{ __tera_context | length }}",
        "{{ {\"a\": 1} | get(key=\"b\", default=page.title) }}",
        "{% raw %}{{ page.nosuch }}{% endraw %}{# {{ page.nosuch }} #}",
    ] {
        assert_eq!(said(main), [""; 0], "{main}");
    }
}

/// Of all names in real templates nearly all lead to something that is known.
#[test]
fn real_templates_are_right_and_nearly_all_their_names_are_checked() {
    // Of the theme's `figures.html` no page of the first is made, so that its page is not known: its title and its lead.
    for (folder, most_unchecked) in SITES.into_iter().zip([2, 0, 0]) {
        let Fixture {
            site, templates, ..
        } = Fixture::read(folder);
        let uses = uses(&site);
        assert_eq!(
            check(&templates, &site.config, &uses).diagnostics,
            [],
            "{folder}"
        );
        let set = TemplateSet::read(&templates.sources);
        let (checked, unchecked) = find((&set, &templates.data), &site.config, &uses).count();
        println!("{folder}: {checked} names checked, {unchecked} not");
        assert!(
            checked > 0 && unchecked <= most_unchecked,
            "{folder}: {unchecked}"
        );
    }
}

#[test]
fn lists_and_entries_are_not_printed_as_they_are() {
    for (main, expected) in [
        ("{{ page }}", "page"),
        ("{{ books }}", "books"),
        (
            "{% for book in books %}{{ book.author }}{% endfor %}",
            "author",
        ),
        ("{% set all = books | reverse %}{{ all }}", "all"),
    ] {
        let told = said(main);
        assert!(
            told[0].starts_with(&format!("{expected} →")),
            "{main}: {told:?}"
        );
        assert!(told[0].contains("join"), "{told:?}");
    }
    for main in [
        "{{ page.title }}",
        "{{ page.content }}",
        "{{ books | length }}",
        "{{ books | json }}",
    ] {
        assert_eq!(said(main), Vec::<String>::new(), "{main}");
    }
}

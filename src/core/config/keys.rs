//! The keys of site.toml, table by table: what its JSON Schema is made of, and what a key was meant as. A test holds them
//! against what is read.

/// The tables of site.toml with their keys, separated by spaces. `key` is a string, `key*` one or a list of them, `key:int` and
/// `key:bool` what they say, `key=a|b` one of these words, `key:table` such a table, `key:[table]` a list of them and
/// `key:{table}` any number, by name. A key that ends with `!` has to be there.
pub(super) const TABLES: [(&str, &str); 47] = [
    (
        "site.toml",
        "site:site! content:content markdown:markdown records:{fields} collections:{collection} tags:{tags} archives:{archive} menus:{menu} languages:{language} \
         redirects:{string} plurals:{plural} texts:{phrase} theme:theme exports:[export] fonts:fonts forbid:[forbid] cards:cards icons:icons pictures:pictures \
         search:search offline:offline check:check limits:limits headers:[headers] deploy:{deploy} extra:any",
    ),
    (
        "site",
        "title! description author base_url! language! prefix latin links=file|clean",
    ),
    (
        "language",
        "title description prefix name menus:{menu} plurals:{plural} texts:{phrase} source:language-source search:language-search extra:any",
    ),
    (
        "language-source",
        "label! long_label title_label named:source-named",
    ),
    ("source-named", "label long_label title_label"),
    ("language-search", "groups* synonyms:{list} texts:texts"),
    ("content", "follow* updated=git"),
    ("markdown", "highlighting:bool html:bool plain_languages*"),
    (
        "collection",
        "folder url:address anchor template title index paginate:pages order* siblings nested:bool related:int expect:expected fields:fields \
         backrefs:{backref} source:rows slug lists feed:feed translate* fallback=link|show|hide missing=allowed|warning|error",
    ),
    (
        "tags",
        "folder url:address template! index paginate:pages order* feed:feed fields:fields backrefs:{backref} \
         translate* fallback=link|show|hide missing=allowed|warning|error",
    ),
    (
        "archive",
        "from*! by=year|month url:address template! index paginate:pages order* feed:feed",
    ),
    ("pagination", "by:int! list path sitemap:bool search:bool"),
    ("backref", "from*! expect"),
    (
        "source",
        "paragraphs number text title:int label long_label title_label main name named:source-named republish=full|excerpts",
    ),
    ("feed", "date! title updated summary author limit:int path"),
    ("menu-item", "label! ref url"),
    ("plural", "zero one two few many other"),
    (
        "export",
        "path! collections* rows* columns:[column] raw:bool",
    ),
    ("column", "name value!"),
    ("fonts", "families:{family}! characters"),
    ("family", "family! licence! faces:[face]! fallback*"),
    (
        "face",
        "file! weight:int style=normal|italic characters* preload:bool",
    ),
    ("forbid", "text*! allow* language reason"),
    ("cards", "template!"),
    ("icons", "source! background theme"),
    (
        "pictures",
        "widths:[int] sizes quality:int megapixels:int dominant_color:bool crops:{string}",
    ),
    (
        "search",
        "aliases* plural groups:[group] synonyms:{list} texts:texts",
    ),
    ("group", "label! plural collections*!"),
    ("offline", "page keep* limit:int"),
    (
        "check",
        "inline:bool third_party* budgets:budgets external:external presentation_forms terms:[term] hamza:hamza \
         silence:[rule]",
    ),
    (
        "budgets",
        "html:int css:int fonts:int scripts:int first_view:int",
    ),
    ("external", "skip* timeout:int keep:int"),
    ("term", "write! instead_of*! reason"),
    ("hamza", "builtin:bool words:{string} allow*"),
    ("rule", "rule! reason!"),
    ("limits", "entry:int page:int seconds:int memory:int"),
    ("headers", "for! values:{string}!"),
    (
        "deploy",
        "to=s3|rsync|git|fs! base_url host=plain|netlify|cloudflare|github precompressed* encoding=br|gzip grace_days:int \
         endpoint bucket region prefix path_style:bool profile machine folder ssh* keep:int remote branch path",
    ),
    ("theme", "name=dossier! accent paper motif dark:dark"),
    ("dark", "accent paper"),
    // What is no table of named keys.
    ("fields", ""),
    ("menu", ""),
    ("texts", ""),
    ("phrase", ""),
    ("pages", ""),
    ("rows", ""),
    ("expected", ""),
];

/// Whether a table has a key of this name.
pub(super) fn knows(table: &str, key: &str) -> bool {
    let keys = TABLES.iter().find(|(name, _)| *name == table);
    let mut keys = keys
        .into_iter()
        .flat_map(|(_, keys)| keys.split_whitespace());
    keys.any(|written| name_of(written) == key)
}

/// The name of a key as [`TABLES`] has it.
pub(super) fn name_of(written: &str) -> &str {
    written
        .split([':', '=', '*', '!'])
        .next()
        .unwrap_or_default()
}

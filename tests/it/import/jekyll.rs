//! A site after the shape of Jekyll's.

use warraq::import::Generator;
use warraq::locale::Language;

use super::Site;

fn site(settings: &str) -> Site {
    let mut site = Site::default();
    site.file("_config.yml", settings);
    site.file("_layouts/post.html", "<html>{{ content }}</html>");
    site.file("Gemfile", "gem 'jekyll'\n");
    site.file("README.md", "# للمطورين\n");
    site.file("_data/team.yml", "- name: نور\n");
    site.file(
        "assets/a.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    );
    site
}

const POST: &str = "---\nlayout: post\ntitle: مرحبا\ncategories: jekyll update\ntags: [لغة, برمجة]\nredirect_from: /old/\n---\n\
    انظر [التالي]({% post_url 2016-06-01-second %}) و[عنا]({% link about.md %}) و![ش]({{ site.baseurl }}/assets/a.svg) \
    و![ش]({{ \"/assets/a.svg\" | relative_url }}).\n\n{% highlight ruby %}\nputs \"{{ x }}\"\n{% endhighlight %}\n\n\
    {% include player.html id=3 %}\n\n```liquid\n{% if x %}\n```\n";

#[test]
fn posts_are_where_jekyll_had_them() {
    let mut site = site("title: مدونة\nurl: https://example.org\nbaseurl: /b\nlang: ar-MA\n");
    site.page(
        "_posts/2016-05-27-مرحبا.md",
        "/jekyll/update/2016/05/27/مرحبا.html",
        POST,
    );
    site.page(
        "_posts/2016-6-1-second.markdown",
        "/2016/06/01/second.html",
        "---\ntitle: ثان\ndate: 2016-06-01 20:10 +0300\n---\nنص.\n",
    );
    site.file(
        "_posts/2016-06-01-second.md",
        "---\ntitle: آخر\npermalink: /last/\n---\nنص.\n",
    );
    site.page("about.md", "/about.html", "---\ntitle: عنا\n---\nنص.\n");
    site.page(
        "_2020/shell.md",
        "/2020/shell.html",
        "---\ntitle: الصدفة\n---\nنص.\n",
    );
    site.file("_drafts/later.md", "---\ntitle: لاحقا\n---\nنص.\n");
    let (built, imported) = site.assert_moves(Generator::Jekyll, &["/last/"]);
    let post = imported
        .report
        .new_path("_posts/2016-05-27-مرحبا.md")
        .unwrap();
    let post = String::from_utf8_lossy(&imported.files[post]);
    for part in [
        "date = 2016-05-27",
        "tags = [\"لغة\", \"برمجة\"]",
        "redirect_from = [\"/old/\"]",
        "](ref:posts/second",
        "[عنا](ref:pages/about)",
        "![ش](/assets/a.svg) و![ش](/assets/a.svg).",
        "```ruby\nputs \"{{ x }}\"\n```",
        "`{% include player.html id=3 %}`",
        "```liquid\n{% if x %}\n```",
    ] {
        assert!(post.contains(part), "{part}\n{post}");
    }
    let draft = imported.report.new_path("_drafts/later.md").unwrap();
    assert!(String::from_utf8_lossy(&imported.files[draft]).contains("draft = true"));
    let settings = String::from_utf8_lossy(&imported.files["site.toml"]);
    assert!(
        settings.contains("base_url = \"https://example.org/b/\""),
        "{settings}"
    );
    assert!(built.has("assets/a.svg") && imported.files.contains_key("data/team.yml"));
    let report = imported.report.written(Language::English);
    assert!(report.contains("`include`"), "{report}");
}

#[test]
fn permalinks_are_kept() {
    for (settings, post, page) in [
        ("permalink: pretty", "/2016/05/27/x/", "/about/"),
        ("permalink: /:year/:title/", "/2016/x/", "/about/"),
        (
            "permalink: /blog/:title.html",
            "/blog/x.html",
            "/about.html",
        ),
        ("permalink: none", "/x.html", "/about.html"),
    ] {
        let mut site = site(&format!("title: س\n{settings}\n"));
        site.page(
            "_posts/2016-05-27-x.md",
            post,
            "---\ntitle: أول\n---\nنص.\n",
        );
        site.page("about.md", page, "---\ntitle: عنا\n---\nنص.\n");
        site.assert_moves(Generator::Jekyll, &[]);
    }
}

#[test]
fn a_day_in_a_name_is_that_of_the_text() {
    let mut site = Site::default();
    site.page(
        "posts/2016-05-27-x.md",
        "/posts/2016-05-27-x/",
        "---\ntitle: أول\n---\nنص.\n",
    );
    site.page("posts/b.md", "/posts/b/", "---\ntitle: ثان\n---\nنص.\n");
    let (_, imported) = site.assert_moves(Generator::Markdown, &[]);
    let entry = String::from_utf8_lossy(&imported.files["content/posts/2016-05-27-x.md"]);
    assert!(entry.contains("date = 2016-05-27"), "{entry}");
}

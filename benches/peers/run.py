#!/usr/bin/env python3
"""The same Arabic pages built by warraq and by the generators that one would pick instead.

    benches/peers/run.py --warraq target/release/warraq [--zola PATH] [--hugo PATH] [--pages 10000] [--rounds 5]
    benches/peers/run.py --write DIR [--pages 10000]

The folders beside this file hold what each generator is told: settings and templates that print the same pages. The texts
are written here, word for word the same for all: some 430 words, three headings, a list, two links, a tag; `words.txt` has the
words. `plain` is a site without search and fonts; `full` has search, three fonts cut to the site's letters, icons, a page for
readers without a network and every check, as a real site has; `zola, search` builds Zola's own index. `again` builds once more
over the same folder without a change.

Each round runs every command once in turn, so that a machine that slows down slows all of them; the table has the medians of
wall time, CPU time (user and system) and peak memory, and the wall time and CPU against the first row. All is written below
/dev/shm where there is one. --write leaves the sites in DIR and runs nothing. Zola 0.22 and Hugo 0.168 read these templates.
"""

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ASSETS = os.path.join(HERE, "..", "..", "templates", "assets")
SECTIONS = {
    "maghreb": "المغرب الكبير",
    "sahel": "الساحل والصحراء",
    "west-africa": "غرب إفريقيا",
    "central-africa": "وسط إفريقيا",
    "europe": "أوروبا",
    "north-america": "أمريكا الشمالية",
    "latin-america": "أمريكا اللاتينية",
    "gulf": "الخليج العربي",
    "asia": "آسيا",
    "international": "المنظمات الدولية",
}
TAGS = [
    "اتفاقيات ثنائية", "أمن بحري", "مكافحة الإرهاب", "أمن سيبراني", "تدريب عسكري", "هجرة وحدود", "حفظ السلام",
    "استخبارات", "شرطة", "دفاع مدني", "صناعة دفاعية", "قضاء وتعاون قانوني", "أمن غذائي", "أمن طاقي", "جريمة منظمة",
    "مناورات مشتركة", "حوار استراتيجي", "أمن روحي", "مراقبة جوية", "تمويل ومساعدات",
]  # fmt: skip
SEED = 7
WORDS_A_PAGE = 400

with open(os.path.join(HERE, "words.txt"), encoding="utf-8") as file:
    WORDS = file.read().split()


class Prose:
    """Text of common words, the same for the same seed on every machine."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, count):
        return " ".join(self.random.choice(WORDS) for _ in range(count))

    def sentence(self, count):
        words = self.words(count).split()
        if count > 8 and self.random.random() < 0.5:
            words[count // 2] += "،"
        return " ".join(words) + "."

    def paragraph(self, count):
        sentences = []
        while count > 0:
            length = min(count, self.random.randint(8, 18))
            sentences.append(self.sentence(length))
            count -= length
        return " ".join(sentences)

    def body(self, page, link):
        part = (WORDS_A_PAGE - 40) // 5
        items = "\n".join("- " + self.sentence(self.random.randint(5, 8)) for _ in range(4))
        return (
            f"{self.paragraph(part)}\n\n## {self.words(3)}\n\n{self.paragraph(part)}\n\n"
            f"وُقّعت **{self.words(2)}** سنة {1956 + page % 70} ضمن NATO Mediterranean Dialogue، انظر [{self.words(2)}]({link}).\n\n"
            f"{items}\n\n### {self.words(2)}\n\n{self.paragraph(part)}\n\n"
            f"## {self.words(4)}\n\n{self.paragraph(part)}\n\n"
            f"{self.paragraph(part)} المصدر: [{self.words(1)}](https://example.org/ref/{page}).\n"
        )


class Page:
    """What every generator is told of one page."""

    def __init__(self, number, titles):
        self.number, self.title = number, titles[number]
        self.section = list(SECTIONS)[number % len(SECTIONS)]
        self.tag = number % len(TAGS)
        self.date = f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}"
        self.linked = (number * 7919 + 13) % len(titles)
        self.linked_section = list(SECTIONS)[self.linked % len(SECTIONS)]

    def body(self, link):
        return Prose(SEED * 1_000_003 + self.number).body(self.number, link)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def zola(folder, pages):
    shutil.copytree(os.path.join(HERE, "zola"), folder)
    write(f"{folder}/content/_index.md", '+++\ntitle = "ملف المغرب"\n+++\n\nمرحبا.\n')
    for slug, name in SECTIONS.items():
        front = f'title = "{name}"\nsort_by = "date"\npaginate_by = 50\n'
        write(f"{folder}/content/{slug}/_index.md", f"+++\n{front}+++\n\nمقالات {name}.\n")
    for page in pages:
        front = f'title = "{page.title}"\ndate = {page.date}\n[taxonomies]\ntags = ["{TAGS[page.tag]}"]\n'
        body = page.body(f"@/{page.linked_section}/page-{page.linked:05}.md")
        write(f"{folder}/content/{page.section}/page-{page.number:05}.md", f"+++\n{front}+++\n\n{body}")


def zola_with_search(folder, pages):
    zola(folder, pages)
    with open(f"{folder}/config.toml", encoding="utf-8") as file:
        settings = file.read()
    search = 'build_search_index = true\nsearch = { index_format = "fuse_json" }\n'
    write(f"{folder}/config.toml", search + settings)


def hugo(folder, pages):
    shutil.copytree(os.path.join(HERE, "hugo"), folder)
    write(f"{folder}/content/_index.md", '---\ntitle: "ملف المغرب"\n---\n\nمرحبا.\n')
    for slug, name in SECTIONS.items():
        write(f"{folder}/content/{slug}/_index.md", f'---\ntitle: "{name}"\n---\n\nمقالات {name}.\n')
    for page in pages:
        front = f'title: "{page.title}"\ndate: {page.date}\nsection: {page.section}\ntags: ["{TAGS[page.tag]}"]\n'
        body = page.body(f"../{page.linked_section}/page-{page.linked:05}.md")
        write(f"{folder}/content/{page.section}/page-{page.number:05}.md", f"---\n{front}---\n\n{body}")


def warraq(folder, pages, kind):
    settings = []
    for part in ["both", kind]:
        shutil.copytree(os.path.join(HERE, "warraq", part), folder, dirs_exist_ok=True)
        if os.path.exists(f"{folder}/site.toml"):
            with open(f"{folder}/site.toml", encoding="utf-8") as file:
                settings.append(file.read())
            os.remove(f"{folder}/site.toml")
    write(f"{folder}/site.toml", "\n".join(settings))
    if kind == "full":
        for assets in ["fonts", "root"]:
            shutil.copytree(os.path.join(ASSETS, assets), f"{folder}/templates/assets/{assets}")

    def entry(path, front, body="", date=None):
        lines = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
        lines += f"date = {date}\n" if date else ""
        write(f"{folder}/content/{path}.md", f"+++\n{lines}+++\n\n{body}")

    for order, (slug, name) in enumerate(SECTIONS.items()):
        front = {"title": name, "description": f"مقالات {name}", "order": order}
        entry(f"sections/{slug}", front, f"مقالات {name}.\n")
    for order, name in enumerate(TAGS):
        entry(f"tags/t{order}", {"title": name, "description": f"وسم {name}", "order": order})
    home = {"title": "ملف المغرب", "description": "الصفحة الأولى", "url": "/", "template": "index.html"}
    entry("pages/home", home, "مرحبا.\n")
    plain = {"template": "plain.html"}
    entry("pages/search", {"title": "البحث", "description": "صفحة البحث", **plain})
    entry("pages/not-found", {"title": "لا صفحة هنا", "description": "غير موجودة", "url": "/404.html", **plain})
    for page in pages:
        front = {"title": page.title, "description": page.title, "section": page.section}
        front["tags"] = [f"t{page.tag}"]
        body = page.body(f"ref:articles/page-{page.linked:05}")
        entry(f"articles/page-{page.number:05}", front, body, page.date)


def run(command):
    """Wall seconds, CPU seconds and peak MiB of one process and its children."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}\n{told.decode(errors='replace')}")
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def clean(output):
    shutil.rmtree(output, ignore_errors=True)
    folder, name = os.path.split(output)
    shutil.rmtree(f"{folder}/.{name}.warraq", ignore_errors=True)


def measure(arguments, commands, output):
    runs = {name: [] for name in commands}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            if not name.endswith("again"):
                clean(output)
            runs[name].append(run(command))
        clean(output)
    medians = {name: [statistics.median(column) for column in zip(*of)] for name, of in runs.items()}
    base = next(iter(medians.values()))
    print(f"{arguments.pages} pages, medians of {arguments.rounds} interleaved rounds\n")
    print("| | wall | CPU | peak | wall, ratio | CPU, ratio |\n|---|--:|--:|--:|--:|--:|")
    for name, (wall, cpu, peak) in medians.items():
        ratios = f"{wall / base[0]:.2f} | {cpu / base[1]:.2f}"
        print(f"| {name} | {wall:.2f} s | {cpu:.2f} s | {peak:,.0f} MiB | {ratios} |")


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    for name in ["warraq", "zola", "hugo", "write"]:
        options.add_argument(f"--{name}", type=os.path.abspath)
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    arguments = options.parse_args()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        output, sites = f"{folder}/output", arguments.write or folder
        prose = Prose(SEED)
        titles = [f"{prose.words(5)} {number}" for number in range(arguments.pages)]
        pages = [Page(number, titles) for number in range(arguments.pages)]

        commands = {}
        if arguments.zola or arguments.write:
            zola(f"{sites}/zola", pages)
            zola_with_search(f"{sites}/zola-search", pages)
            for name, site in [("zola", "zola"), ("zola, search", "zola-search")]:
                commands[name] = [arguments.zola, "--root", f"{sites}/{site}", "build", "-o", output]
        if arguments.hugo or arguments.write:
            hugo(f"{sites}/hugo", pages)
            commands["hugo"] = [arguments.hugo, "--source", f"{sites}/hugo", "-d", output]
        if arguments.warraq or arguments.write:
            for kind in ["plain", "full"]:
                warraq(f"{sites}/{kind}", pages, kind)
                build = [arguments.warraq, "--root", f"{sites}/{kind}", "build", "-o", output]
                commands[f"warraq, {kind}"] = commands[f"warraq, {kind}, again"] = build
        if not arguments.write:
            measure(arguments, commands, output)


if __name__ == "__main__":
    main()

// What a reader sees of the search: results as links under a field, moved through by keyboard, told to screen readers.
// Of the page it knows each `form[data-search]` and its input `q`; of the engine, what `open` gives. docs/templates.md says what a theme owes it.
{
  // Under a masthead there is room for so many results.
  const FEW = 8;
  // On a page of its own each group shows so many, and so many more at a time.
  const FIRST = 10;
  const MORE = 50;
  // Under results in the language of the page there is room for so many in each other language.
  const ELSEWHERE = 3;
  // Milliseconds without a letter after which the reader is taken to have finished: the time to speak, and to write the address.
  const PAUSE = 600;

  const base = new URL('.', document.currentScript.src);
  let opened;
  let ids = 0;

  // The engine, once for all fields. Where it could not be loaded, the next letter tries again.
  const engine = () =>
    (opened ??= globalThis.warraqSearch.open(base).catch((error) => {
      opened = null;
      throw error;
    }));

  // What other languages of the site find, word for word. Their indexes are opened one after the other, since two first files could not
  // be told apart; what cannot be loaded finds nothing.
  const others = new Map();
  const findElsewhere = async (search, query, isWanted) => {
    const found = [];
    for (const [folder, name, direction] of search.others) {
      if (!isWanted()) break;
      if (!others.has(folder)) others.set(folder, globalThis.warraqSearch.open(new URL(`../${folder}/`, base)).catch(() => {}));
      const there = await others.get(folder);
      const answer = await there?.find(query, true);
      if (answer?.total) found.push({ there, answer, name, direction });
    }
    return found;
  };

  const paused = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  // A text with its `{names}` filled in. What is filled in may run the other way, so it is isolated.
  const say = (text, values) => text.split(/{(\w+)}/).map((part, i) => (i % 2 ? make('bdi', {}, values[part]) : part));

  const remember = (search) => history.replaceState({ ...history.state, search }, '');

  const field = (form) => {
    const input = form.elements.q;
    const isPage = form.dataset.search == 'page';
    const index = isPage && document.getElementById('index');
    // Takes the focus of a click beside its links, so that the focus stays inside.
    const panel = make('div', { class: 'found', tabindex: -1, hidden: '' });
    const status = make('div', { class: 'vh', role: 'status' });
    form.append(panel, status);
    let turn = 0;
    let pending;
    let timer;
    let said = () => [];

    const address = (query, fragment = '') => form.action + (query && '?' + new URLSearchParams({ q: query })) + fragment;

    const settle = () => {
      clearTimeout(timer);
      status.replaceChildren(...said());
      if (!isPage) return;
      const url = new URL(location);
      url.searchParams.delete('q');
      if (input.value.trim()) url.searchParams.set('q', input.value.trim());
      history.replaceState(history.state, '', url);
    };

    const present = (lines, spoken) => {
      panel.replaceChildren(...lines);
      panel.hidden = !lines[0];
      said = spoken;
      status.textContent = '';
      clearTimeout(timer);
      timer = setTimeout(settle, PAUSE);
    };

    const close = () => {
      turn += 1;
      present([], () => []);
      if (index) index.hidden = false;
      if (history.state?.search) remember();
    };

    // What there is room for of each group.
    const choose = (groups) => {
      const best = groups.flatMap(({ results }) => results.slice(0, FEW)).sort((one, other) => other.score - one.score);
      const few = best.slice(0, FEW);
      const chosen = groups.map((group) => ({ ...group, shown: isPage ? [...group.results] : group.results.filter((result) => few.includes(result)) }));
      return chosen.filter(({ shown }) => shown[0]);
    };

    const line = (...children) => make('p', {}, ...children);

    const counted = ({ language, plural }, n, forms) => {
      const number = new Intl.NumberFormat(language).format(n);
      forms ??= plural;
      return forms ? forms[new Intl.PluralRules(language).select(n)].replace('{n}', number) : number;
    };

    // An excerpt without any of the words gives way to one with them, as soon as it is in view.
    const passages = new WeakMap();
    const watcher = new IntersectionObserver((entries) =>
      entries.forEach(async ({ isIntersecting, target }) => {
        if (!isIntersecting) return;
        watcher.unobserve(target);
        target.replaceChildren(...(await passages.get(target)().catch(() => target.childNodes)));
      }),
    );

    // Makes sections of results that are all in one language.
    const shelf = (search, found, attributes) => {
      const { texts } = search;
      const marked = (text) => {
        const parts = [];
        let at = 0;
        for (const [start, end] of search.marks(text, found)) {
          parts.push(text.slice(at, start), make('mark', {}, text.slice(start, end)));
          at = end;
        }
        return [...parts, text.slice(at)];
      };

      const item = (result) => {
        const link = make('a', { href: result.url }, ...marked(result.title));
        if (result.heading) link.append(' ', make('span', {}, ...marked(result.heading)));
        const excerpt = line(...marked(result.excerpt));
        if (location.protocol != 'file:' && !excerpt.firstElementChild) {
          passages.set(excerpt, async () => marked((await search.passage(result, found)) ?? excerpt.textContent));
          watcher.observe(excerpt);
        }
        return make('li', {}, link, excerpt);
      };

      return ({ label, forms, results, shown }) => {
        const id = `found-${(ids += 1)}`;
        const list = make('ol');
        const more = make('button', { type: 'button' });
        const grow = (size) => {
          const items = shown.splice(0, size).map(item);
          list.append(...items);
          more.replaceChildren(...say(texts.more, { n: counted(search, shown.length) }));
          more.hidden = !shown[0];
          return items[0];
        };
        more.onclick = async () => {
          await search.describe(shown.slice(0, MORE), found);
          grow(MORE).firstChild.focus();
        };
        grow(FIRST);
        const heading = make('h2', { id }, label, ' ', make('span', {}, counted(search, results.length, forms)));
        return make('section', SEVERAL ? { 'aria-labelledby': id, ...attributes } : { 'aria-labelledby': id }, heading, list, more);
      };
    };

    // Results in other languages: a section each, with what is said of it.
    const abroad = async (search, query, isWanted, room) => {
      const sections = [];
      for (const { there, answer, name, direction } of await findElsewhere(search, query, isWanted)) {
        const results = answer.groups.flatMap((group) => group.results).sort((one, other) => other.score - one.score);
        const shown = isPage ? [...results] : results.slice(0, room);
        await there.describe(shown.slice(0, FIRST), answer);
        const attributes = { lang: there.language, dir: direction };
        const section = shelf(there, answer, attributes)({ label: name, results, shown });
        sections.push({ section, total: answer.total, spoken: make('span', attributes, `${name} ${counted(there, answer.total)}`) });
      }
      return sections;
    };
    const spokenOf = (sections) => sections.flatMap(({ spoken }) => [' ', spoken]);

    // Puts them under what is shown already.
    const append = (sections) => {
      const before = said;
      const last = isPage ? null : panel.lastElementChild;
      sections.forEach(({ section }) => panel.insertBefore(section, last));
      said = () => [...before(), ...spokenOf(sections)];
      clearTimeout(timer);
      settle();
    };

    const draw = (search, found, groups, query, elsewhere) => {
      const { texts } = search;
      const { corrected } = found;
      const total = found.total || (SEVERAL && elsewhere.reduce((sum, { total }) => sum + total, 0));
      const values = { query, corrected, n: counted(search, total) };

      const none = () => say(texts.none, values);
      const some = () => (corrected ? say(texts.corrected, values) : []);
      watcher.disconnect();
      if (index) index.hidden = total > 0;
      if (total) {
        const all = isPage ? line(values.n) : line(make('a', { href: address(query) }, ...say(texts.all, values)));
        const list = groups.map(shelf(search, found));
        if (SEVERAL) list.push(...elsewhere.map(({ section }) => section));
        const head = corrected ? [line(...some())] : [];
        present(isPage ? [...head, all, ...list] : [...head, ...list, all], () => [...some(), ' ', values.n, ...(SEVERAL ? spokenOf(elsewhere) : [])]);
      } else {
        present([line(...none()), line(texts.advice), line(make('a', { href: address('', '#index') }, texts.index))], none);
      }
    };

    // Only the last thing asked is answered.
    const show = async () => {
      const query = input.value.trim();
      const mine = (turn += 1);
      // Browsers take an empty `auto` for left to right, whatever the page is.
      input.dir = query && 'auto';
      if (!query) return close();
      try {
        const search = await engine();
        if (mine != turn) return;
        const found = await search.find(query);
        const groups = choose(found.groups);
        if (mine == turn) await search.describe(groups.flatMap(({ shown }) => shown.slice(0, FIRST)), found);
        const isWanted = () => mine == turn;
        // Others are asked when the reader has paused, and may be sent more: under results in the language of the page, or in their place.
        let elsewhere = [];
        if (SEVERAL && !found.total) {
          await paused();
          elsewhere = await abroad(search, query, isWanted, FEW);
        }
        if (mine == turn) draw(search, found, groups, query, SEVERAL && elsewhere);
        if (SEVERAL && found.total && !navigator.connection?.saveData) {
          paused()
            .then(() => abroad(search, query, isWanted, ELSEWHERE))
            .then((sections) => sections[0] && mine == turn && append(sections), () => {});
        }
      } catch {
        if (mine == turn) present([make('p', {}, form.dataset.failed)], () => [form.dataset.failed]);
      }
    };
    const update = () => (pending = show());

    // Letters still being composed are searched for as they stand, since some keyboards compose every word; but the keys are the keyboard's.
    input.addEventListener('input', update);
    input.addEventListener('click', () => panel.hidden && update());

    form.addEventListener('keydown', (event) => {
      const { key, target } = event;
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      if (key == 'Escape') {
        // A field for searching would empty itself at the first.
        event.preventDefault();
        if (isPage ? target == input : panel.hidden) {
          input.value = '';
          update();
        } else if (!isPage) {
          close();
        }
        input.focus();
      } else if (step) {
        const stops = [input, ...panel.querySelectorAll('a, button:not([hidden])')];
        const next = stops[Math.max(stops.indexOf(target), 0) + step];
        if (next) event.preventDefault();
        if (panel.hidden && step > 0) update();
        next?.focus();
      }
    });

    panel.addEventListener('click', ({ target }) => {
      const link = target.closest('a');
      if (!link) return;
      settle();
      remember({ query: input.value, url: link.href });
    });

    if (isPage) {
      form.addEventListener('submit', async (event) => {
        event.preventDefault();
        await pending;
        panel.querySelector('a')?.focus();
      });
      input.value ||= new URLSearchParams(location.search).get('q') ?? '';
    } else {
      // When another window takes the focus, the element keeps it here.
      form.addEventListener('focusout', () => setTimeout(() => form.contains(document.activeElement) || close()));
      document.addEventListener('pointerdown', ({ target }) => form.contains(target) || close());
    }

    // Back from a result, the reader is where they were.
    const kept = history.state?.search;
    if (kept && !isPage) input.value ||= kept.query;
    if (input.value) update();
    pending?.then(() => kept && ([...panel.querySelectorAll('a')].find(({ href }) => href == kept.url) ?? input).focus());
  };

  document.querySelectorAll('form[data-search]').forEach(field);
}

// The table of countries, sorted by a column and filtered by words. It is whole without this script.
for (const table of document.querySelectorAll('table[data-filter]')) {
  const rows = [...table.querySelectorAll('tbody tr:not(.group)')];
  const groups = [...table.tBodies];
  const home = new Map(rows.map((row) => [row, row.parentElement]));
  const make = (name, values, ...inside) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...inside);
    return element;
  };
  /** Words as a hand may write them: without marks, and with one seat for the hamza. */
  const plain = (text) => text.normalize('NFKD').replace(/[\u0610-\u061a\u0640\u064b-\u0655]/g, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/(^|\s)ال/g, '$1').toLowerCase();

  const words = new Map(rows.map((row) => [row, plain(row.textContent + row.closest('tbody').querySelector('.group').textContent)]));
  const field = make('input', { type: 'search', autocomplete: 'off' });
  const count = make('output', {});
  const filter = () => {
    const asked = plain(field.value).trim().split(/\s+/);
    for (const row of rows) row.hidden = !asked.every((word) => words.get(row).includes(word));
    for (const group of groups) group.hidden = [...group.rows].every((row) => row.hidden || row.className);
    count.textContent = `${table.dataset.rows}: ${rows.filter((row) => !row.hidden).length}`;
  };
  field.oninput = filter;
  table.before(make('p', { className: 'filter' }, make('label', {}, make('span', {}, table.dataset.filter), ' ', field), count));
  filter();

  const sorted = make('tbody', {});
  const key = (row, column) => plain(row.cells[column].textContent);
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = make('button', { type: 'button' }, ...head.childNodes);
    head.append(button);
    button.onclick = () => {
      // Upwards, downwards, and as it was.
      const next = { ascending: 'descending', descending: '' }[head.ariaSort] ?? 'ascending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      if (next) {
        head.ariaSort = next;
        const turn = next === 'ascending' ? 1 : -1;
        const order = (a, b) => turn * key(a, column).localeCompare(key(b, column), 'ar', { numeric: true });
        sorted.append(...rows.toSorted(order));
        for (const group of groups) group.remove();
        table.append(sorted);
      } else {
        sorted.remove();
        for (const group of groups) table.append(group);
        for (const row of rows) home.get(row).append(row);
      }
      filter();
    };
  });
}

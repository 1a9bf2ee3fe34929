// What the index and the client must agree on.

export const options = (processTerm) => ({
  idField: 'address',
  fields: ['title', 'headings', 'body'],
  storeFields: ['title'],
  processTerm,
  searchOptions: { boost: { title: 4, headings: 2 } },
});

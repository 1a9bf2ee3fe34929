import { lunr, plugin } from 'language';

const json = async (name) => (await fetch(`/engine/${name}.json`)).json();

export async function open({ every }) {
  const [data, titles] = await Promise.all([json('index'), json('titles')]);
  const index = lunr.Index.load(data);
  const search = every ? careful(index) : (query) => index.query((clauses) => clauses.term(lunr.tokenizer(query)));
  return async (query) => search(query).map(({ ref }) => async () => ({ url: ref, title: titles[ref] }));
}

/** A word that must be found goes the way it went when pages were indexed: a stop word that the index left out cannot be asked for. */
function careful(index) {
  const builder = new lunr.Builder();
  builder.use(plugin);
  const { REQUIRED } = lunr.Query.presence;
  const { TRAILING } = lunr.Query.wildcard;
  return (query) => {
    const words = builder.pipeline.run(lunr.tokenizer(query)).map(String).filter(Boolean);
    if (words.length === 0) return [];
    const exact = index.query((clauses) => {
      for (const word of words) {
        clauses.term(word, { usePipeline: false, presence: REQUIRED, wildcard: TRAILING });
        clauses.term(word, { usePipeline: false, boost: 10 });
      }
    });
    if (exact.length > 0) return exact;
    return index.query((clauses) => {
      for (const word of words) clauses.term(word, { usePipeline: false, presence: REQUIRED, editDistance: word.length >= 5 ? 1 : 0 });
    });
  };
}

import { lunr } from '../../lunr/language/arabic.js';
import { processTerm as folded } from './folded.js';

export const processTerm = (word) => lunr.ar.stemmer(new lunr.Token(folded(word))).toString();

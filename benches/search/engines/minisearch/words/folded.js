/** The usual recipe for accents. In Arabic it takes off vowel marks, and the hamza and madda that sit on a letter. */
export const processTerm = (word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** MiniSearch's own: lower case. */
export const processTerm = (word) => word.toLowerCase();

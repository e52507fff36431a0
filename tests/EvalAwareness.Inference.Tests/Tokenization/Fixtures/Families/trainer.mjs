// Byte-pair encoding, trained plainly: the most frequent pair of neighbours becomes a token, again and again.

const keyOf = (left, right) => `${left}\u0000${right}`;

function countPairs(words) {
  const counts = new Map();
  for (const { symbols, count } of words)
    for (let i = 0; i + 1 < symbols.length; i++) {
      const key = keyOf(symbols[i], symbols[i + 1]);
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  return counts;
}

function mostFrequent(counts) {
  let best = null;
  for (const [key, count] of counts)
    if (best === null || count > best.count || (count === best.count && key < best.key)) best = { key, count };
  return best?.key.split('\u0000') ?? null;
}

function merge(symbols, [left, right]) {
  const merged = [];
  for (let i = 0; i < symbols.length; i++)
    if (symbols[i] === left && symbols[i + 1] === right) merged.push(symbols[i++] + right);
    else merged.push(symbols[i]);
  return merged;
}

/** Merges in the order of their ranks. `words`: each an array of symbols. */
export function train(words, mergeCount) {
  const counted = new Map();
  for (const symbols of words) {
    const key = symbols.join('\u0000');
    counted.set(key, { symbols, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const distinct = [...counted.values()];
  const merges = [];
  while (merges.length < mergeCount) {
    const pair = mostFrequent(countPairs(distinct));
    if (pair === null) break;
    merges.push(pair);
    for (const word of distinct) if (word.symbols.includes(pair[0])) word.symbols = merge(word.symbols, pair);
  }
  return merges;
}

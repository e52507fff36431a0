import { byteLetters, byteToken } from './vocabularies.mjs';

/** Encoding and decoding by the definition of BPE, for what the vocabularies here use of tokenizer.json. */
export function tokenizer({ added_tokens: added, normalizer, pre_tokenizer: before, model, post_processor: after }) {
  const inBytes = !model.byte_fallback;
  const ranks = new Map(model.merges.map((merge, rank) => [Array.isArray(merge) ? merge.join(' ') : merge, rank]));
  const specials = new Map(added.map(({ content, id }) => [content, id]));
  const texts = Object.fromEntries(Object.entries(model.vocab).map(([text, id]) => [id, text]));
  const inFront = (after.processors ?? [after]).find(({ type }) => type === 'TemplateProcessing')?.special_tokens ?? {};
  const bosIds = Object.values(inFront).flatMap(({ ids }) => ids);

  const idsOf = part => model.vocab[part] ?? [...Buffer.from(part)].map(byte => model.vocab[byteToken(byte)]);
  const word = letters => (model.ignore_merges && letters.join('') in model.vocab ? [letters.join('')] : merged(letters, ranks)).flatMap(idsOf);
  const plain = inBytes
    ? text => words(normalizer ? text.normalize('NFC') : text, before.pretokenizers[0].pattern.Regex).flatMap(part => word(bytesOf(part)))
    : text => word([...text.replaceAll(' ', '▁')]);

  const pieces = new RegExp(`(${[...specials.keys()].map(content => content.replaceAll('|', '\\|')).join('|')})`);
  const encode = text => text.split(pieces).filter(Boolean).flatMap(piece => specials.has(piece) ? [specials.get(piece)] : plain(piece));
  return {
    encode,
    encodeWithSpecials: text => [...bosIds, ...encode(text)],
    bosIds,
    idOf: content => specials.get(content),
    // What a reader sees: no special tokens, and nothing for ids beyond the vocabulary, the padding of an embedding.
    decode: ids => (inBytes ? textOfBytes : textOfCharacters)(ids.filter(id => id in texts && !specials.has(texts[id])).map(id => texts[id])),
  };
}

/** The pair of lowest rank first, of equal ones the leftmost, until no pair can be merged. */
function merged(letters, ranks) {
  const parts = [...letters];
  const rank = index => ranks.get(`${parts[index]} ${parts[index + 1]}`) ?? Infinity;
  while (parts.length > 1) {
    const indices = [...parts.keys()].slice(0, -1);
    const best = indices.reduce((least, index) => rank(index) < rank(least) ? index : least, 0);
    if (rank(best) === Infinity) break;
    parts.splice(best, 2, parts[best] + parts[best + 1]);
  }
  return parts;
}

// JavaScript has no (?i:…); the texts here contract nothing in capitals.
const words = (text, pattern) => text.match(new RegExp(pattern.replace('(?i:', '(?:'), 'gu')) ?? [];

const bytesOf = text => [...Buffer.from(text)].map(byte => byteLetters[byte]);

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const validUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const textOfBytes = tokens => utf8.decode(Uint8Array.from([...tokens.join('')].map(letter => byteLetters.indexOf(letter))));

/** Bytes side by side are read together; where they are no UTF-8, each of them is U+FFFD. */
function textOfCharacters(tokens) {
  const runs = tokens.map(token => token.replaceAll('▁', ' ')).join('\0').split(/((?:<0x[0-9A-F]{2}>\0?)+)/);
  return runs.map(run => run.startsWith('<0x') ? textOfRun(run.match(/[0-9A-F]{2}(?=>)/g)) : run).join('').replaceAll('\0', '');
}

function textOfRun(hexadecimals) {
  try {
    return validUtf8.decode(Buffer.from(hexadecimals.join(''), 'hex'));
  } catch {
    return '\ufffd'.repeat(hexadecimals.length);
  }
}


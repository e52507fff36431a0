// tokenizer.json in the shapes of the families, over a vocabulary of a few words.

const words = [
  'Describe', ' in', ' words', 'concept', '</', '.</', 'Summary', ' of', ' the', ' following', ' text', 'text', ' <', 'summary',
  'system', 'user', 'assistant', 'model', ' is', ' last', ' token', 'The',
];

const printable = byte => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
const others = [...Array(256).keys()].filter(byte => !printable(byte));

/** What byte-level BPE writes for each byte: itself where Latin-1 prints it, else a letter from U+0100 on. */
export const byteLetters = [...Array(256).keys()].map(byte => String.fromCharCode(printable(byte) ? byte : 256 + others.indexOf(byte)));

const inBytes = text => [...Buffer.from(text)].map(byte => byteLetters[byte]);

/** What a vocabulary of characters writes for a byte of one that it lacks. */
export const byteToken = byte => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;

/** Merges that build each word letter by letter, each once. */
function mergesOf(spelt) {
  const merges = new Map();
  for (const letters of spelt) {
    for (let end = 1; end < letters.length; end++) {
      const pair = [letters.slice(0, end).join(''), letters[end]];
      merges.set(pair.join(' '), pair);
    }
  }
  return [...merges.values()];
}

const special = (content, id) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true });
const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false };
const bosFirst = (content, id) => ({
  type: 'TemplateProcessing',
  single: [{ SpecialToken: { id: content, type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
  pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
  special_tokens: { [content]: { id: content, ids: [id], tokens: [content] } },
});
const model = (tokens, merges, options) => ({ type: 'BPE', vocab: Object.fromEntries(tokens.map((token, id) => [token, id])), merges, ...options });
const joined = merges => merges.map(pair => pair.join(''));

function ofBytes({ marker, bos }, specials, numbers, options) {
  const merges = mergesOf([...words, marker].map(inBytes));
  const tokens = [...new Set([...byteLetters, ...joined(merges)])];
  const added = specials.map((content, index) => special(content, tokens.length + index));
  const pattern = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|` + numbers
    + String.raw`| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
  return {
    version: '1.0', added_tokens: added, normalizer: options.normalizer ?? null,
    pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false }, byteLevel] },
    post_processor: bos ? { type: 'Sequence', processors: [byteLevel, bosFirst(bos, added.find(token => token.content === bos).id)] } : byteLevel,
    decoder: byteLevel,
    model: model(tokens, merges.map(pair => pair.join(' ')), { ignore_merges: options.wholeWords ?? false }),
  };
}

function ofCharacters({ marker, bos }, specials) {
  const spelt = words.map(word => [...word.replaceAll(' ', '▁')]);
  const merges = mergesOf(spelt);
  const characters = [...Array(94).keys()].map(index => String.fromCharCode(33 + index));
  const tokens = [...new Set([...specials, ...[...Array(256).keys()].map(byteToken), '▁', '\n', marker, ...characters, ...joined(merges)])];
  return {
    version: '1.0', added_tokens: specials.map(special),
    normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
    pre_tokenizer: { type: 'Split', pattern: { String: ' ' }, behavior: 'MergedWithPrevious', invert: false },
    post_processor: bosFirst(bos, specials.indexOf(bos)),
    decoder: { type: 'Sequence', decoders: [{ type: 'Replace', pattern: { String: '▁' }, content: ' ' }, { type: 'ByteFallback' }, { type: 'Fuse' }] },
    model: model(tokens, merges, { unk_token: '<unk>', fuse_unk: true, byte_fallback: true }),
  };
}

const qwen = pair => ofBytes(pair, ['<|endoftext|>', '<|im_start|>', '<|im_end|>'], String.raw`\p{N}`, { normalizer: { type: 'NFC' } });
const llamaSpecials = ['<|begin_of_text|>', '<|end_of_text|>', '<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>'];

/** { pair: its tokenizer.json } */
export const vocabularies = {
  qwen2: qwen,
  qwen3: qwen,
  llama: pair => ofBytes(pair, llamaSpecials, String.raw`\p{N}{1,3}`, { wholeWords: true }),
  gemma3: pair => ofCharacters(pair, ['<pad>', '<eos>', '<bos>', '<unk>', '<start_of_turn>', '<end_of_turn>']),
};

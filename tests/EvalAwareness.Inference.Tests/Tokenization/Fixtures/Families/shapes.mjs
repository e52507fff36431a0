// tokenizer.json in the shapes in which the families ship theirs, over the small sample.
import { sentences } from './sample.mjs';
import { train } from './trainer.mjs';

const contraction = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const qwenPattern = contraction + String.raw`|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
const llamaPattern = contraction + String.raw`|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;

const added = (content, flags = {}) =>
  ({ id: 0, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...flags });
const ordinary = (content, flags = {}) => added(content, { special: false, ...flags });
const split = (pattern, behavior) => ({ type: 'Split', pattern, behavior, invert: false });
const byteLevel = (prefix, trim, regex) => ({ type: 'ByteLevel', add_prefix_space: prefix, trim_offsets: trim, use_regex: regex });
const bosFirst = (content, id) => ({
  type: 'TemplateProcessing',
  single: [{ SpecialToken: { id: content, type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
  pair: [{ SpecialToken: { id: content, type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: content, type_id: 1 } }, { Sequence: { id: 'B', type_id: 1 } }],
  special_tokens: { [content]: { id: content, ids: [id], tokens: [content] } },
});
const bpe = (tokens, merges, options = {}) => ({
  type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: false, byte_fallback: false, ignore_merges: false,
  vocab: Object.fromEntries(tokens.map((token, id) => [token, id])), merges, ...options,
});
const file = (addedTokens, rest) =>
  ({ version: '1.0', truncation: null, padding: null, added_tokens: addedTokens, normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, ...rest });

const printable = byte => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
const others = [...Array(256).keys()].filter(byte => !printable(byte));
const byteTokens = [...Array(256).keys()].map(byte => String.fromCharCode(printable(byte) ? byte : 256 + others.indexOf(byte)));
const inBytes = text => [...Buffer.from(text, 'utf8')].map(byte => byteTokens[byte]);

// JavaScript has no (?i:…), and the sample needs none.
const wordsBy = pattern => sentences.flatMap(text => text.normalize('NFC').match(new RegExp(pattern.replace('(?i:', '(?:'), 'gu')) ?? []);
const numbered = (tokens, first) => tokens.map((token, index) => ({ ...token, id: first + index }));

function byteLevelKind(pattern, mergeCount, addedTokens, { extraWords = [], asPairs = false, ...options } = {}) {
  const merges = train(wordsBy(pattern).map(inBytes), mergeCount);
  const known = [...byteTokens, ...merges.map(pair => pair.join(''))];
  const tokens = [...new Set([...known, ...extraWords.map(word => inBytes(word).join(''))])];
  return { addedTokens: numbered(addedTokens, tokens.length), size: tokens.length, model: bpe(tokens, asPairs ? merges : merges.map(pair => pair.join(' ')), options) };
}

function qwen() {
  const special = ['<|endoftext|>', '<|im_start|>', '<|im_end|>', '<|vision_start|>', '<|fim_middle|>'].map(content => added(content));
  const plain = ['<tool_call>', '</tool_call>', '<tool_response>', '</tool_response>', '<think>', '</think>'].map(content => ordinary(content));
  const { addedTokens, model } = byteLevelKind(qwenPattern, 2200, [...special, ...plain]);
  return file(addedTokens, {
    normalizer: { type: 'NFC' },
    pre_tokenizer: { type: 'Sequence', pretokenizers: [split({ Regex: qwenPattern }, 'Isolated'), byteLevel(false, false, false)] },
    post_processor: byteLevel(false, false, false), decoder: byteLevel(false, false, false), model,
  });
}

function llama() {
  const names = ['begin_of_text', 'end_of_text', 'reserved_special_token_0', 'finetune_right_pad_id', 'start_header_id', 'end_header_id', 'eom_id', 'eot_id', 'python_tag'];
  const reserved = Array.from({ length: 100 }, (_, index) => `reserved_special_token_${index + 1}`);
  // Words that no merge leads to: only ignore_merges finds them.
  const extraWords = [' assistant', ' evaluation', 'Модель', ' größere', '模型阅读消息', ' 😀👍', '://', '\n\n\n\n'];
  const { addedTokens, size, model } = byteLevelKind(llamaPattern, 2400, [...names, ...reserved].map(name => added(`<|${name}|>`)), { extraWords, ignore_merges: true });
  return file(addedTokens, {
    pre_tokenizer: { type: 'Sequence', pretokenizers: [split({ Regex: llamaPattern }, 'Isolated'), byteLevel(false, true, false)] },
    post_processor: { type: 'Sequence', processors: [byteLevel(true, false, true), bosFirst('<|begin_of_text|>', size)] },
    decoder: byteLevel(true, true, true), model,
  });
}

// Added tokens with every flag: also in texts that NFC changes, and beside tokens that begin alike.
function flags() {
  const tokens = [
    added('<strip-left>', { lstrip: true }), added('<strip-right>', { rstrip: true }), ordinary('<strip-both>', { lstrip: true, rstrip: true }),
    ordinary('<whole>', { single_word: true }), ordinary('Whole', { single_word: true, normalized: true }), ordinary('cafe\u0301', { normalized: true }),
    ordinary('A\u030a-token', { normalized: true, lstrip: true }), added('<mask>', { lstrip: true, normalized: true }), ordinary('<h1>', { normalized: true, rstrip: true }),
    ordinary('the', { single_word: true }), ordinary('\n\n', { rstrip: true }), ordinary('ё', { single_word: true }), added('<|im_end|>'), added('<|im_end|', { single_word: true }),
  ];
  const gpt2 = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`;
  const { addedTokens, model } = byteLevelKind(gpt2, 1200, tokens, { asPairs: true });
  return file(addedTokens, { normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }] }, pre_tokenizer: byteLevel(false, true, true), decoder: byteLevel(true, true, true), model });
}

const spaced = text => text.replaceAll(' ', '▁');
const characterWords = () => sentences.flatMap(text => spaced(text).split(/(?=▁)/)).map(word => [...word]);
const runs = (character, longest) => Array.from({ length: longest - 1 }, (_, index) => character.repeat(index + 2));

function gemma() {
  const first = ['<pad>', '<eos>', '<bos>', '<unk>', '<mask>'].map(content => added(content));
  const early = [ordinary('[multimodal]'), ...Array.from({ length: 99 }, (_, index) => ordinary(`<unused${index}>`)), added('<start_of_turn>'), added('<end_of_turn>')];
  const html = ['<table>', '</table>', '<h1>', '</h1>', '<code>', '</code>'].map(content => ordinary(content));
  const late = Array.from({ length: 120 }, (_, index) => ordinary(`<unused${index + 99}>`));
  const addedTokens = [...first, ...early, ...runs('\n', 31).map(run => ordinary(run)), ...runs('▁', 31).map(run => ordinary(run)), ...html, ...runs('\t', 8).map(run => ordinary(run))];
  const bytes = [...Array(256).keys()].map(byte => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const spacing = ['▁', '\n', '\t'].flatMap(character => runs(character, 16)).flatMap(run => [run, run, run]).map(run => [...run]);
  const merges = train([...characterWords(), ...spacing], 2600);
  const frequent = new Set(characterWords().flat());
  const known = [...new Set([...frequent, '▁', '\n', '\t', ...[...Array(95).keys()].map(index => String.fromCharCode(32 + index)).filter(character => character !== ' '), ...merges.map(pair => pair.join(''))])];
  const vocabulary = [...new Set([...addedTokens.map(token => token.content), ...bytes, ...known, ...late.map(token => token.content)])];
  const identified = [...addedTokens, ...late].map(token => ({ ...token, id: vocabulary.indexOf(token.content) }));
  return file(identified, {
    normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
    pre_tokenizer: split({ String: ' ' }, 'MergedWithPrevious'),
    post_processor: bosFirst('<bos>', vocabulary.indexOf('<bos>')),
    decoder: { type: 'Sequence', decoders: [{ type: 'Replace', pattern: { String: '▁' }, content: ' ' }, { type: 'ByteFallback' }, { type: 'Fuse' }] },
    model: bpe(vocabulary, merges, { unk_token: '<unk>', fuse_unk: true, byte_fallback: true }),
  });
}

// Characters without byte fallback: what the vocabulary lacks is unknown, alone or fused.
function unknown(fused) {
  const merges = train(characterWords(), 900);
  const alphabet = [...new Set(characterWords().flat())].filter(character => character < '\u0500' || character === '▁');
  const usable = merges.filter(pair => [...pair.join('')].every(character => alphabet.includes(character)));
  const vocabulary = ['<unk>', '<s>', '</s>', ...new Set([...alphabet, ...usable.map(pair => pair.join(''))])];
  return file([added('<unk>', { id: 0 }), added('<s>', { id: 1, rstrip: true }), added('</s>', { id: 2, normalized: true })], {
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'never', split: fused },
    decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'never', split: fused },
    model: bpe(vocabulary, usable, { unk_token: '<unk>', fuse_unk: fused }),
  });
}

export const shapes = { qwen, llama, gemma, flags, unknown: () => unknown(false), fused: () => unknown(true) };

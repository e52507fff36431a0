// Ten thousand seeded strings: words of the sample, scripts, emoji, code, white space, control characters,
// look-alikes of special tokens, combining marks and surrogates that lack their other half.
import { sentences } from './sample.mjs';

// Mulberry32.
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(20240817);
const below = limit => Math.floor(random() * limit);
const pick = list => list[below(list.length)];
const times = (most, make) => Array.from({ length: 1 + below(most) }, make).join('');

const words = sentences.flatMap(sentence => sentence.split(/(?<= )/));
const spaces = [' ', '  ', '   ', '\n', '\n\n', '\r\n', '\t', '\t\t', '\u00a0', '\u3000', '\u2003', '\u2028', '\u0085', '\u000b', '\u000c', '\u202f', '\u205f', '\u1680', '\u180e', '\u200b'];
const emoji = ['😀', '👨‍👩‍👧‍👦', '🏳️‍🌈', '👋🏽', '🇩🇪', '❤️', '☎️', '1️⃣', '🧑🏿‍🚀', '🫠', '♀', '\u200d', '\ufe0f', '\u{e0067}', '🎉'];
const marks = ['e\u0301', 'a\u0308\u0323', 'a\u0323\u0308', '\u0301', 'n\u0303o', '\u0958', '\u1100\u1161\u11a8', '각', 'ﬁ', 'Å', 'Ω', 'ö\u0328', '\u0344', 'Ṩ', '\u0f73', 'u\u031b\u0309', 'क\u093c', '\u{1d15e}', 'ệ', 'e\u0323\u0302'];
const contractions = ["'s", "'S", "'ſ", "'t", "'RE", "'Ve", "'m", "'LL", "'d", "'x", "’s", "it's", "IT'S", "they'll", "'sſ", "don'tſ", "x'ſyſt", "'ſoſ"];
const tokens = [
  '<|endoftext|>', '<|im_start|>', '<|im_end|>', '<|im_start', '<|im_end|', '|im_end|>', '<think>', '</think>', '<tool_call>', '</tool_call>', '<tool_response>',
  '<|begin_of_text|>', '<|end_of_text|>', '<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>', '<|eom_id|>', '<|python_tag|>', '<|reserved_special_token_7|>', '<|reserved_special_token_77|>',
  '<bos>', '<eos>', '<pad>', '<unk>', '<mask>', '<start_of_turn>', '<end_of_turn>', '<start_of_image>', '<unused0>', '<unused17>', '<unused170>', '<unused', '[multimodal]', '[@BOS@]',
  '<0x0A>', '<0xE2>', '<0xFF>', '<0x0a>', '▁', '▁▁', '▁▁▁▁', '<h1>', '</h1>', '<table>', '<strip-left>', '<strip-right>', '<strip-both>', '<whole>', 'Whole', 'cafe\u0301', 'café', 'Å-token',
];
const code = ['if (a != b) {\n', '    return x[i] + 1;\n', '}\n', '/* … */', '=>', '::', '->', '!==', '//', '"\\n"', "'\\''", '0x1F', '1e-9', '3.14159', '1234567', '#!/bin/sh\n', '<br/>', '${name}', '@attr', '%d%%', '___', '----', '....', '???!!!'];
const ranges = [[0x20, 0x7e], [0xa0, 0x24f], [0x250, 0x36f], [0x370, 0x52f], [0x530, 0x6ff], [0x900, 0xdff], [0xe00, 0x109f], [0x1100, 0x11ff], [0x1e00, 0x1fff], [0x2000, 0x27bf], [0x2e80, 0x30ff], [0x3400, 0x9fff], [0xac00, 0xd7a3], [0xe000, 0xe0ff], [0xf900, 0xffef], [0x10000, 0x1034f], [0x1d400, 0x1d7ff], [0x1f300, 0x1faff], [0x20000, 0x2a6df], [0xe0100, 0xe01ef]];

const scalar = () => {
  const [first, last] = pick(ranges);
  return String.fromCodePoint(first + below(last - first + 1));
};
const space = () => times(4, () => pick(spaces));
const control = () => String.fromCharCode(pick([0, 1, 7, 8, 9, 10, 11, 12, 13, 27, 28, 31, 127, 128, 133, 159]));
const surrogate = () => String.fromCharCode(0xd800 + below(0x800));
const number = () => times(12, () => pick(['0', '1', '7', '9', ',', '.', '٣', '५', '½', '²', 'Ⅳ', '𝟘']));
const line = () => times(6, () => pick(words));

const parts = [
  [10, line], [3, () => times(5, scalar)], [3, space], [3, () => pick(tokens)], [2, () => times(3, () => pick(emoji))],
  [2, () => pick(marks)], [2, () => pick(contractions)], [2, number], [3, () => times(4, () => pick(code))], [1, control],
  [1, surrogate], [1, () => ' '.repeat(below(40))], [1, () => '\n'.repeat(below(12))], [1, () => pick(tokens) + space() + pick(tokens)],
  [1, () => pick(['ß', 'ſ', 'K', 'İ', 'ı', 'ŉ', 'ǆ', 'ﬀ'])], [1, () => times(3, () => pick(words).trim()).toUpperCase()],
];
const weighted = parts.flatMap(([weight, make]) => Array(weight).fill(make));

const single = [...parts.map(([, make]) => make), ...parts.map(([, make]) => make)];
export const texts = Array.from({ length: 10000 }, (_, index) =>
  index === 0 ? '' : index % 20 === 0 ? single[(index / 20) % single.length]() : times(10, () => pick(weighted)()));

// Encodes the strings below with Hugging Face's own tokenizer. Usage: see README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';

const here = process.argv[2];
const read = name => JSON.parse(readFileSync(`${here}/${name}`, 'utf8'));
const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));

const pieces = [
  '', ' ', 'a', 'The assistant reads the task.', "It's", "IT'S THEY'LL WE'RE I'm i'D", "don't 'tis", 'naïve café', 'cafe\u0301 re\u0301sume\u0301',
  '\u212b \u2126', 'q\u0323\u0307 q\u0307\u0323', '\u1100\u1161\u11a8 \uac00\u11a8', '\u0958\u09cb', 'Straße', 'ﬁne', 'Съешь ещё булок', 'Η αλεπού', '今日は天気がいい',
  '我们今天去公园。', '이것은 시험입니다', 'هذا اختبار', 'यह एक परीक्षण है', 'שלום עולם', 'ไทยภาษา', '😀', '👩‍💻👍🏽', '🇩🇪🇫🇷', '😀😀 a😀b',
  '𝒜𝒷 𝟙𝟚𝟛', '𠮷野家で', 'x𐐷y', '㈎', '<concept>㈎</concept>', ' ㈎ ', '\u00a0nbsp\u00a0', 'a\u3000b', '\u2028\u2029', '\ufeffBOM', 'zero\u200bwidth\u200d',
  'tab\tand\ttab', '\n', '\n\n\n', '\r\n', 'a\r\nb\r\n', 'line\n  indented\n\tmore', '   ', 'a  b   c    d', 'end   ', '   start', ' \n \n ', '\n    return x',
  '\u0000', '\u0001\u0002', '\u007f', '\u0085', '\u001c\u001d', '12345', '3.14159', '1,000,000', '٣٤٥', '²³', 'Ⅷ', '½', 'x1y2z3', '==========', '-----', '!!!???', '...', '…', '“quoted”', '(a)[b]{c}',
  'def f(x):\n    return x + 1\n', '{"name": "read_file", "arguments": {"path": "a.py"}}', '/var/log/mail.log', 'https://example.org/?q=1&r=2', 'user@example.org', '#include <stdio.h>', '$x = @(1,2);', '\\n \\t \\\\',
  '<|im_start|>', '<|im_end|>', '<|endoftext|>', '<|im_start|>user\nHi<|im_end|>\n', 'a<|im_end|>b', '<|im_start|', '<|im_start|><|im_start|>', '<|unknown|>', ' <|im_end|> ', '<think>\nhm\n</think>\n\n', '<tool_call>\n{}\n</tool_call>',
  '\ufffd', '\ue000\uf8ff', '\uffff\ufffe', 'ÀÈÌ àèì', 'İıŁł', 'ǅ ʰ', '\u0300\u0301', 'a\u0300\u0316', 'ĞğŞş', '100%', '50€', '°C', '→ ← ↔', '∑∫√', '│├──', '\u{1F469}\u200d\u{1F680}', '\u{E0041}', 'Ａｂｃ１２',
];
const count = 300;
const strings = [...pieces];
for (let i = 0; strings.length < count; i++) {
  const pick = step => pieces[(i * step + 5) % pieces.length];
  strings.push(pick(7) + [' ', '', '\n', '\r\n', '  '][i % 5] + pick(11) + pick(29));
}
const encodings = strings.map(text => ({ text, ids: tokenizer.encode(text, { add_special_tokens: false }).ids }));
writeFileSync(`${here}/encodings.json`, '[\n' + encodings.map(encoding => JSON.stringify(encoding)).join(',\n') + '\n]\n');

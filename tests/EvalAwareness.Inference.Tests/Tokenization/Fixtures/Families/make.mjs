// Writes the tokenizers of the families, the texts, and what Hugging Face's tokenizers make of them.
// For each text 12 bytes: the first four of the SHA-256 of its ids, of its offsets in UTF-16, and of the decoded text.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Tokenizer } from 'tokenizers';
import { shapes } from './shapes.mjs';
import { texts } from './texts.mjs';

const here = process.argv[2];

const lengthThenCharacters = text => {
  const record = Buffer.alloc(4 + 2 * text.length);
  record.writeInt32LE(text.length);
  for (let i = 0; i < text.length; i++) record.writeUInt16LE(text.charCodeAt(i), 4 + 2 * i);
  return record;
};

const digest = text => createHash('sha256').update(text, 'utf8').digest().subarray(0, 4);

function inUtf16(text, offsets) {
  const places = [0];
  for (const character of text) places.push(places.at(-1) + character.length);
  return offsets.map(([start, end]) => `${places[start]}-${places[end]}`).join(' ');
}

async function expected(tokenizer) {
  const records = [];
  for (const text of texts.map(text => text.toWellFormed())) {
    const encoding = await tokenizer.encode(text, null, { addSpecialTokens: true });
    const ids = encoding.getIds();
    const decoded = await tokenizer.decode(ids, false);
    records.push(digest(ids.join(' ')), digest(inUtf16(text, encoding.getOffsets())), digest(decoded));
  }
  return Buffer.concat(records);
}

writeFileSync(`${here}/texts.bin.gz`, gzipSync(Buffer.concat(texts.map(lengthThenCharacters)), { level: 9 }));
for (const [name, make] of Object.entries(shapes)) {
  const json = JSON.stringify(make());
  mkdirSync(`${here}/${name}`, { recursive: true });
  writeFileSync(`${here}/${name}/tokenizer.json`, json + '\n');
  writeFileSync(`${here}/${name}/expected.bin`, await expected(Tokenizer.fromString(json)));
}

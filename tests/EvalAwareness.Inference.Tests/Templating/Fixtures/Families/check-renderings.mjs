// Holds the renderings against Hugging Face's Jinja for JavaScript. Usage: see README.md.
import { readFileSync } from 'node:fs';
import { Template } from '@huggingface/jinja';

const here = process.argv[2];
const read = name => readFileSync(`${here}/${name}`, 'utf8');
const conversations = JSON.parse(read('conversations.json'));

function rendered({ template, conversation, add_generation_prompt }) {
  try {
    return new Template(read(`${template}.jinja`)).render({
      messages: conversations[conversation], tools: null, documents: null, add_generation_prompt,
      // Its strftime_now tells the day of the clock.
      bos_token: '<bos>', eos_token: '<eos>', date_string: '26 Jul 2024',
    });
  } catch {
    return null;
  }
}

const rows = JSON.parse(read('renderings.json'));
const different = rows.filter(row => rendered(row) !== row.text);
for (const row of different) console.log(row, rendered(row));
console.log(`${rows.length - different.length} of ${rows.length} are the same`);

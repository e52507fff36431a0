import { readFileSync } from 'node:fs';
import { load } from '../model.mjs';
import { readSafetensors } from '../safetensors.mjs';
import { injectionScale } from './pairs.mjs';
import { tokenizer } from './tokenizer.mjs';

export const question = 'Describe <concept>{injection_char}</concept> in words.';
export const template = 'Summary of the following text: <text>{explanation}</text> <summary>';

/** A verbalizer from its folder, with what a sidecar says of it. */
export function verbalizer(pair) {
  const half = read(pair, 'av');
  const [markerId] = half.tokenizer.encode(pair.marker);
  return {
    ...half,
    stopIds: pair.stops.map(half.tokenizer.idOf),
    sidecar: { question, marker: pair.marker, markerId, scale: injectionScale(pair) },
  };
}

/** A reconstructor from its folder, with what a sidecar says of it. */
export function reconstructor(pair) {
  const head = readSafetensors(`${pair.folder}/ar/value_head.safetensors`).weight.data;
  return { ...read(pair, 'ar'), head, sidecar: { template } };
}

function read(pair, half) {
  const folder = `${pair.folder}/${half}`;
  return {
    model: load(folder, 'model.'),
    tokenizer: tokenizer(JSON.parse(readFileSync(`${folder}/tokenizer.json`, 'utf8'))),
    chat: pair.chat,
  };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { fromBfloat16, toBfloat16 } from './bfloat16.mjs';

const formats = {
  F32: {
    bytes: 4,
    write: (view, at, value) => view.setFloat32(at, value, true),
    read: (view, at) => view.getFloat32(at, true),
  },
  BF16: {
    bytes: 2,
    write: (view, at, value) => view.setUint16(at, toBfloat16(value), true),
    read: (view, at) => fromBfloat16(view.getUint16(at, true)),
  },
  I64: {
    bytes: 8,
    write: (view, at, value) => view.setBigInt64(at, BigInt(value), true),
    read: (view, at) => Number(view.getBigInt64(at, true)),
  },
};

/** Writes tensors ({ name: { dtype, shape, data } }) as Hugging Face's safetensors would: header, then data in its order. */
export function writeSafetensors(path, tensors) {
  const header = { __metadata__: { format: 'pt' } };
  let end = 0;
  for (const [name, { dtype, shape, data }] of Object.entries(tensors)) {
    const begin = end;
    end += data.length * formats[dtype].bytes;
    header[name] = { dtype, shape, data_offsets: [begin, end] };
  }
  const text = aligned(JSON.stringify(header));
  const body = new DataView(new ArrayBuffer(8 + text.length + end));
  body.setBigUint64(0, BigInt(text.length), true);
  new Uint8Array(body.buffer, 8).set(Buffer.from(text));
  for (const [name, { dtype, data }] of Object.entries(tensors)) {
    const begin = 8 + text.length + header[name].data_offsets[0];
    data.forEach((value, i) => formats[dtype].write(body, begin + i * formats[dtype].bytes, value));
  }
  writeFileSync(path, Buffer.from(body.buffer));
}

/** Reads a file back as { name: { dtype, shape, data: Float64Array } }; every stored value is exact in float64. */
export function readSafetensors(path) {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const length = Number(view.getBigUint64(0, true));
  const { __metadata__, ...header } = JSON.parse(file.toString('utf8', 8, 8 + length));
  return Object.fromEntries(Object.entries(header).map(([name, { dtype, shape, data_offsets: [begin, end] }]) => {
    const { bytes, read } = formats[dtype];
    const data = Float64Array.from({ length: (end - begin) / bytes }, (_, i) => read(view, 8 + length + begin + i * bytes));
    return [name, { dtype, shape, data }];
  }));
}

// The format wants the data to begin at a multiple of eight bytes.
const aligned = text => text.padEnd(Math.ceil(text.length / 8) * 8);

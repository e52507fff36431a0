// Writes a Qwen2 model of a config.json's shape as GGUF, with random bfloat16 weights: what llama.cpp needs to be timed, or served, on it.
import { closeSync, openSync, writeSync } from "node:fs";

const alignment = 32;
const type = { uint32: 4, int32: 5, float32: 6, string: 8, array: 9 };
const tensorType = { float32: 0, bfloat16: 30 };

const tokenType = { normal: 1, control: 3 };
const end = "<|end|>";

/** A word for every byte, in the alphabet of byte-level BPE, and one that ends a text. */
export const byteWords = [...byteLetters(), end];

function byteLetters() {
    const visible = byte => byte >= 33 && byte <= 126 || byte >= 161 && byte <= 172 || byte >= 174;
    let next = 256;
    return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(visible(byte) ? byte : next++));
}

export function writeModel(path, config) {
    const tensors = tensorsOf(config);
    const file = openSync(path, "w");
    const header = headerOf(metadataOf(config), tensors);
    let at = writeSync(file, padded(header));
    const noise = randomBytes(1 << 22);
    for (const tensor of tensors)
        at += writeTensor(file, tensor, noise);
    closeSync(file);
    return at;
}

function metadataOf(config) {
    const words = config.words ?? Array.from({ length: config.vocab_size }, (_, id) => `<${id}>`);
    return [
        ["general.architecture", "string", "qwen2"],
        ["qwen2.block_count", "uint32", config.num_hidden_layers],
        ["qwen2.context_length", "uint32", config.max_position_embeddings],
        ["qwen2.embedding_length", "uint32", config.hidden_size],
        ["qwen2.feed_forward_length", "uint32", config.intermediate_size],
        ["qwen2.attention.head_count", "uint32", config.num_attention_heads],
        ["qwen2.attention.head_count_kv", "uint32", config.num_key_value_heads],
        ["qwen2.attention.layer_norm_rms_epsilon", "float32", config.rms_norm_eps],
        ["qwen2.rope.freq_base", "float32", config.rope_theta],
        ["tokenizer.ggml.model", "string", "gpt2"],
        ["tokenizer.ggml.pre", "string", "qwen2"],
        ["tokenizer.ggml.tokens", "strings", words],
        ["tokenizer.ggml.token_type", "int32s", words.map(word => word === end ? tokenType.control : tokenType.normal)],
        ["tokenizer.ggml.merges", "strings", ["< 0"]],
        ["tokenizer.ggml.eos_token_id", "uint32", config.vocab_size - 1],
    ];
}

function tensorsOf(config) {
    const [width, mlp, vocabulary] = [config.hidden_size, config.intermediate_size, config.vocab_size];
    const keys = width / config.num_attention_heads * config.num_key_value_heads;
    const block = prefix => [
        vector(prefix + "attn_norm.weight", width), matrix(prefix + "attn_q.weight", width, width), vector(prefix + "attn_q.bias", width),
        matrix(prefix + "attn_k.weight", width, keys), vector(prefix + "attn_k.bias", keys),
        matrix(prefix + "attn_v.weight", width, keys), vector(prefix + "attn_v.bias", keys),
        matrix(prefix + "attn_output.weight", width, width), vector(prefix + "ffn_norm.weight", width),
        matrix(prefix + "ffn_gate.weight", width, mlp), matrix(prefix + "ffn_up.weight", width, mlp), matrix(prefix + "ffn_down.weight", mlp, width),
    ];
    const blocks = Array.from({ length: config.num_hidden_layers }, (_, index) => block(`blk.${index}.`)).flat();
    const head = config.tie_word_embeddings ? [] : [matrix("output.weight", width, vocabulary)];
    return [matrix("token_embd.weight", width, vocabulary), ...blocks, vector("output_norm.weight", width), ...head];
}

// GGUF names the innermost size first.
const matrix = (name, inner, outer) => ({ name, shape: [inner, outer], kind: "bfloat16", bytes: 2 * inner * outer });
const vector = (name, size) => ({ name, shape: [size], kind: "float32", bytes: 4 * size });

function headerOf(metadata, tensors) {
    const parts = [Buffer.from("GGUF"), uint32(3), uint64(tensors.length), uint64(metadata.length), ...metadata.map(entry)];
    let offset = 0;
    for (const { name, shape, kind, bytes } of tensors) {
        parts.push(string(name), uint32(shape.length), ...shape.map(uint64), uint32(tensorType[kind]), uint64(offset));
        offset += aligned(bytes);
    }
    return Buffer.concat(parts);
}

const entry = ([key, kind, value]) => Buffer.concat([string(key), ...valueOf(kind, value)]);

function valueOf(kind, value) {
    switch (kind) {
        case "uint32": return [uint32(type.uint32), uint32(value)];
        case "float32": return [uint32(type.float32), float32(value)];
        case "string": return [uint32(type.string), string(value)];
        case "strings": return [uint32(type.array), uint32(type.string), uint64(value.length), ...value.map(string)];
        case "int32s": return [uint32(type.array), uint32(type.int32), uint64(value.length), ...value.map(uint32)];
    }
}

function writeTensor(file, { name, kind, bytes }, noise) {
    let written = 0;
    const source = kind === "float32" ? filled(bytes, name.endsWith("norm.weight") ? 1 : 0) : noise;
    while (written < bytes)
        written += writeSync(file, source, 0, Math.min(source.length, bytes - written));
    return written + writeSync(file, Buffer.alloc(aligned(bytes) - bytes));
}

// bfloat16 numbers of either sign between 0.0078 and 0.0312: the size of trained weights.
function randomBytes(count) {
    const bytes = Buffer.alloc(count);
    for (let at = 0; at < count; at += 2)
        bytes.writeUInt16LE((Math.random() < 0.5 ? 0x8000 : 0) | 0x3c00 | Math.floor(Math.random() * 256), at);
    return bytes;
}

const filled = (bytes, value) => Buffer.from(new Float32Array(bytes / 4).fill(value).buffer);
const aligned = bytes => Math.ceil(bytes / alignment) * alignment;
const padded = buffer => Buffer.concat([buffer, Buffer.alloc(aligned(buffer.length) - buffer.length)]);

function uint32(value) { const buffer = Buffer.alloc(4); buffer.writeUInt32LE(value); return buffer; }
function uint64(value) { const buffer = Buffer.alloc(8); buffer.writeBigUInt64LE(BigInt(value)); return buffer; }
function float32(value) { const buffer = Buffer.alloc(4); buffer.writeFloatLE(value); return buffer; }
function string(text) { const bytes = Buffer.from(text); return Buffer.concat([uint64(bytes.length), bytes]); }

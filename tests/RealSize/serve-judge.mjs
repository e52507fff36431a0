// A small OpenAI-compatible server over llama.cpp, to judge an audit with something that is no mock:
//   node tests/RealSize/serve-judge.mjs MODEL.gguf [PORT]     (node-llama-cpp is looked for in NODE_MODULES)
// Where MODEL.gguf is missing, a model of random weights is written there that spells its words in bytes. Held to a JSON schema even that one
// answers in form; what it says means nothing.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { byteWords, writeModel } from "./gguf.mjs";

const [model, port = "8081"] = process.argv.slice(2);
const contextSize = 16384;
// Threads that wait for each other cost a small model more than they give it.
const threads = Number(process.env.THREADS ?? 1);
// Random weights never end a text by themselves.
const [longestText, mostTexts] = [40, 2];

if (!existsSync(model))
    writeModel(model, {
        hidden_size: 64, intermediate_size: 128, num_hidden_layers: 1, num_attention_heads: 2, num_key_value_heads: 1, vocab_size: byteWords.length,
        max_position_embeddings: contextSize, rms_norm_eps: 1e-6, rope_theta: 10000, tie_word_embeddings: true, words: byteWords,
    });

const required = createRequire(pathToFileURL(join(process.env.NODE_MODULES ?? ".", "anywhere.js")));
const { getLlama, LlamaCompletion } = await import(pathToFileURL(required.resolve("node-llama-cpp")));
const llama = await getLlama({ gpu: false, build: "never", logLevel: "error", maxThreads: threads });
const loaded = await llama.loadModel({ modelPath: model });
const context = await loaded.createContext({ contextSize, batchSize: 2048, threads });
const sequence = context.getSequence();
const completion = new LlamaCompletion({ contextSequence: sequence });
const grammars = new Map();

let queue = Promise.resolve();
let answers = 0;
createServer((request, response) => {
    const chunks = [];
    request.on("data", chunk => chunks.push(chunk));
    request.on("end", () => queue = queue.then(() => answer(request, response, Buffer.concat(chunks).toString())));
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/v1`));

async function answer(request, response, body) {
    try {
        if (request.method !== "POST" || request.url !== "/v1/chat/completions")
            return send(response, 404, { error: { message: `nothing at ${request.url}` } });
        send(response, 200, await complete(JSON.parse(body)));
        console.log(`${++answers} answers`);
    } catch (error) {
        send(response, 500, { error: { message: String(error) } });
    }
}

async function complete(asked) {
    const prompt = asked.messages.map(message => `${message.role}: ${message.content}\n`).join("") + "assistant: ";
    const tokens = loaded.tokenize(prompt);
    await sequence.clearHistory();
    const { response, metadata } = await completion.generateCompletionWithMeta(tokens, {
        grammar: await grammarFor(asked.response_format?.json_schema?.schema),
        temperature: asked.temperature ?? 1,
        maxTokens: asked.max_completion_tokens ?? asked.max_tokens ?? 256,
    });
    const written = loaded.tokenize(response).length;
    return {
        id: "local", object: "chat.completion", created: Math.floor(Date.now() / 1000), model: asked.model,
        choices: [{ index: 0, finish_reason: metadata.stopReason === "maxTokens" ? "length" : "stop", message: { role: "assistant", content: response } }],
        usage: { prompt_tokens: tokens.length, completion_tokens: written, total_tokens: tokens.length + written },
    };
}

async function grammarFor(schema) {
    if (!schema)
        return undefined;
    const key = JSON.stringify(schema);
    if (!grammars.has(key))
        grammars.set(key, await llama.createGrammarForJsonSchema(bounded(schema)));
    return grammars.get(key);
}

/** The same schema with texts and lists that come to an end. */
function bounded(schema) {
    switch (schema.type) {
        case "object": return { ...schema, properties: Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, bounded(inner)])) };
        case "array": return { ...schema, items: bounded(schema.items), maxItems: mostTexts };
        case "string": return schema.enum ? { enum: schema.enum } : { ...schema, maxLength: longestText };
        default: return schema;
    }
}

function send(response, status, body) {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
}

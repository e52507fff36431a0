// Decodes with llama.cpp and with evalaware bench in one run, on the same shape, and prints tokens per second side by side:
//   node tests/RealSize/compare-decode.mjs FOLDER        (after make-checkpoints.cs; node-llama-cpp is looked for in NODE_MODULES)
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeModel } from "./gguf.mjs";

const batches = [1, 8, 32];
const rounds = 3;
// As evalaware bench: a prompt of nine tokens, then so many new ones.
const [promptTokens, newTokens, threads] = [9, 48, 2];

const folder = process.argv[2];
const verbalizer = join(folder, "av");
const model = join(folder, "model.gguf");
const config = JSON.parse(readFileSync(join(verbalizer, "config.json")));
if (!existsSync(model))
    writeModel(model, config);

const required = createRequire(pathToFileURL(join(process.env.NODE_MODULES ?? ".", "anywhere.js")));
const { getLlama } = await import(pathToFileURL(required.resolve("node-llama-cpp")));
const llama = await getLlama({ gpu: false, build: "never", logLevel: "error", maxThreads: threads });
const loaded = await llama.loadModel({ modelPath: model });

const results = [];
for (const batch of batches) {
    const context = await loaded.createContext({ sequences: batch, contextSize: 128, batchSize: 512, threads });
    const sequences = Array.from({ length: batch }, () => context.getSequence());
    for (let round = 0; round < rounds; round++) {
        results.push({ who: "llama.cpp", batch, rate: await decode(sequences) });
        results.push({ who: "evalaware", batch, rate: evalaware(batch) });
    }
    await context.dispose();
}
for (const batch of batches) {
    const [theirs, ours] = ["llama.cpp", "evalaware"].map(who => median(results.filter(one => one.who === who && one.batch === batch).map(one => one.rate)));
    console.log(`batch ${batch}: llama.cpp ${theirs.toFixed(1)}, evalaware ${ours.toFixed(1)} tokens/s, ratio ${(ours / theirs).toFixed(2)}`);
}
process.exit(0);

/** New tokens per second over all sequences, reading of the prompt included. */
async function decode(sequences) {
    await Promise.all(sequences.map(sequence => sequence.clearHistory()));
    const began = performance.now();
    await Promise.all(sequences.map(async (sequence, index) => {
        const prompt = Array.from({ length: promptTokens }, (_, at) => 1000 + 10 * at + index);
        let written = 0;
        for await (const _ of sequence.evaluate(prompt, { temperature: 1, yieldEogToken: true }))
            if (++written === newTokens)
                break;
    }));
    return sequences.length * newTokens / (performance.now() - began) * 1000;
}

function evalaware(batch) {
    const program = process.env.EVALAWARE ?? "src/EvalAwareness.Cli/bin/Release/net10.0/evalaware";
    const run = spawnSync(program, ["bench", verbalizer, "--batch", `${batch}`, "--runs", "1", "--json"], { encoding: "utf8" });
    if (run.status !== 0)
        throw new Error(run.stderr);
    const [measured] = JSON.parse(run.stdout);
    return measured.own_tokens_per_second;
}

function median(numbers) {
    return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

import type { Benchmark, Model } from "../api/types";

/** Specs to begin with, made of what this installation has. */
export type Starter = { name: string; spec: string };

export function starters(benchmarks: Benchmark[], models: Model[], wanted?: string): Starter[] {
  const names = twoApart(models);
  const asked = names.length > 0 ? names : ["my-model"];
  const benchmark = wanted ?? benchmarks[0]?.name ?? "my-benchmark";
  return [
    { name: "Built-in benchmark", spec: builtIn(benchmark, asked) },
    { name: "Own questions", spec: inline(asked) },
    { name: "Uploaded data", spec: uploaded(asked) },
  ];
}

/** The dearest and the cheapest model, which mostly differ in what they can do: a first comparison that shows something. */
function twoApart(models: Model[]): string[] {
  const priced = models.filter((model) => model.price).sort((a, b) => outputPrice(b) - outputPrice(a));
  const from = priced.length > 0 ? priced : models;
  return [...new Set([from[0], from[from.length - 1]])].flatMap((model) => (model ? [model.name] : []));
}

function outputPrice(model: Model): number {
  return Number(model.price?.outputPerMillion ?? 0);
}

function builtIn(benchmark: string, models: string[]): string {
  return `name: first look
benchmark: ${benchmark}
models:
${list(models)}
limit: 100        # the first 100 items in seeded order; leave it out for all
seed: 1
budget: 1.00      # USD; the run ends as PARTIAL when it is used up
tags:
  purpose: trial
`;
}

function inline(models: string[]): string {
  return `name: own questions
benchmark:
  name: capitals
  dataset:
    inline:
      - {question: "What is the capital of France?", answer: "Paris"}
      - {question: "What is the capital of Peru?", answer: "Lima"}
  prompt: "{{ question }} Answer with the name only."
  target: answer
  metrics: [exact_match]
models:
${list(models)}
`;
}

function uploaded(models: string[]): string {
  return `name: own data
benchmark:
  name: my-benchmark
  dataset:
    hash: ""        # put the cursor between the quotes and choose "Upload data"
  prompt: "{{ question }}"
  target: answer
  metrics: [exact_match]
models:
${list(models)}
`;
}

function list(models: string[]): string {
  return models.map((model) => `  - ${model}`).join("\n");
}

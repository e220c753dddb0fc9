import type { RunState } from "../api/types";

/* The shapes of /api/v1/comparisons. */

export type ComparedSide = {
  side: string;
  run: string;
  runName: string;
  model: string;
  state: RunState;
  benchmark: string;
  items: number;
  scored: number;
  coverage: number;
  value?: number;
  low?: number;
  high?: number;
};

export type Difference = {
  candidate: number;
  baseline: number;
  difference: number;
  low: number;
  high: number;
  interval: string;
  p: number;
  test: string;
  adjustedP: number;
  improved: number;
  worsened: number;
  same: number;
  clusters: number;
  detectable?: number;
  better?: "candidate" | "baseline";
};

export type Pair = {
  candidate: string;
  baseline: string;
  shared: {
    items: number;
    onlyCandidate: number;
    onlyBaseline: number;
    unscoredCandidate: number;
    unscoredBaseline: number;
  };
  difference?: Difference;
  reason?: string;
  categories: { category: string; items: number; difference?: Difference }[];
};

export type Comparison = {
  metric: string;
  metrics: string[];
  lowerIsBetter: boolean;
  confidence: number;
  correction: string;
  sides: ComparedSide[];
  pairs: Pair[];
  notes: string[];
};

export type FlippedAnswer = {
  score: number;
  task: string;
  answer?: string;
  extracted: Record<string, string>;
  link: string;
};

export type Flip = {
  itemId: string;
  category?: string;
  difference: number;
  direction: "improved" | "worsened";
  candidate: FlippedAnswer;
  baseline: FlippedAnswer;
};

export type FlipPage = { metric: string; flips: Flip[]; next?: string };

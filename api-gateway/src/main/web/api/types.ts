/* The shapes that /api/v1 answers with. A field with "?" may be absent; money is exact text, never computed with here. */

export type Money = { currency: string; amount: string };

export type RunState =
  | "PLANNING"
  | "RUNNING"
  | "PAUSED"
  | "FINISHING"
  | "COMPLETE"
  | "PARTIAL"
  | "FAILED"
  | "CANCELLED";

export type Estimate = {
  expected: Money;
  low: Money;
  high: Money;
  inputTokens: number;
  outputTokens: number;
  perModel?: (Omit<Estimate, "perModel" | "basis"> & { model: string })[];
  basis?: string;
};

export type Progress = {
  answered: number;
  refused: number;
  failed: number;
  cancelled: number;
  scored: number;
  charged: number;
};

export type ModelProgress = {
  model: string;
  answered: number;
  refused: number;
  failed: number;
  samples: number;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  lowerIsBetter?: boolean;
  cost?: Money | null;
};

export type RunView = {
  id: string;
  name: string;
  group: string;
  state: RunState;
  reason?: string | null;
  benchmark: { name: string; version?: string; items?: number };
  models: string[];
  items: number;
  repeats: number;
  seed: number;
  tags?: Record<string, string> | string[];
  budget?: Money | null;
  manifest?: string;
  samples: number;
  /** The question that may end the run early; absent without one. */
  stop?: { question: string; answers: string[]; stopped: string[]; saved: number } | null;
  /** Models of which nothing goes on, since their providers asked to wait. */
  waits?: { model: string; until: string; failure?: string }[];
  progress: Progress;
  perModel: ModelProgress[];
  cost: { spend: Money | null; calls: number; unconfirmed: number; unpriced: number };
  estimate?: Estimate | null;
  submittedAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
};

export type RunPage = { runs: RunView[]; next?: string | null };

export type MetricValue = {
  metric: string;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  interval?: string | null;
  samples: number;
  answered: number;
  refused: number;
  failed: number;
  unextracted: number;
  coverage: number;
  boundLow?: number | null;
  boundHigh?: number | null;
  /** Answered samples that the metric could not score. */
  unscored?: number;
  lowerIsBetter?: boolean;
};

export type LeaderboardRow = {
  rank?: number | null;
  model: string;
  metrics: MetricValue[];
  cost?: {
    total?: Money | null;
    perSample?: Money | null;
    perCorrect?: Money | null;
    inputTokens?: number;
    outputTokens?: number;
    unpriced?: number;
  } | null;
  failures?: Record<string, number>;
};

export type Quantiles = { p50: number; p95: number; p99: number };

export type Timing = {
  model: string;
  ttftMs?: Quantiles | null;
  totalMs?: Quantiles | null;
  tokensPerSecond?: number | null;
};

/** One answer to the question of a run. */
export type Answer = {
  models: string[];
  verdict: "ABOVE" | "BELOW" | "CLOSE" | "NARROW" | "OPEN" | "UNKNOWN";
  answer: string;
  items: number;
  of: number;
  /** Samples without a score, each counted as what speaks most against an answer. */
  missing: number;
  estimate?: number | null;
  low: number;
  high: number;
  interval: string;
};

/** What was not asked, since the question was answered. */
export type Saved = { planned: number; asked: number; samples: number; calls: number; money?: Money | null; method: string };

export type Report = {
  run: { id: string; name: string; state: RunState; saved?: Saved | null };
  manifest: Record<string, unknown>;
  stop?: { question: string; answers: Answer[] } | null;
  coverage?: number | { coverage: number } | null;
  leaderboard: LeaderboardRow[];
  categories: { category: string; model: string; metrics: MetricValue[] }[];
  timing: Timing[];
  variants?: VariantEntry[];
  judges?: JudgeReport[];
  subgroups?: SubgroupReport[];
};

/** One metric of one model by the values of one field of the items. */
export type SubgroupReport = {
  field: string;
  model: string;
  metric: string;
  lowerIsBetter: boolean;
  problem?: string | null;
  groups: {
    group: string;
    items: number;
    tooFew?: boolean | null;
    value?: number | null;
    low?: number | null;
    high?: number | null;
  }[];
  gap?: { better: string; worse: string; difference: number; low?: number | null; high?: number | null; sure: boolean } | null;
  parity?: {
    positive: string[];
    demographicParity?: { difference: number; low: number; high: number } | null;
    equalizedOdds?: { difference: number; low: number; high: number } | null;
  } | null;
};

/** One form of the items beside the items as they are; without a name the worst of all forms. */
export type VariantEntry = {
  model: string;
  variant?: string | null;
  kind?: "perturbation" | "counterfactual" | null;
  metric: string;
  items: number;
  asked: number;
  original: number;
  value: number;
  difference: number;
  low?: number | null;
  high?: number | null;
  changed: number;
  better: number;
  worse: number;
  lowerIsBetter: boolean;
};

/** A sample that scores otherwise in another form of its item. */
export type FormFlip = {
  itemId: string;
  category?: string | null;
  model: string;
  variant: string;
  repeat: number;
  difference: number;
  original: FormAnswer;
  changed: FormAnswer;
};
export type FormAnswer = { task: string; score: number; extracted: Record<string, string> };
export type FormFlipPage = { metric: string; flips: FormFlip[]; next?: string };

export type Span = { low: number; high: number };
export type Weight = { value: number; low?: number | null; high?: number | null };
export type PairFigure = { value: number; low: number; high: number; pairs: number };

export type JudgeReport = {
  name: string;
  model: string;
  mode: string;
  prompt: { name: string; version: number };
  calls: { answered: number; refused: number; failed: number; cost?: Money | null };
  pairs?: {
    judged: number;
    votes: number;
    order?: {
      pairs: number;
      consistent: number;
      forFirst: number;
      forSecond: number;
      missing: number;
      consistency?: number | null;
      lean?: number | null;
      logOdds?: PairFigure | null;
    };
    length?: { longerShare?: PairFigure | null; logOdds?: PairFigure | null; metric?: string | null };
    wins: { model: string; against: string; votes: number; rate: number; low: number; high: number }[];
    ratings: {
      model: string;
      oneOrder?: number | null;
      rating?: number | null;
      interval?: Span | null;
      controlled?: number | null;
      controlledInterval?: Span | null;
    }[];
    unrated?: string | null;
    rankings: { oneOrder: string[]; bothOrders: string[]; lengthControlled: string[] };
    correction?: {
      basis: "scores" | "verdicts";
      metric?: string | null;
      verdicts: number;
      score?: Weight | null;
      length: Weight;
      place?: Weight | null;
    } | null;
  };
  agreement?: {
    field: string;
    compared: number;
    share?: number | null;
    kappa?: number | null;
    weightedKappa?: number | null;
    alpha?: number | null;
  };
};

/** What a gate says of one rule. */
export type RuleVerdict = {
  metric: string;
  category?: string | null;
  asked: string;
  tier: "blocking" | "advisory";
  confidence: number;
  outcome: "PASS" | "BREACH" | "INSUFFICIENT";
  items: number;
  missing: number;
  /** Above 0 if the candidate is better; for a threshold the distance to it. */
  change: number;
  low?: number | null;
  high?: number | null;
  itemsNeeded?: number | null;
  reason: string;
};

export type GateVerdict = {
  decision: "GO" | "NO_GO" | "INCONCLUSIVE";
  candidate: string;
  baseline?: string | null;
  rules: RuleVerdict[];
};

export type Outcome = "answered" | "refused" | "failed" | "cancelled";

export type SampleRow = {
  task: string;
  variant?: string | null;
  item: number;
  itemId: string;
  repeat: number;
  model: string;
  category?: string | null;
  outcome: string;
  failure?: string | null;
  answer?: string | null;
  extracted?: Record<string, string | null>;
  scores?: Record<string, number | null>;
  /** Why a metric has no score of this sample. */
  unscored?: Record<string, string>;
  cost?: Money | null;
  attempts: number;
  totalMs?: number | null;
  ttftMs?: number | null;
};

export type Attempt = {
  attempt: number;
  /** Whether this attempt decided the sample. */
  decided?: boolean;
  outcome: string;
  failure?: string | null;
  message?: string | null;
  httpStatus?: number | null;
  startedAt?: string | null;
  totalMs?: number | null;
  ttftMs?: number | null;
  /** How long it waited in the worker for a slot. */
  queuedMs?: number | null;
  worker?: string | null;
  call?: string | null;
  cost?: Money | null;
  headers?: Record<string, string> | null;
};

export type SampleDetail = SampleRow & {
  prompt?: { role: string; content: string }[] | null;
  references?: string[] | null;
  choices?: string[] | null;
  /** Why it was refused, failed or cancelled. */
  message?: string | null;
  finishReason?: string | null;
  usage?: Record<string, number | boolean | null> | null;
  attemptList?: Attempt[] | null;
};

export type SamplePage = { samples: SampleRow[]; next?: string | null };

export type Problem = { path?: string; line?: number; column?: number; message: string; remedy?: string };

export type Accepted = {
  id: string;
  name: string;
  group: string;
  state: RunState;
  samples: number;
  estimate: Estimate;
  /** Of a dry run that asks a question: how many items it will probably take. */
  stop?: { question: string; expected: { given: string; items: number; of: number }[]; method: string } | null;
};

export type Price = {
  currency: string;
  inputPerMillion: string;
  cachedInputPerMillion?: string | null;
  outputPerMillion: string;
};

export type Model = { name: string; connection: string; providerModel?: string; pool?: string | null; price?: Price | null };
export type Group = { name: string; weight: number; budget?: Money | null; spend?: Money | null };
export type Pool = {
  name?: string;
  id?: string;
  connections?: string[];
  requestsPerMinute?: number | null;
  tokensPerMinute?: number | null;
  concurrent?: number | null;
};
export type Benchmark = {
  name: string;
  version?: string;
  description?: string;
  items: number;
  categories?: string[] | Record<string, number>;
};
export type Health = { status: string; version?: string; services?: Record<string, unknown> };
export type Session = { group?: string | null; role?: string; name?: string };

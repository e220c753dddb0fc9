export type Message = { role: string; content: string };

/* The shapes of /api/v1/arenas. Null is what cannot be said. */

export type Arena = {
  id: string;
  name: string;
  group: string;
  models: string[];
  votes: number;
  comparisons: number;
  createdAt: string;
};

export type ArenaPage = { arenas: Arena[]; next?: string | null };

export type Progress = { voted: number; comparisons: number };

export type Side = { prompt?: Message[] | null; answer: string };

/** Two answers without their models; without `battle` there is nothing left. */
export type Battle = {
  arena: string;
  name: string;
  battle?: string | null;
  item?: string | null;
  prompt?: Message[] | null;
  a?: Side | null;
  b?: Side | null;
  progress: Progress;
};

export type Choice = "a" | "b" | "tie" | "both_bad";

export type Reveal = {
  vote: number;
  winner: string;
  modelA: string;
  modelB: string;
  repeated: boolean;
  progress: Progress;
};

export type Standing = {
  model: string;
  battles: number;
  wins: number;
  losses: number;
  ties: number;
  shownFirst: number;
  winRate: number | null;
  rating: number | null;
  low: number | null;
  high: number | null;
  rankLow: number | null;
  rankHigh: number | null;
  elo: number | null;
  styled: number | null;
  styledLow: number | null;
  styledHigh: number | null;
};

export type Pair = {
  model: string;
  against: string;
  battles: number;
  wins: number;
  losses: number;
  ties: number;
  share: number;
};

export type Board = {
  settings: { anchor: string | null; anchorRating: number; confidence: number; rounds: number };
  votes: { all: number; ties: number; bothBad: number; people: number; judges: number; unknown: number };
  place: { firstWon: number; secondWon: number; firstShare: number | null; low: number | null; high: number | null };
  models: Standing[];
  undefined: { models: string[]; against: string[]; reason: string; missing: string }[];
  undefinedRounds: number;
  style: { votes: number; coefficients: { name: string; logOdds: number }[]; reason: string | null } | null;
  pairs: Pair[];
  agreement: {
    judge: string;
    compared: number;
    agreeing: number;
    decided: number;
    decidedAgreeing: number;
    kappa: number | null;
  }[];
};

export type BoardView = { arena: string; name: string; voters: string; board: Board };

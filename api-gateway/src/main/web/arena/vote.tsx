import { useEffect, useRef, useState } from "preact/hooks";
import "./vote.css";
import { post, remove } from "../api/client";
import type { ApiError } from "../api/client";
import { asApiError } from "../api/resource";
import { link } from "../app/router";
import { announce } from "../parts/announce";
import { count } from "../parts/format";
import { Empty, Failure, Waiting } from "../parts/notice";
import { CHOICES, useVoteKeys } from "./keys";
import type { Battle, Choice, Message, Progress, Reveal, Side } from "./types";

/** Two answers side by side, without their models until there is a vote. */
export function Vote({ id }: { id: string }) {
  const [battle, setBattle] = useState<Battle>();
  const [reveal, setReveal] = useState<Reveal>();
  const [error, setError] = useState<ApiError>();
  const busy = useRef(false);

  /** One request at a time: a key that is held down is one vote. */
  const once = (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    work()
      .catch((cause: unknown) => setError(asApiError(cause)))
      .finally(() => {
        busy.current = false;
      });
  };
  const load = async (skip?: string) => {
    setError(undefined);
    const shown = await post<Battle>(`/arenas/${id}/battles`, skip ? { skip } : {});
    setReveal(undefined);
    setBattle(shown);
    window.scrollTo(0, 0);
    announce(shown.battle ? "Two new answers" : "No battle is left for you");
  };
  const next = (skip?: string) => once(() => load(skip));
  const vote = (winner: Choice) => {
    if (!battle?.battle || reveal || error) return;
    once(async () => {
      const told = await post<Reveal>(`/arenas/${id}/votes`, { battle: battle.battle, winner });
      setReveal(told);
      announce(`A was ${told.modelA}, B was ${told.modelB}. Enter shows the next two.`);
    });
  };
  const takeBack = () => {
    if (!reveal) return;
    once(async () => {
      await remove(`/arenas/${id}/votes/${reveal.vote}`);
      await load();
    });
  };
  const skip = () => {
    if (battle?.battle && !reveal) next(battle.battle);
  };

  useEffect(() => {
    document.title = "Vote · Assay";
    next();
  }, [id]);
  useVoteKeys({ vote, skip, next: () => (reveal || error ? next() : undefined), undo: takeBack });

  if (error) {
    return (
      <div class="page">
        <Failure error={error} retry={() => next()} />
        <p>
          <a href="#/arena">All arenas</a>
        </p>
      </div>
    );
  }
  if (!battle) return <Waiting label="Fetching two answers" rows={6} />;
  return (
    <div class="page vote">
      <Head battle={battle} progress={reveal?.progress ?? battle.progress} />
      {battle.battle && battle.a && battle.b ? (
        <>
          {battle.prompt ? <Prompt messages={battle.prompt} /> : null}
          <div class="answers">
            <Answer name="A" side={battle.a} model={reveal?.modelA} won={reveal?.winner === "model_a"} />
            <Answer name="B" side={battle.b} model={reveal?.modelB} won={reveal?.winner === "model_b"} />
          </div>
          {reveal ? <Next reveal={reveal} onNext={() => next()} onUndo={takeBack} /> : <Buttons vote={vote} skip={skip} />}
        </>
      ) : (
        <Empty title="You have seen everything">
          <p>
            There is no pair of answers left for you. <a href={link(["arena", battle.arena])}>See the board</a>
          </p>
        </Empty>
      )}
    </div>
  );
}

function Head({ battle, progress }: { battle: Battle; progress: Progress }) {
  const { voted, comparisons } = progress;
  return (
    <div class="page-head">
      <div>
        <p class="crumbs">
          <a href="#/arena">Arenas</a> / <a href={link(["arena", battle.arena])}>{battle.name}</a>
        </p>
        <h1>Which answer is better?</h1>
      </div>
      <span class="grow" />
      <p class="vote-progress">
        <span
          class="bar"
          role="progressbar"
          aria-label="Your votes"
          aria-valuemin={0}
          aria-valuemax={comparisons}
          aria-valuenow={voted}
        >
          <i class="answered" style={{ width: `${comparisons ? (voted / comparisons) * 100 : 0}%` }} />
        </span>
        <small class="quiet">
          {count(voted)} of {count(comparisons)} voted by you
        </small>
      </p>
    </div>
  );
}

function Prompt({ messages }: { messages: Message[] }) {
  return (
    <section class="panel vote-prompt" aria-label="Prompt">
      {messages.map((message, i) => (
        <div key={i}>
          {messages.length > 1 ? <p class="role">{message.role}</p> : null}
          <pre class="text">{message.content}</pre>
        </div>
      ))}
    </section>
  );
}

type AnswerProps = { name: string; side: Side; model?: string; won: boolean };

function Answer({ name, side, model, won }: AnswerProps) {
  return (
    <section class={won ? "panel answer won" : "panel answer"} aria-label={`Answer ${name}`}>
      <h2>
        {name}
        {model ? <span class="answer-model">{model}</span> : null}
      </h2>
      {side.prompt ? <Prompt messages={side.prompt} /> : null}
      <pre class="text" tabIndex={0}>
        {side.answer || <i class="quiet">an empty answer</i>}
      </pre>
    </section>
  );
}

function Buttons({ vote, skip }: { vote: (choice: Choice) => void; skip: () => void }) {
  return (
    <div class="vote-bar" role="group" aria-label="Your vote">
      {CHOICES.map(({ choice, name, key }) => (
        <button key={choice} type="button" class="button" onClick={() => vote(choice)}>
          <kbd>{key}</kbd> {name}
        </button>
      ))}
      <button type="button" class="button quiet-button" onClick={skip}>
        <kbd>s</kbd> Skip
      </button>
    </div>
  );
}

function Next({ reveal, onNext, onUndo }: { reveal: Reveal; onNext: () => void; onUndo: () => void }) {
  const said = { model_a: "A is better", model_b: "B is better", tie: "a tie" }[reveal.winner] ?? "both are bad";
  return (
    <div class="vote-bar" role="group" aria-label="After your vote">
      <p>
        You said: <b>{said}</b>
        {reveal.repeated ? " (before; it counts once)" : ""}
      </p>
      <button type="button" class="button" onClick={onUndo}>
        <kbd>u</kbd> Take back
      </button>
      <button type="button" class="button primary" onClick={onNext}>
        Next <kbd>↵</kbd>
      </button>
    </div>
  );
}

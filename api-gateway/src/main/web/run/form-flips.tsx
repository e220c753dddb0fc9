import { useState } from "preact/hooks";
import { get } from "../api/client";
import { asApiError, useResource } from "../api/resource";
import type { FormAnswer, FormFlip, FormFlipPage } from "../api/types";
import { link } from "../app/router";
import { score } from "../parts/format";
import { Failure, Waiting } from "../parts/notice";

type Props = { run: string; variant: string; model: string; metric: string; asPercent: boolean; onClose: () => void };

/** The samples that score otherwise in one form, each with links to both. */
export function FormFlips({ run, variant, model, metric, asPercent, onClose }: Props) {
  const path = `/runs/${run}/flips`;
  const query = { variant, model, metric, limit: "20" };
  const key = JSON.stringify(query);
  const first = useResource<FormFlipPage>(path, query);
  const [more, setMore] = useState<{ of: string; flips: FormFlip[]; next?: string }>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const later = more?.of === key ? more : undefined;
  const flips = [...(first.data?.flips ?? []), ...(later?.flips ?? [])];
  const next = later ? later.next : first.data?.next;

  const fetchMore = () => {
    setBusy(true);
    setProblem("");
    get<FormFlipPage>(path, { ...query, cursor: next })
      .then(
        (page) => setMore({ of: key, flips: [...(later?.flips ?? []), ...page.flips], next: page.next }),
        (cause: unknown) => setProblem(asApiError(cause).message),
      )
      .finally(() => setBusy(false));
  };

  return (
    <div class="form-flips" role="region" aria-label={`Flipped samples of ${model} under ${variant}`}>
      <p class="form-flips-head">
        <b>
          {model} under {variant}
        </b>
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </p>
      {first.error && !first.data ? <Failure error={first.error} retry={first.reload} /> : null}
      {!first.data && first.loading ? <Waiting label="Fetching the samples" rows={3} /> : null}
      {first.data && flips.length === 0 ? <p class="quiet small">No sample scores otherwise.</p> : null}
      {flips.length > 0 ? (
        <div class="variants-scroll" tabIndex={0} role="region" aria-label="Flipped samples">
          <table class="grid plain">
            <thead>
              <tr>
                <th>Item</th>
                <th>As is</th>
                <th>So</th>
                <th class="num">Difference</th>
              </tr>
            </thead>
            <tbody>
              {flips.map((flip) => (
                <tr key={flip.changed.task}>
                  <td>{flip.itemId}</td>
                  <td>
                    <Sample answer={flip.original} asPercent={asPercent} />
                  </td>
                  <td>
                    <Sample answer={flip.changed} asPercent={asPercent} />
                  </td>
                  <td class="num">
                    {flip.difference < 0 ? "−" : "+"}
                    {score(Math.abs(flip.difference), asPercent)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {next ? (
        <p class="more">
          <button type="button" class="button" onClick={fetchMore} disabled={busy}>
            {busy ? "Fetching …" : "Show more samples"}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Sample({ answer, asPercent }: { answer: FormAnswer; asPercent: boolean }) {
  const [run, ...place] = answer.task.split(".");
  const said = Object.values(answer.extracted).join(" | ");
  return (
    <>
      <a href={link(["runs", run!, "samples", place.join(".")])}>{place.join(".")}</a> {score(answer.score, asPercent)}
      {said ? <small>{said.length > 60 ? `${said.slice(0, 60)}…` : said}</small> : null}
    </>
  );
}

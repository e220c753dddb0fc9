import { LongText } from "./text";

type Judgement = { logprob: number; tokens: number; greedy?: boolean; skipped?: number; split?: boolean };
type Judgements = { likelihoods: number; options?: Judgement[]; text?: Judgement };

/** The likelihoods that an answer holds; null of any other answer. */
export function judgementsOf(answer: string | null | undefined): Judgements | null {
  if (!answer?.startsWith('{"likelihoods":1,')) return null;
  try {
    return JSON.parse(answer) as Judgements;
  } catch {
    return null;
  }
}

/** The likelihoods in short, also of an answer that was cut; null of any other answer. */
export function judgementsInShort(answer: string | null | undefined): string | null {
  if (!answer?.startsWith('{"likelihoods":1,')) return null;
  const alone = answer.indexOf('"unconditional"');
  const found = [...answer.slice(0, alone < 0 ? undefined : alone).matchAll(/"logprob":(-?[\d.]+(?:E-?\d+)?),/g)];
  return found.map((match) => Number(match[1]).toFixed(2)).join(", ");
}

/** How likely the model finds each choice, or the text: as natural logarithm and as share among the choices. */
export function Judged({ answer, judged, choices }: { answer: string; judged: Judgements; choices: string[] }) {
  const rows = judged.options ?? (judged.text ? [judged.text] : []);
  const best = Math.max(...rows.map((row) => row.logprob));
  const total = rows.reduce((sum, row) => sum + Math.exp(row.logprob - best), 0);
  const isChoice = judged.options != null && choices.length === rows.length;
  return (
    <>
      <table class="judged">
        <thead>
          <tr>
            <th scope="col">{isChoice ? "Choice" : "Text"}</th>
            <th scope="col">Log-likelihood</th>
            <th scope="col">Tokens</th>
            {isChoice ? <th scope="col">Share</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <td>
                {isChoice && row.logprob === best ? <mark>{choices[i]}</mark> : isChoice ? choices[i] : "the reference"}
                {row.split ? <span class="quiet small"> a token reaches into it</span> : null}
                {row.skipped ? <span class="quiet small"> without its first token</span> : null}
              </td>
              <td>{row.logprob.toFixed(3)}</td>
              <td>{row.tokens}</td>
              {isChoice ? <td>{((100 * Math.exp(row.logprob - best)) / total).toFixed(1)} %</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary class="quiet small">As stored</summary>
        <LongText text={answer} />
      </details>
    </>
  );
}

import type { SampleRow } from "../api/types";
import { ModelName, OutcomeBadge } from "../parts/badge";
import { exact, milliseconds, money } from "../parts/format";
import { judgementsInShort } from "./judged";
import { placeOf } from "./place";
import { ScoreMark } from "./score-mark";

type Props = { samples: SampleRow[]; models: string[]; at: number; open?: string; onOpen: (index: number) => void };

export function SampleTable({ samples, models, at, open, onOpen }: Props) {
  return (
    <table class="grid sample-table" role="table">
      <caption class="sr">Samples; Enter opens the chosen one</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">Item</th>
          <th role="columnheader">Model</th>
          <th role="columnheader">Outcome</th>
          <th role="columnheader">Answer</th>
          <th role="columnheader">Extracted</th>
          <th role="columnheader" class="num">
            Score
          </th>
          <th role="columnheader" class="num">
            Time
          </th>
          <th role="columnheader" class="num">
            Cost
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {samples.map((sample, i) => (
          <Row
            key={sample.task}
            sample={sample}
            hue={models.indexOf(sample.model)}
            focusable={i === at}
            open={placeOf(sample) === open}
            onOpen={() => onOpen(i)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { sample: SampleRow; hue: number; focusable: boolean; open: boolean; onOpen: () => void };

function Row({ sample, hue, focusable, open, onOpen }: RowProps) {
  const extracted = Object.values(sample.extracted ?? {});
  const answered = sample.outcome.toLowerCase() === "answered";
  return (
    <tr
      role="row"
      tabIndex={focusable ? 0 : -1}
      aria-current={open ? "true" : undefined}
      onClick={() => {
        if (!getSelection()?.toString()) onOpen();
      }}
    >
      <td role="cell" class="s-item">
        <span>{sample.itemId}</span>
        <small>
          {sample.category}
          {sample.repeat > 0 ? ` · repeat ${sample.repeat}` : ""}
          {sample.variant ? ` · ${sample.variant}` : ""}
        </small>
      </td>
      <td role="cell" class="s-model">
        <ModelName model={sample.model} index={Math.max(0, hue)} />
      </td>
      <td role="cell" class="s-outcome">
        <OutcomeBadge outcome={sample.outcome} failure={sample.failure} />
        {sample.attempts > 1 ? <small>{sample.attempts} attempts</small> : null}
      </td>
      <td role="cell" class="s-answer">
        <span class="clip">{judgementsInShort(sample.answer) ?? sample.answer ?? ""}</span>
      </td>
      <td role="cell" class="s-extracted">
        {extracted.map((text, i) => (
          <span key={i} class="clip">
            {text ?? <em>nothing</em>}
          </span>
        ))}
        {answered && extracted.length === 0 ? <em>nothing</em> : null}
      </td>
      <td role="cell" class="num s-score">
        {Object.entries(sample.scores ?? {}).map(([label, value]) => (
          <ScoreMark key={label} label={label} value={value} />
        ))}
      </td>
      <td role="cell" class="num s-time">{milliseconds(sample.totalMs)}</td>
      <td role="cell" class="num s-cost" title={exact(sample.cost)}>
        {money(sample.cost)}
      </td>
    </tr>
  );
}

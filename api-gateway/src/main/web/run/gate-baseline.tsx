import { useResource } from "../api/resource";
import type { RunPage, RunView } from "../api/types";
import { isFinal, moment } from "../parts/format";

type Props = { run: RunView; model: string; value: string; onChange: (side: string) => void };

/** What drops are measured against: another model of the run, or a model of another run on the same benchmark. */
export function Baseline({ run, model, value, onChange }: Props) {
  const { data } = useResource<RunPage>("/runs", { limit: "100" });
  const others = (data?.runs ?? []).filter(
    (other) => other.id !== run.id && isFinal(other.state) && other.benchmark.name === run.benchmark.name,
  );
  return (
    <label>
      Baseline
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">none, or the policy's own</option>
        {run.models.length > 1 ? (
          <optgroup label="This run">
            {run.models
              .filter((name) => name !== model)
              .map((name) => (
                <option key={name} value={`${run.id}:${name}`}>
                  {name}
                </option>
              ))}
          </optgroup>
        ) : null}
        {others.map((other) => (
          <optgroup key={other.id} label={`${other.name || other.id.slice(0, 8)}, ${moment(other.submittedAt)}`}>
            {other.models.map((name) => (
              <option key={name} value={`${other.id}:${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

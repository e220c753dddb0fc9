import type { SampleRow } from "../api/types";

/** A sample's place in its run, as addresses have it: model, item and repeat. */
export function placeOf(sample: SampleRow): string {
  return sample.task.split(".").slice(-3).join(".");
}

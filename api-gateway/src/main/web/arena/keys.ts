import { useEffect, useRef } from "preact/hooks";
import type { Choice } from "./types";

export const CHOICES: { choice: Choice; name: string; key: string; arrow: string }[] = [
  { choice: "a", name: "A is better", key: "1", arrow: "ArrowLeft" },
  { choice: "b", name: "B is better", key: "2", arrow: "ArrowRight" },
  { choice: "tie", name: "Tie", key: "3", arrow: "ArrowUp" },
  { choice: "both_bad", name: "Both bad", key: "4", arrow: "ArrowDown" },
];

type Orders = { vote: (choice: Choice) => void; skip: () => void; next: () => void; undo: () => void };

/**
 * 1 to 4 and the arrows vote, s skips, Enter goes on after a vote, u takes it back. Inside an answer the arrows scroll,
 * and typing in a field is never a command.
 */
export function useVoteKeys(orders: Orders) {
  const newest = useRef(orders);
  newest.current = orders;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return;
      const order = orderOf(event, newest.current);
      if (!order) return;
      event.preventDefault();
      order();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function orderOf(event: KeyboardEvent, orders: Orders): (() => void) | undefined {
  const within = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null;
  const chosen = CHOICES.find(({ key, arrow }) => event.key === key || (event.key === arrow && !within(".text")));
  if (chosen) return () => orders.vote(chosen.choice);
  switch (event.key) {
    case "s":
      return orders.skip;
    case "u":
      return orders.undo;
    case "Enter":
      return within("button, a") ? undefined : orders.next;
    default:
      return undefined;
  }
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}

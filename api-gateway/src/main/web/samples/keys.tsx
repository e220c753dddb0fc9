import { useEffect, useRef } from "preact/hooks";

type Orders = { next: () => void; previous: () => void; open: () => void; close: () => void };

/**
 * j and k walk the list from anywhere on the page, the arrow keys only from inside it (elsewhere they scroll). Typing in a
 * field is never a command.
 */
export function useKeys(orders: Orders, list: { current: HTMLElement | null }) {
  const newest = useRef(orders);
  newest.current = orders;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const inside = event.target instanceof Node && (list.current?.contains(event.target) ?? false);
      const order = orderOf(event, inside, newest.current);
      if (!order) return;
      event.preventDefault();
      order();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function orderOf(event: KeyboardEvent, inside: boolean, orders: Orders): (() => void) | undefined {
  switch (event.key) {
    case "j":
      return orders.next;
    case "k":
      return orders.previous;
    case "ArrowDown":
      return inside ? orders.next : undefined;
    case "ArrowUp":
      return inside ? orders.previous : undefined;
    case "Enter":
      return inside && event.target instanceof HTMLTableRowElement ? orders.open : undefined;
    case "Escape":
      return orders.close;
    case "/":
      return () => document.querySelector<HTMLElement>("input[type=search]")?.focus();
    default:
      return undefined;
  }
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}

export function KeyHelp() {
  return (
    <p class="key-help" aria-label="Keys: j and k walk the list, Enter opens, Escape closes, slash searches">
      <kbd>j</kbd>
      <kbd>k</kbd> walk <kbd>↵</kbd> open <kbd>Esc</kbd> close <kbd>/</kbd> search
    </p>
  );
}

import { useEffect, useState } from "preact/hooks";

export type Theme = "light" | "dark";
const KEY = "assay.theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");
const changed = new EventTarget();

export function theme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return system.matches ? "dark" : "light";
}

export function toggleTheme(): void {
  const next: Theme = theme() === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Not kept for the next visit; the choice still holds for this one.
  }
  changed.dispatchEvent(new Event("theme"));
}

/** The theme in force; renders again when the system or the reader changes it. */
export function useTheme(): Theme {
  const [now, setNow] = useState(theme());
  useEffect(() => {
    const update = () => setNow(theme());
    changed.addEventListener("theme", update);
    system.addEventListener("change", update);
    return () => {
      changed.removeEventListener("theme", update);
      system.removeEventListener("change", update);
    };
  }, []);
  return now;
}

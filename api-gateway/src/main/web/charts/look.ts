/** The page's colours and type, as a canvas needs them; read anew for every drawing, so that it follows the theme. */
export type Look = {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  raised: string;
  font: string;
  hues: string[];
  width: number;
};

export const HUES = 8;

export function lookOf(place: HTMLElement): Look {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"),
    quiet: read("--ink-3"),
    line: read("--line"),
    surface: read("--surface"),
    raised: read("--raised"),
    font: getComputedStyle(document.body).fontFamily,
    hues: Array.from({ length: HUES }, (_, i) => read(`--hue-${i}`)),
    width: place.clientWidth,
  };
}

export function hueOf(look: Look, index: number): string {
  return look.hues[index % HUES] ?? look.ink;
}

export function axisLabel(look: Look) {
  return { color: look.quiet, fontFamily: look.font, fontSize: 12 };
}

/** Drawn on the canvas, not as HTML: nothing that a model is called can become markup. */
export function tooltip(look: Look) {
  return {
    trigger: "item",
    renderMode: "richText",
    confine: true,
    backgroundColor: look.raised,
    borderColor: look.line,
    borderWidth: 1,
    padding: [8, 10],
    textStyle: { color: look.ink, fontFamily: look.font, fontSize: 12, lineHeight: 18 },
  };
}

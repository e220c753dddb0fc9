import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTheme } from "../app/theme";
import type * as Charts from "../charts/charts";
import { announce } from "../parts/announce";

type Props = {
  id: string;
  title: string;
  /** What the plot shows, for those who do not see it. */
  words: string;
  height: number;
  table: ComponentChildren;
  /** Said instead of an empty plot. */
  none?: string;
  legend?: ComponentChildren;
  option: (charts: typeof Charts, look: Charts.Look) => Charts.Option;
};

/** A plot with a table of the same figures behind a switch. The place is kept while the charts' code is on its way. */
export function PlotPanel({ id, title, words, height, table, none, legend, option }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section class="panel plot" aria-labelledby={`${id}-title`}>
      <div class="block-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <span class="grow" />
        {none ? null : (
          <div class="segments small" role="group" aria-label={`${title} as`}>
            <button type="button" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
              Plot
            </button>
            <button
              type="button"
              aria-pressed={asTable}
              onClick={() => {
                setAsTable(true);
                announce(`${title} as a table`);
              }}
            >
              Table
            </button>
          </div>
        )}
      </div>
      {none ? <p class="quiet plot-none">{none}</p> : null}
      {!none && asTable ? <div class="plot-table">{table}</div> : null}
      {!none && !asTable ? (
        <>
          {legend}
          <Plot words={words} height={height} option={option} />
        </>
      ) : null}
    </section>
  );
}

type PlotProps = Pick<Props, "words" | "height" | "option">;

function Plot({ words, height, option }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const [charts, setCharts] = useState<typeof Charts>();
  const [chart, setChart] = useState<Charts.Chart>();
  const [failed, setFailed] = useState(false);
  const theme = useTheme();

  useEffect(() => {
    import("../charts/charts").then(setCharts, () => setFailed(true));
  }, []);
  useEffect(() => {
    if (!charts || !place.current) return undefined;
    const mounted = charts.mount(place.current);
    setChart(mounted);
    return () => mounted.dispose();
  }, [charts]);
  useEffect(() => {
    if (charts && chart) chart.show((look) => option(charts, look));
  }, [charts, chart, theme, words, height]);

  return (
    <div class="plot-place" style={{ height: `${height}px` }} role="img" aria-label={words}>
      {failed ? <p class="quiet">The plot's code could not be fetched; the table has the same figures.</p> : null}
      <div ref={place} aria-hidden="true" />
    </div>
  );
}

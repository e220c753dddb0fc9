import { count, score } from "../parts/format";
import { scaleOf, tickText } from "../parts/scale";
import type { Drawn, Option, RenderItem } from "./echarts-types";
import { axisLabel, hueOf, tooltip, type Look } from "./look";

export type Dot = { model: string; hue: number; value: number; low: number; high: number; samples: number };
/** A category with one dot per model, in the run's order; undefined where a model has no score there. */
export type DotGroup = { name: string; dots: (Dot | undefined)[] };

type Input = { groups: DotGroup[]; models: number; asPercent: boolean };

const LINE = 15;

/** Categories from top to bottom, in each one line per model: its value and its interval. */
export function dots({ groups, models, asPercent }: Input, look: Look): Option {
  const rows = groups.flatMap((group, g) => group.dots.flatMap((dot, m) => (dot ? [{ dot, g, m, group: group.name }] : [])));
  const scale = scaleOf(rows.flatMap(({ dot }) => [dot.low, dot.high]), look.width < 420 ? 4 : 8);
  const unit = asPercent ? " %" : "";
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 20, top: 6, bottom: 6, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      ...tooltip(look),
      formatter: (hit: { dataIndex: number }) => {
        const row = rows[hit.dataIndex];
        if (!row) return "";
        const { dot } = row;
        return [
          `${row.group} · ${dot.model}`,
          `${score(dot.value, asPercent)}${unit}  (${score(dot.low, asPercent)} to ${score(dot.high, asPercent)})`,
          `${count(dot.samples)} samples`,
        ].join("\n");
      },
    },
    xAxis: {
      type: "value",
      position: "top",
      min: scale.min,
      max: scale.max,
      interval: scale.ticks.length > 1 ? scale.ticks[1]! - scale.ticks[0]! : undefined,
      axisLabel: { ...axisLabel(look), formatter: (v: number) => tickText(scale, Number(v.toFixed(6))) + unit },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: "category",
      data: groups.map((group) => group.name),
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...axisLabel(look),
        color: look.ink,
        fontSize: 13,
        lineHeight: 16,
        width: Math.min(180, look.width * 0.28),
        overflow: "break",
      },
      splitLine: { show: true, lineStyle: { color: look.line } },
    },
    series: [
      {
        type: "custom",
        data: rows.map(({ dot, g }) => [dot.value, g]),
        renderItem: ((params, api): Drawn => {
          const row = rows[params.dataIndex]!;
          const shift = (row.m - (models - 1) / 2) * LINE;
          const at = (value: number) => api.coord([value, row.g])[0]!;
          const y = api.coord([row.dot.value, row.g])[1]! + shift;
          return whisker(at(row.dot.low), at(row.dot.value), at(row.dot.high), y, hueOf(look, row.dot.hue), look.surface);
        }) as RenderItem,
      },
    ],
  };
}

function whisker(low: number, value: number, high: number, y: number, color: string, surface: string): Drawn {
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: "line" as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke: color, lineWidth: 1.5 },
  });
  return {
    type: "group",
    children: [
      // A wider, unseen target for the pointer.
      { type: "rect", shape: { x: low - 4, y: y - 7, width: high - low + 8, height: 14 }, style: { fill: "transparent" } },
      line(low, y, high, y),
      line(low, y - 3.5, low, y + 3.5),
      line(high, y - 3.5, high, y + 3.5),
      { type: "circle", shape: { cx: value, cy: y, r: 5 }, style: { fill: color, stroke: surface, lineWidth: 1.5 } },
    ],
  } as Drawn;
}

import { scaleOf, tickText } from "../parts/scale";
import { score } from "../parts/format";
import { axisLabel, hueOf, tooltip, type Look } from "./look";
import type { Drawn, Option, RenderItem } from "./echarts-types";
import { axisOf, frontier, labelWidth, placeLabels, type Label } from "./scatter-layout";

export type ScatterPoint = { model: string; hue: number; x: number; xHigh?: number; y: number; low: number; high: number };

type Input = {
  points: ScatterPoint[];
  lowerIsBetter: boolean;
  asPercent: boolean;
  yName: string;
  xName: string;
  xText: (x: number) => string;
};

/** Models as points with their intervals, and the line of those that no other beats in both directions. */
export function scatter(input: Input, look: Look): Option {
  const { points, xText } = input;
  const y = scaleOf(points.flatMap((p) => [p.low, p.high]), 5);
  const x = axisOf(points.flatMap((p) => (p.xHigh === undefined ? [p.x] : [p.x, p.xHigh])), look.width < 420 ? 4 : 5);
  const labels = placeLabels(points, x, y, look.width);
  const best = frontier(points, input.lowerIsBetter);
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 16, top: 30, bottom: 30, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { ...tooltip(look), formatter: (hit: { dataIndex: number }) => tipOf(points[hit.dataIndex], input) },
    xAxis: {
      type: "value",
      min: x.min,
      max: x.max,
      name: input.xName + (x.log ? " (logarithmic)" : ""),
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: axisLabel(look),
      axisLine: { show: true, onZero: false, lineStyle: { color: look.line } },
      axisTick: { show: true, customValues: x.ticks, lineStyle: { color: look.line } },
      axisLabel: { ...axisLabel(look), customValues: x.ticks, formatter: (v: number) => xText(x.back(v)), hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: y.min,
      max: y.max,
      interval: y.ticks.length > 1 ? y.ticks[1]! - y.ticks[0]! : undefined,
      name: input.yName,
      nameGap: 12,
      nameTextStyle: { ...axisLabel(look), align: "left" },
      axisLabel: { ...axisLabel(look), formatter: (v: number) => tickText(y, Number(v.toFixed(6))) },
      axisLine: { show: false, onZero: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [
      {
        type: "custom",
        data: best.length > 1 ? [0] : [],
        silent: true,
        z: 1,
        renderItem: ((_params, api): Drawn => ({
          type: "polyline",
          shape: { points: steps(best.map((p) => api.coord([x.to(p.x), p.y]))) },
          style: { stroke: look.quiet, lineDash: [2, 4], fill: "none", opacity: 0.7 },
        })) as RenderItem,
      },
      {
        type: "custom",
        data: points.map((p) => [x.to(p.x), p.y]),
        z: 2,
        renderItem: ((params, api): Drawn => {
          const i = params.dataIndex;
          return point(points[i]!, labels[i]!, (px, py) => api.coord([x.to(px), py]), look);
        }) as RenderItem,
      },
    ],
  };
}

function point(p: ScatterPoint, label: Label, at: (x: number, y: number) => number[], look: Look): Drawn {
  const [cx, cy] = at(p.x, p.y) as [number, number];
  const top = at(p.x, p.high)[1]!;
  const bottom = at(p.x, p.low)[1]!;
  const stroke = { stroke: hueOf(look, p.hue), lineWidth: 1.5 };
  const line = (x1: number, y1: number, x2: number, y2: number, opacity = 1) => ({
    type: "line" as const,
    shape: { x1, y1, x2, y2 },
    style: { ...stroke, opacity },
  });
  const far = p.xHigh === undefined ? [] : [line(cx, cy, at(p.xHigh, p.y)[0]!, cy, 0.35)];
  return {
    type: "group",
    children: [
      ...far,
      line(cx, top, cx, bottom),
      line(cx - 4, top, cx + 4, top),
      line(cx - 4, bottom, cx + 4, bottom),
      { type: "circle", shape: { cx, cy, r: 5.5 }, style: { fill: hueOf(look, p.hue), stroke: look.surface, lineWidth: 1.5 } },
      {
        type: "text",
        x: cx + label.dx,
        y: cy + label.dy,
        style: {
          text: p.model,
          fill: look.ink,
          font: `500 12px ${look.font}`,
          align: label.align,
          verticalAlign: "middle",
          stroke: look.surface,
          lineWidth: 3,
          width: labelWidth(look.width),
          overflow: "truncate",
        },
        silent: true,
      },
    ],
  } as Drawn;
}

/** To the right first, then up: between two points of the line, the better score costs the dearer one's price. */
function steps(points: number[][]): number[][] {
  return points.flatMap((p, i) => (i === 0 ? [p] : [[p[0]!, points[i - 1]![1]!], p]));
}

function tipOf(p: ScatterPoint | undefined, { xText, xName, asPercent }: Input): string {
  if (!p) return "";
  const unit = asPercent ? " %" : "";
  const x = p.xHigh === undefined ? xText(p.x) : `${xText(p.x)} to ${xText(p.xHigh)}`;
  return [
    p.model,
    `${score(p.y, asPercent)}${unit}  (${score(p.low, asPercent)} to ${score(p.high, asPercent)})`,
    `${xName.split(", ")[0]}: ${x}`,
  ].join("\n");
}

import { CustomChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Option } from "./echarts-types";
import { lookOf, type Look } from "./look";

/* Everything that needs ECharts; loaded when the first plot is shown. Only the parts in use are in the bundle. */
use([CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { dots } from "./dots";
export { scatter } from "./scatter";
export type { Look, Option };

export type Chart = { show: (option: (look: Look) => Option) => void; dispose: () => void };

/** A chart that fills its place and is drawn anew when the place changes its width. */
export function mount(place: HTMLElement): Chart {
  const chart = init(place, null, { renderer: "canvas" });
  let last: ((look: Look) => Option) | undefined;
  const draw = () => {
    if (last) chart.setOption(last(lookOf(place)), { notMerge: true });
  };
  const sizes = new ResizeObserver(() => {
    chart.resize();
    draw();
  });
  sizes.observe(place);
  return {
    show(option) {
      last = option;
      draw();
    },
    dispose() {
      sizes.disconnect();
      chart.dispose();
    },
  };
}

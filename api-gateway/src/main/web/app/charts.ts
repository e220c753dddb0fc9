import { init, use } from "echarts/core";
import { CustomChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
use([CustomChart, ScatterChart, AriaComponent, GridComponent, TooltipComponent, CanvasRenderer]);
export function draw(el: HTMLElement) { init(el).setOption({ series: [{ type: "scatter" }] }); }

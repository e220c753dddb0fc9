import type { CustomSeriesRenderItem, CustomSeriesRenderItemReturn } from "echarts";
import type { EChartsCoreOption } from "echarts/core";

export type Option = EChartsCoreOption;
export type RenderItem = CustomSeriesRenderItem;
export type Drawn = CustomSeriesRenderItemReturn;

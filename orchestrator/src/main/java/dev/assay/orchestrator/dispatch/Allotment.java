package dev.assay.orchestrator.dispatch;

/** How many tasks of a lane go now, at least 1. */
public record Allotment(Demand demand, int count) {}

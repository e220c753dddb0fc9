package dev.assay.contracts.event;

import dev.assay.contracts.run.LikelihoodSpec;

/**
 * How a task's texts are judged.
 *
 * @param spec which texts
 * @param probe whether the call also has to find out that the provider really judges texts: the first one of a model
 */
public record LikelihoodTask(LikelihoodSpec spec, boolean probe) {}

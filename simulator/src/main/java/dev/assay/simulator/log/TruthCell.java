package dev.assay.simulator.log;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one model's answers to one category of a run.
 *
 * @param model the model
 * @param category the category, null for items without one
 * @param samples distinct tasks that got an answer and whose reference was given
 * @param correct those of them whose first answer was right
 */
public record TruthCell(String model, @Nullable String category, long samples, long correct) {}

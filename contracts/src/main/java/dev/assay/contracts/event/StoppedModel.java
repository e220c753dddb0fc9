package dev.assay.contracts.event;

import dev.assay.contracts.id.ModelId;

/**
 * A model about which all questions have their answers.
 *
 * @param items how many items, the first ones of the seeded order, the last of the answers rests on; the model's results
 *     are those of these items
 * @param missing samples of these items that the model neither answered nor refused
 */
public record StoppedModel(ModelId model, int items, long missing) {}

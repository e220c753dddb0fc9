/**
 * What a run will cost, before it is launched: tokens of sampled prompts, expected tokens of answers, prices.
 *  Tokens of prompts are counted with the model's own tokenizer where its name tells which that is, else with the
 *  characters per token that its past calls had, else with four. Tokens of answers come from past calls of the same
 *  model on the same benchmark, else from the limit that the run sets. Every figure says what it rests on.
 *  The calculation is pure; what is known of past calls is read from the ledger's sums.
 */
@NullMarked
package dev.assay.cost.estimate;

import org.jspecify.annotations.NullMarked;

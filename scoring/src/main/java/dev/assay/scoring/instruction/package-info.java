/**
 * Instructions that a program can check: IFEval.
 *
 * <p>An item holds instructions such as "at least three paragraphs"; {@link dev.assay.scoring.instruction.InstructionSet}
 * reads them from the item's reference, the {@link dev.assay.scoring.instruction.InstructionLibrary} makes a check of each,
 * and {@link dev.assay.scoring.instruction.InstructionReport} says which a response follows, strictly and loosely.
 * {@link dev.assay.scoring.instruction.InstructionAccuracy} sums up; {@code InstructionMetrics} registers what users name.
 */
@NullMarked
package dev.assay.scoring.instruction;

import org.jspecify.annotations.NullMarked;

/**
 * Which language a text is written in.
 *
 * <p>{@link dev.assay.scoring.language.LanguageDetector} looks at the script first, which tells most languages alone. Those
 * that share one, such as all with Latin letters, are told by their short runs of letters: {@code LetterRuns} counts those
 * of the sentences in {@code samples.txt}, which were written for this purpose. Text of some words is told well; a single
 * word is a guess.
 */
@NullMarked
package dev.assay.scoring.language;

import org.jspecify.annotations.NullMarked;

/**
 * Where English sentences and words end.
 *
 * <p>{@link dev.assay.scoring.sentence.SentenceSplitter} is the Punkt algorithm: a full stop ends a sentence unless it
 * belongs to an abbreviation, an initial or a number, which {@link dev.assay.scoring.sentence.PunktParameters} say; ours are
 * built in, trained ones can be read from a file. {@link dev.assay.scoring.sentence.WordTokenizer} finds words as NLTK does,
 * and {@link dev.assay.scoring.sentence.RuleSentences} splits by the rules that IFEval has for key sentences.
 */
@NullMarked
package dev.assay.scoring.sentence;

import org.jspecify.annotations.NullMarked;

/**
 * The synonyms of WordNet 3.0 for METEOR, as an optional module since its data are large.
 *
 * <p>{@link dev.assay.wordnet.WordNet} reads the dictionary's own files, which a Maven artifact holds, and finds the base
 * forms of words by WordNet's rules. Nothing is unpacked or parsed ahead: a word is sought by bisection.
 */
@NullMarked
package dev.assay.wordnet;

import org.jspecify.annotations.NullMarked;

package dev.assay.scoring.contamination;

/**
 * How much of an item a document holds.
 *
 * @param item its id
 * @param document the id of the document that holds most of it; the first one, if several hold as much
 * @param share of the item's words that stand in runs which the document has too, or the estimated similarity: from 0 to 1
 * @param from the place of the item's first word that was found, counted in words from 0
 * @param to the place after the last one
 */
public record Finding(String item, String document, double share, int from, int to) {

    public Finding {
        if (!(share >= 0 && share <= 1) || from < 0 || to < from) {
            throw new IllegalArgumentException("no finding: %s from %d to %d".formatted(share, from, to));
        }
    }
}

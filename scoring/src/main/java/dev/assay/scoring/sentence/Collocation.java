package dev.assay.scoring.sentence;

/**
 * Two words that often stand next to each other, the first with a full stop that ends no sentence, such as "s." and "bach".
 *
 * @param first in lower case without its full stop
 * @param second in lower case
 */
public record Collocation(String first, String second) {}

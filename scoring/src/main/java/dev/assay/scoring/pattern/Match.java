package dev.assay.scoring.pattern;

import java.util.List;
import java.util.Optional;

/**
 * A match of a pattern in a text.
 *
 * @param start in UTF-16 units, as {@link String#substring} counts
 * @param end after the last unit
 * @param groups by number: the whole match, then each capture group; empty where a group took no part
 */
public record Match(int start, int end, List<Optional<String>> groups) {

    public Match {
        groups = List.copyOf(groups);
    }

    /** The matched text. */
    public String text() {
        return groups.getFirst().orElseThrow();
    }

    /**
     * What an extraction from this match is, by the field's convention: the whole match if the pattern has no groups,
     * else the first group that is not empty.
     *
     * @return empty if all groups are
     */
    public Optional<String> answer() {
        if (groups.size() == 1) {
            return groups.getFirst();
        }
        return groups.stream()
                .skip(1)
                .flatMap(Optional::stream)
                .filter(group -> !group.isEmpty())
                .findFirst();
    }
}

package dev.assay.scoring.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Translated segments with their references; at least one segment.
 *
 * @param segments in the order in which they were translated
 */
public record Corpus(List<Segment> segments) {

    /**
     * A translated segment.
     *
     * @param hypothesis the translation to be judged
     * @param references right translations
     */
    public record Segment(String hypothesis, List<String> references) {
        public Segment {
            references = List.copyOf(references);
        }
    }

    public Corpus {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a corpus has at least one segment");
        }
    }

    /**
     * A corpus from streams, as translation files hold it.
     *
     * @param streams each as long as the hypotheses; null where a segment has fewer references than others
     * @throws IllegalArgumentException if the lengths differ: what belongs together would be a guess
     */
    public static Corpus ofStreams(List<String> hypotheses, List<? extends List<? extends @Nullable String>> streams) {
        List<Segment> segments = new ArrayList<>(hypotheses.size());
        for (List<? extends @Nullable String> stream : streams) {
            if (stream.size() != hypotheses.size()) {
                throw new IllegalArgumentException(
                        "%d hypotheses, but %d references in a stream".formatted(hypotheses.size(), stream.size()));
            }
        }
        for (int i = 0; i < hypotheses.size(); i++) {
            List<String> references = new ArrayList<>();
            for (List<? extends @Nullable String> stream : streams) {
                String reference = stream.get(i);
                if (reference != null) {
                    references.add(reference);
                }
            }
            segments.add(new Segment(Objects.requireNonNull(hypotheses.get(i)), references));
        }
        return new Corpus(segments);
    }

    /** How many references its segments have. */
    public References references() {
        int first = segments.getFirst().references().size();
        boolean same =
                segments.stream().allMatch(segment -> segment.references().size() == first);
        return same ? References.of(first) : References.variable();
    }
}

package dev.assay.scoring.definition;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A definition that cannot be used, with its place, the reason, and the nearest name that would have been known. */
public final class DefinitionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final @Nullable String nearest;

    private DefinitionException(String path, String problem, @Nullable String nearest) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
        this.nearest = nearest;
    }

    /** A value that is wrong for the reason given. */
    public static DefinitionException at(String path, String problem) {
        return new DefinitionException(path, problem, null);
    }

    /**
     * A name that nobody knows.
     *
     * @param kind what the name should be of, such as "metric"
     * @param known all names that would do; not empty
     */
    public static DefinitionException unknown(String path, String kind, String name, Collection<String> known) {
        String nearest = NearestName.to(name, known);
        return new DefinitionException(
                path,
                "unknown %s '%s'; did you mean '%s'? Known: %s"
                        .formatted(kind, name, nearest, String.join(", ", known)),
                nearest);
    }

    /** The place in the definition, such as {@code metrics[1].tolerance}; empty for the whole. */
    public String path() {
        return path;
    }

    /** What is wrong there, for people. */
    public String problem() {
        return problem;
    }

    /** The known name that is closest to an unknown one; empty if the problem is another. */
    public Optional<String> nearest() {
        return Optional.ofNullable(nearest);
    }
}

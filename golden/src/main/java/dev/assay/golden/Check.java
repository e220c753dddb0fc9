package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks the cases of a file. */
final class Check {

    private Check() {}

    /**
     * What came out.
     *
     * @param cases how many there are
     * @param failures those that do not agree, in the file's order
     */
    record Verdict(int cases, List<Failure> failures) {
        Verdict {
            failures = List.copyOf(failures);
        }

        int passed() {
            return cases - failures.size();
        }

        /** How many cases failed for want of a data file, by its path. */
        SortedMap<String, Integer> missing() {
            SortedMap<String, Integer> missing = new TreeMap<>();
            failures.forEach(failure -> failure.missing().ifPresent(path -> missing.merge(path, 1, Integer::sum)));
            return missing;
        }
    }

    /**
     * A case that does not agree.
     *
     * @param difference the first place that differs
     * @param missing the data file without which nothing could be computed
     */
    record Failure(String id, String difference, Optional<String> missing) {}

    static Verdict of(GoldenFile file, Adapter adapter) {
        List<Failure> failures = new ArrayList<>();
        file.cases().forEach(golden -> failure(golden, adapter).ifPresent(failures::add));
        return new Verdict(file.cases().size(), failures);
    }

    // A fault in one case must not hide the verdict on all others, so it is reported as that case's failure.
    private static Optional<Failure> failure(JsonNode golden, Adapter adapter) {
        String id = golden.get("id").asText();
        try {
            return Agreement.difference(golden.get("expected"), adapter.compute(golden), Tolerance.of(golden))
                    .map(difference -> new Failure(id, difference, Optional.empty()));
        } catch (SharedFiles.Missing e) {
            return Optional.of(new Failure(id, String.valueOf(e.getMessage()), Optional.of(e.path())));
        } catch (RuntimeException e) {
            return Optional.of(new Failure(id, "fails with " + e, Optional.empty()));
        }
    }
}

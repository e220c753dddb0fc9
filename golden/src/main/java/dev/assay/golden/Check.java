package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    }

    /**
     * A case that does not agree.
     *
     * @param difference the first place that differs
     */
    record Failure(String id, String difference) {}

    static Verdict of(GoldenFile file, Adapter adapter) {
        List<Failure> failures = new ArrayList<>();
        for (JsonNode golden : file.cases()) {
            difference(golden, adapter)
                    .ifPresent(d -> failures.add(new Failure(golden.get("id").asText(), d)));
        }
        return new Verdict(file.cases().size(), failures);
    }

    // A fault in one case must not hide the verdict on all others, so it is reported as that case's failure.
    private static Optional<String> difference(JsonNode golden, Adapter adapter) {
        try {
            return Agreement.difference(golden.get("expected"), adapter.compute(golden), Tolerance.of(golden));
        } catch (RuntimeException e) {
            return Optional.of("fails with " + e);
        }
    }
}

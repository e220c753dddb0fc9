package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Which fields of items say who is in them, so that scores are told for each of their values.
 *
 * @param fields names of fields, each once, at least one
 * @param positive labels that count as the positive one, where answers are labels; empty: rates of them are not compared
 */
public record SubgroupSpec(
        List<String> fields,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> positive) {

    public SubgroupSpec {
        fields = List.copyOf(fields);
        positive = positive == null ? List.of() : List.copyOf(positive);
        if (fields.isEmpty() || fields.stream().distinct().count() != fields.size()) {
            throw new IllegalArgumentException("subgroups are named by at least one field, each once");
        }
    }
}

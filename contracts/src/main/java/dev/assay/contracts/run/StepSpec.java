package dev.assay.contracts.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One step of an extraction pipeline: a filter's name and its parameters (YAML scalars and lists). */
public record StepSpec(String filter, Map<String, Object> parameters) {

    public StepSpec {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}

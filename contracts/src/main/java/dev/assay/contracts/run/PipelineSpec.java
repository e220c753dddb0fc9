package dev.assay.contracts.run;

import java.util.List;

/** A named extraction pipeline. Several may look at the same answer, such as a strict and a flexible one. */
public record PipelineSpec(String name, List<StepSpec> steps) {

    public PipelineSpec {
        steps = List.copyOf(steps);
    }
}

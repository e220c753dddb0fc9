package dev.assay.orchestrator.run;

import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.run.RunDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** Says why a run asked fewer items than it has. */
final class EarlyEnd {

    private EarlyEnd() {}

    static String reason(RunDefinition run, List<StoppedModel> stopped) {
        List<Integer> items =
                stopped.stream().map(StoppedModel::items).distinct().toList();
        boolean all = stopped.size() == run.models().size() && items.size() == 1;
        String enough = all
                ? items.getFirst().toString()
                : stopped.stream().map(end -> end.model() + " " + end.items()).collect(Collectors.joining(", "));
        return "The question is answered. Items that were enough, of " + run.items() + ": " + enough + ".";
    }
}

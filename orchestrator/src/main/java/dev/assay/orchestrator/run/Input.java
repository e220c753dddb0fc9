package dev.assay.orchestrator.run;

import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.event.WorkerHeartbeat;

/** Something that the orchestration is told. */
public sealed interface Input {

    record Command(RunCommand command) implements Input {}

    record Task(TaskEvent event) implements Input {}

    record Score(ScoreEvent event) implements Input {}

    record Cost(ChargeEvent event) implements Input {}

    record Judge(JudgeEvent event) implements Input {}

    record Heartbeat(WorkerHeartbeat heartbeat) implements Input {}
}

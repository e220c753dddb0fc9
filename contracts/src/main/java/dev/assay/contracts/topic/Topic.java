package dev.assay.contracts.topic;

import java.time.Duration;

/**
 * Every topic of Assay. A breaking change of its records is a new topic with the next version, never an edit. A record's
 * value is one event, a JSON object; on a topic that is {@link #packed}, it may also be a JSON array of events.
 */
public enum Topic {
    /** Run id → submit, pause, resume, cancel, rescore; from the gateway to the orchestrator. */
    RUN_COMMANDS("run-commands.v1", 1, Duration.ofDays(7), false),
    /** Run id → what became of runs; from the orchestrator to all others. */
    RUN_EVENTS("run-events.v1", 1, Duration.ofDays(7), false),
    /** Dataset hash → chunks of items; from the gateway to the orchestrator. */
    DATASETS("datasets.v1", 1, Duration.ofDays(7), false),
    /** Task id → what a worker has to do; from the orchestrator. Kept short. */
    PROMPT_TASKS("prompt-tasks.v1", 12, Duration.ofDays(1), false),
    /** Pool id → accepted, settled, released; from the workers to the orchestrator. Packed. */
    TASK_EVENTS("task-events.v1", 4, Duration.ofDays(1), false),
    /** Task id → full answers; from the workers to scorer, cost service and gateway. Packed. */
    OUTCOMES("outcomes.v1", 4, Duration.ofDays(7), false),
    /** Run id → sample scores and aggregates; from the scorer to gateway and orchestrator. */
    SCORES("scores.v1", 2, Duration.ofDays(7), false),
    /** Run id → priced calls; from the cost service to gateway and orchestrator. */
    CHARGES("charges.v1", 2, Duration.ofDays(7), false),
    /** Run id → answers that a judge is to be asked about; from the scorer to the orchestrator. */
    JUDGE_REQUESTS("judge-requests.v1", 1, Duration.ofDays(7), false),

    /** Object key → its latest state; compacted. */
    CONTROL("control.v1", 1, Duration.ofDays(7), true),
    /** Worker id → that it lives and how many slots it has; from the workers to the orchestrator. */
    WORKER_HEARTBEATS("worker-heartbeats.v1", 1, Duration.ofHours(1), false),
    /** Original key → a record that could not be handled, for an operator to look at and to replay. */
    DEAD_LETTERS("dead-letters.v1", 1, Duration.ofDays(30), false);

    private final String topicName;
    private final int partitions;
    private final Duration retention;
    private final boolean compacted;

    Topic(String topicName, int partitions, Duration retention, boolean compacted) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** How long records are kept; of a compacted topic, how long those that were replaced. */
    public Duration retention() {
        return retention;
    }

    public boolean compacted() {
        return compacted;
    }

    /**
     * Whether several events may travel in one record, as a JSON array in the order in which they were said. Each of
     * them belongs to the partition of its own key; the record's key is that of the first. They have one offset, so who
     * remembers offsets takes all of them or none.
     */
    public boolean packed() {
        return this == TASK_EVENTS || this == OUTCOMES;
    }
}

package dev.assay.contracts.id;

/** Makes new ids. Passed in wherever ids are made, so that a test can fix them. Thread-safe. */
public interface IdSource {

    /** A ULID in lower case; later calls on one source give greater ones. */
    String next();

    default RunId nextRun() {
        return new RunId(next());
    }

    default CallId nextCall() {
        return new CallId(next());
    }

    default EventId nextEvent() {
        return new EventId(next());
    }
}

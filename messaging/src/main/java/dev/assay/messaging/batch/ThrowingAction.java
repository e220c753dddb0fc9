package dev.assay.messaging.batch;

/** Something that stores or publishes and may be repeated. */
@FunctionalInterface
public interface ThrowingAction {

    void run() throws Exception;
}

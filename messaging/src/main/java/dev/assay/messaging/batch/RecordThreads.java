package dev.assay.messaging.batch;

/**
 * The threads on which services take what has come in: a pool of their own. Where calls to providers are made in the
 * same process, they come first: nothing is lost if an outcome is stored later, but a call that waits for a core is
 * measured as slower than it was. A JVM that was not told to heed priorities takes no notice.
 */
public final class RecordThreads {

    /** The pool's name, for {@code @Blocking}. */
    public static final String POOL = "records";

    private RecordThreads() {}

    /** Lowers the priority of this thread, for good. */
    static void giveWay() {
        Thread thread = Thread.currentThread();
        if (thread.getPriority() != Thread.MIN_PRIORITY) {
            thread.setPriority(Thread.MIN_PRIORITY);
        }
    }
}

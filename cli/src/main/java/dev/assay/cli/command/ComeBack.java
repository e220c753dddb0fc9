package dev.assay.cli.command;

import java.io.PrintStream;

/** Says on Ctrl-C that the run goes on, and how to come back to it. */
record ComeBack(Thread hook) {

    static ComeBack announce(PrintStream err, String run) {
        Thread hook = new Thread(() -> {
            err.println();
            err.println(
                    "The run goes on. See it by './assay report " + run + "', end it by './assay cancel " + run + "'.");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new ComeBack(hook);
    }

    /** Nothing is waited for any more. At the very moment of a Ctrl-C it is too late, and what is said still holds. */
    void withdraw() {
        if (hook.getState() == Thread.State.NEW) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

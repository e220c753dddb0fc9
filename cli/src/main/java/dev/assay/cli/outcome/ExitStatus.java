package dev.assay.cli.outcome;

/** What a command's end means to the script that called it. The numbers are part of the interface: docs/cli.md. */
public final class ExitStatus {

    /** Done; of a run that was waited for: COMPLETE. */
    public static final int OK = 0;
    /** The server refused, or something broke. */
    public static final int ERROR = 1;
    /** What was given is wrong: options, a file, a name. Nothing was made of it. */
    public static final int BAD_INPUT = 2;
    /** The run ended PARTIAL or CANCELLED. */
    public static final int PARTIAL = 3;
    /** The run FAILED. */
    public static final int FAILED = 4;
    /** There is no server, or it does not answer. */
    public static final int UNREACHABLE = 5;

    private ExitStatus() {}

    /** The status for a run that ended in this state. */
    public static int ofRun(String state) {
        return switch (state) {
            case "COMPLETE" -> OK;
            case "PARTIAL", "CANCELLED" -> PARTIAL;
            case "FAILED" -> FAILED;
            default -> ERROR;
        };
    }
}

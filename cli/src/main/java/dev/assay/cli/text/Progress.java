package dev.assay.cli.text;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Shows how something goes on. Used by one thread. */
public final class Progress {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final int WIDTH = 110;

    private final PrintStream out;
    private final boolean terminal;
    private boolean open;
    private long shownAt;
    private @Nullable String shown;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows the text as it now is; {@code nanos} is the time on a monotonic clock. */
    public void update(String text, long nanos) {
        if (terminal) {
            out.print("\r\u001b[2K" + Shown.cut(text, WIDTH));
            out.flush();
            open = true;
        } else if (!text.equals(shown) && (shown == null || nanos - shownAt >= QUIET_NANOS)) {
            out.println(text);
            shownAt = nanos;
            shown = text;
        }
    }

    /** Shows the last text, whenever the one before was shown, and ends the line. */
    public void end(String text) {
        if (terminal) {
            out.println("\r\u001b[2K" + text);
        } else if (!text.equals(shown)) {
            out.println(text);
        }
        open = false;
        shown = text;
    }

    /** Ends a line that is being rewritten, so that something else can be printed. */
    public void leave() {
        if (open) {
            out.println();
            open = false;
        }
    }
}

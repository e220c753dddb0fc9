package dev.assay.simulator.log;

import dev.assay.simulator.answer.Truth;
import java.io.IOException;
import java.nio.file.Path;

/** A process that notes calls until it is killed, and tells of each when the log has it. */
public final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        try (CallLog log = CallLog.in(Path.of(arguments[0]))) {
            for (int item = 0; ; item++) {
                CallEntry entry =
                        new CallEntry("run", "run.0." + item + ".0", "c" + item, 1, "m", "c", Truth.RIGHT, 5, 3);
                if (item % 2 == 0) {
                    log.receivedAndAnswered(entry, 1_000_000 + item);
                } else {
                    log.received(entry, 1_000_000 + item);
                }
                System.out.println(item);
            }
        }
    }
}

package dev.assay.simulator.chat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects a request's body up to a size, on the event loop of its connection. A body in one part is not copied. */
public final class BodyReader {

    private final int mostBytes;
    private final Consumer<byte[]> whole;
    private final Runnable tooLarge;
    private @Nullable Buffer parts;
    private boolean copied;
    private boolean refused;

    private BodyReader(int mostBytes, Consumer<byte[]> whole, Runnable tooLarge) {
        this.mostBytes = mostBytes;
        this.whole = whole;
        this.tooLarge = tooLarge;
    }

    /** Calls one of the two once, or none if the caller goes away before the body's end. */
    public static void read(HttpServerRequest request, int mostBytes, Consumer<byte[]> whole, Runnable tooLarge) {
        BodyReader reader = new BodyReader(mostBytes, whole, tooLarge);
        request.handler(reader::part).endHandler(end -> reader.end());
    }

    private void part(Buffer part) {
        if (refused) {
            return;
        }
        if ((parts == null ? 0 : parts.length()) + part.length() > mostBytes) {
            refused = true;
            parts = null;
            tooLarge.run();
        } else {
            append(part);
        }
    }

    private void append(Buffer part) {
        if (parts == null) {
            parts = part;
        } else if (copied) {
            parts.appendBuffer(part);
        } else {
            parts = Buffer.buffer(parts.length() + part.length())
                    .appendBuffer(parts)
                    .appendBuffer(part);
            copied = true;
        }
    }

    private void end() {
        if (!refused) {
            whole.accept(parts == null ? new byte[0] : parts.getBytes());
        }
    }
}

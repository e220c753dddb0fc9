package dev.assay.simulator.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.simulator.answer.Truth;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into records of bytes and back. A record is the length of its body (2 bytes), the body's CRC-32C (4) and
 * the body, whose first byte is its kind. Runs, models and categories are written once, as records of their own, and
 * named by number from then on; so one codec must see all records of a file in turn. Not thread-safe.
 */
final class EventCodec {

    /** The most bytes that one event with its new names can take. */
    static final int MAX_EVENT_BYTES = 8 * 1024;

    private static final int HEADER_BYTES = 6;
    private static final byte NAME = 1;
    private static final byte RECEIVED = 2;
    private static final byte REFUSED = 3;
    private static final byte ANSWERED = 4;
    private static final byte ABORTED = 5;
    private static final byte UNDELIVERED = 6;
    private static final int NO_NAME = -1;
    private static final Truth[] TRUTHS = Truth.values();

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final CRC32C checksum = new CRC32C();

    /** Appends an event's records; at least {@link #MAX_EVENT_BYTES} must remain. */
    void write(LogEvent event, ByteBuffer out) {
        switch (event) {
            case LogEvent.Received received -> {
                defineNames(received.entry(), out);
                int start = begin(out, RECEIVED, received.atMicros());
                end(out, start, received.entry());
            }
            case LogEvent.Refused refused -> {
                defineNames(refused.entry(), out);
                int start = begin(out, REFUSED, refused.atMicros());
                out.putShort((short) refused.status());
                end(out, start, refused.entry());
            }
            case LogEvent.Answered answered -> {
                int start = begin(out, ANSWERED, answered.atMicros());
                out.putLong(answered.call());
                end(out, start);
            }
            case LogEvent.Aborted aborted -> {
                int start = begin(out, ABORTED, aborted.atMicros());
                out.putLong(aborted.call());
                end(out, start);
            }
            case LogEvent.Undelivered undelivered -> {
                defineNames(undelivered.entry(), out);
                int start = begin(out, UNDELIVERED, undelivered.atMicros());
                out.putLong(undelivered.call());
                end(out, start, undelivered.entry());
            }
        }
    }

    /**
     * Reads the next event, definitions of names before it included.
     *
     * @return empty, with the position unmoved since the last whole record, if what is left is no whole and sound record
     */
    Optional<LogEvent> read(ByteBuffer in) {
        while (true) {
            ByteBuffer body = nextBody(in);
            if (body == null) {
                return Optional.empty();
            }
            LogEvent event;
            try {
                event = event(body);
            } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
            in.position(in.position() + HEADER_BYTES + body.limit());
            if (event != null) {
                return Optional.of(event);
            }
        }
    }

    private @Nullable ByteBuffer nextBody(ByteBuffer in) {
        if (in.remaining() < HEADER_BYTES) {
            return null;
        }
        int length = Short.toUnsignedInt(in.getShort(in.position()));
        if (length == 0 || in.remaining() < HEADER_BYTES + length) {
            return null;
        }
        ByteBuffer body = in.slice(in.position() + HEADER_BYTES, length);
        return checksum(body) == in.getInt(in.position() + 2) ? body : null;
    }

    /** The event of a body, or null if the body defined a name. */
    private @Nullable LogEvent event(ByteBuffer body) {
        byte kind = body.get();
        if (kind == NAME) {
            define(UTF_8.decode(body).toString());
            return null;
        }
        long at = body.getLong();
        return switch (kind) {
            case RECEIVED -> new LogEvent.Received(entry(body), at);
            case REFUSED -> {
                int status = body.getShort();
                yield new LogEvent.Refused(entry(body), status, at);
            }
            case ANSWERED -> new LogEvent.Answered(body.getLong(), at);
            case ABORTED -> new LogEvent.Aborted(body.getLong(), at);
            case UNDELIVERED -> {
                long call = body.getLong();
                yield new LogEvent.Undelivered(call, entry(body), at);
            }
            default -> throw new IndexOutOfBoundsException("no kind of record: " + kind);
        };
    }

    private CallEntry entry(ByteBuffer body) {
        String run = names.get(body.getInt());
        String model = names.get(body.getInt());
        int category = body.getInt();
        Truth truth = TRUTHS[body.get()];
        int attempt = body.getInt();
        int input = body.getInt();
        int output = body.getInt();
        String call = text(body);
        String task = text(body);
        return new CallEntry(
                run,
                task,
                call,
                attempt,
                model,
                category == NO_NAME ? null : names.get(category),
                truth,
                input,
                output);
    }

    private void defineNames(CallEntry entry, ByteBuffer out) {
        defineName(entry.run(), out);
        defineName(entry.model(), out);
        if (entry.category() != null) {
            defineName(entry.category(), out);
        }
    }

    private void defineName(String name, ByteBuffer out) {
        if (numbers.containsKey(name)) {
            return;
        }
        define(name);
        int start = out.position();
        out.position(start + HEADER_BYTES).put(NAME).put(name.getBytes(UTF_8));
        end(out, start);
    }

    private void define(String name) {
        numbers.put(name, names.size());
        names.add(name);
    }

    private static int begin(ByteBuffer out, byte kind, long atMicros) {
        int start = out.position();
        out.position(start + HEADER_BYTES).put(kind).putLong(atMicros);
        return start;
    }

    private void end(ByteBuffer out, int start, CallEntry entry) {
        out.putInt(number(entry.run()));
        out.putInt(number(entry.model()));
        out.putInt(entry.category() == null ? NO_NAME : number(entry.category()));
        out.put((byte) entry.truth().ordinal());
        out.putInt(entry.attempt());
        out.putInt(entry.inputTokens());
        out.putInt(entry.outputTokens());
        text(entry.call(), out);
        text(entry.task(), out);
        end(out, start);
    }

    private void end(ByteBuffer out, int start) {
        int length = out.position() - start - HEADER_BYTES;
        out.putShort(start, (short) length);
        out.putInt(start + 2, checksum(out.slice(start + HEADER_BYTES, length)));
    }

    private int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("the name was not defined");
        }
        return number;
    }

    private int checksum(ByteBuffer body) {
        checksum.reset();
        checksum.update(body.duplicate());
        return (int) checksum.getValue();
    }

    private static void text(String text, ByteBuffer out) {
        byte[] bytes = text.getBytes(UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer body) {
        byte[] bytes = new byte[body.getShort()];
        body.get(bytes);
        return new String(bytes, UTF_8);
    }
}

package dev.assay.messaging.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** How written events share records: in their order, as many as the limit allows. Pure. */
public final class Packing {

    /** Of a record that holds several events. What a record costs is small beside this, and a consumer holds hundreds. */
    public static final int MAX_BYTES = 32 * 1024;

    private Packing() {}

    /**
     * The events of each record. One that is larger than the limit has a record of its own.
     *
     * @param length of an event, in bytes
     */
    public static <E> List<List<E>> records(List<E> events, ToIntFunction<E> length) {
        List<List<E>> records = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < events.size(); i++) {
            int more = length.applyAsInt(events.get(i)) + 1;
            if (i > from && bytes + more >= MAX_BYTES) {
                records.add(events.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < events.size()) {
            records.add(events.subList(from, events.size()));
        }
        return records;
    }

    /** The value of a record: a single event is itself, several are an array. */
    public static byte[] value(List<byte[]> events) {
        if (events.size() == 1) {
            return events.getFirst();
        }
        int length = 1 + events.size();
        for (byte[] event : events) {
            length += event.length;
        }
        byte[] value = new byte[length];
        int at = 0;
        for (byte[] event : events) {
            value[at] = (byte) (at == 0 ? '[' : ',');
            System.arraycopy(event, 0, value, at + 1, event.length);
            at += 1 + event.length;
        }
        value[at] = ']';
        return value;
    }
}

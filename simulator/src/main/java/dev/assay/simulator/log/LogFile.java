package dev.assay.simulator.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The log's file: appended by one process at a time, one {@code write} for a group of events, no {@code fsync}. What was
 * written survives the death of the process, not that of the machine. Not thread-safe, but for {@link #scan}.
 */
final class LogFile implements AutoCloseable {

    private static final byte[] MAGIC = "assay-simulator-calls 1\n".getBytes(US_ASCII);
    private static final int READ_BYTES = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final EventCodec codec = new EventCodec();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4 * EventCodec.MAX_EVENT_BYTES);
    private boolean broken;
    private long dropped;

    private LogFile(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens or makes the file, replays it, and drops a torn end.
     *
     * @throws IOException also if another process has it open, or if it is a file of something else
     */
    static LogFile open(Path path, Consumer<LogEvent> replay) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            LogFile file = new LogFile(path, channel, lock(path, channel));
            file.replay(replay);
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes of a torn end that were dropped when the file was opened. */
    long dropped() {
        return dropped;
    }

    /** When the file was made, in microseconds since 1970; when it was last written, where nobody knows that. */
    long createdMicros() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class)
                .creationTime()
                .to(TimeUnit.MICROSECONDS);
    }

    /**
     * Appends events by one write.
     *
     * @throws IOException if they may not all be in the file; nothing can be appended from then on
     */
    void append(LogEvent... events) throws IOException {
        if (broken) {
            throw new IOException("the call log could not be written before: " + path);
        }
        broken = true;
        buffer.clear();
        for (LogEvent event : events) {
            codec.write(event, buffer);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        broken = false;
    }

    /** Reads all that is in the file now, in turn; any thread may, also while events are appended. */
    void scan(Consumer<LogEvent> reader) throws IOException {
        readAll(new EventCodec(), reader);
    }

    @Override
    public void close() throws IOException {
        broken = true;
        lock.release();
        channel.close();
    }

    private static FileLock lock(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new IOException("another simulator in this process has the call log open: " + path, e);
        }
        if (lock == null) {
            throw new IOException("another process has the call log open: " + path);
        }
        return lock;
    }

    private void replay(Consumer<LogEvent> replay) throws IOException {
        if (channel.size() < MAGIC.length) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(MAGIC));
            return;
        }
        long end = readAll(codec, replay);
        dropped = channel.size() - end;
        if (dropped > buffer.capacity()) {
            throw new IOException("the call log is damaged at byte " + end + ", not only torn at its end: " + path
                    + "; move it away to start a new one");
        }
        channel.truncate(end);
        channel.position(end);
    }

    /**
     * Reads from the start to the last sound record; returns where that ends. Reads by position and through the one
     * channel there is: closing another one would give the process's lock away.
     */
    private long readAll(EventCodec reading, Consumer<LogEvent> reader) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(READ_BYTES);
        long at = fill(block, 0);
        byte[] magic = new byte[Math.min(MAGIC.length, block.flip().remaining())];
        block.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("this is no call log of the simulator: " + path);
        }
        long end = MAGIC.length;
        long more;
        do {
            int before = block.position();
            Optional<LogEvent> event = reading.read(block);
            while (event.isPresent()) {
                reader.accept(event.get());
                event = reading.read(block);
            }
            end += block.position() - before;
            block.compact();
            more = fill(block, at);
            at += more;
            block.flip();
        } while (more > 0);
        return end;
    }

    private long fill(ByteBuffer block, long from) throws IOException {
        long at = from;
        while (block.hasRemaining()) {
            int read = channel.read(block, at);
            if (read <= 0) {
                break;
            }
            at += read;
        }
        return at - from;
    }
}

package dev.assay.simulator.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.simulator.chat.ChatHandler;
import dev.assay.simulator.chat.ModelCatalogue;
import dev.assay.simulator.chat.SimulatorClock;
import dev.assay.simulator.log.CallLog;
import dev.assay.simulator.model.BadModelException;
import dev.assay.simulator.model.ModelReader;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Builds the simulator's parts of its configuration. The only place where the real time is looked up. */
@Singleton
final class SimulatorWiring {

    private static final Logger LOG = Logger.getLogger(SimulatorWiring.class);
    private static final String BUILT_IN_MODELS = "dev/assay/simulator/models.yaml";
    private static final long MICROS_PER_SECOND = 1_000_000;

    @Produces
    @Singleton
    SimulatorClock clock() {
        Clock wall = Clock.systemUTC();
        return new SimulatorClock() {
            @Override
            public long epochMicros() {
                Instant now = wall.instant();
                return now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / 1_000;
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }

    @Produces
    @Singleton
    ModelCatalogue models(SimulatorConfig config) {
        ModelReader reader = new ModelReader();
        try {
            if (config.modelsFile().isEmpty()) {
                return new ModelCatalogue(reader.readFile(builtInModels()));
            }
            return new ModelCatalogue(
                    reader.readFile(Files.readString(config.modelsFile().get())));
        } catch (BadModelException e) {
            throw new BadModelException("simulator.models-file: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("simulator.models-file cannot be read", e);
        }
    }

    @Produces
    @Singleton
    CallLog log(SimulatorConfig config, SimulatorClock clock) {
        if (config.dataDir().isEmpty()) {
            return CallLog.inMemory(clock.epochMicros());
        }
        Path directory = config.dataDir().get();
        try {
            CallLog log = CallLog.in(directory);
            if (log.tornBytes() > 0) {
                LOG.warnf("The call log had a torn end, which was dropped: bytes=%d", log.tornBytes());
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("simulator.data-dir cannot be used", e);
        }
    }

    void close(@Disposes CallLog log) throws IOException {
        log.close();
    }

    @Produces
    @Singleton
    ChatHandler chat(SimulatorClock clock, ModelCatalogue models, CallLog log, SimulatorConfig config) {
        return new ChatHandler(clock, models, log, ids(clock), config.maxRequestBytes());
    }

    /** Names that are unique over restarts, as long as the clock moves on. */
    private static Supplier<String> ids(SimulatorClock clock) {
        String start = Long.toString(clock.epochMicros(), Character.MAX_RADIX);
        AtomicLong count = new AtomicLong();
        return () -> "sim-" + start + "-" + count.incrementAndGet();
    }

    private static String builtInModels() throws IOException {
        try (InputStream file = SimulatorWiring.class.getClassLoader().getResourceAsStream(BUILT_IN_MODELS)) {
            if (file == null) {
                throw new FileNotFoundException(BUILT_IN_MODELS);
            }
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}

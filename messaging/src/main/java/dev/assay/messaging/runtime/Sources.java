package dev.assay.messaging.runtime;

import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.UlidSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Gives the real clock and real randomness to whoever asks for them by injection. */
@Singleton
class Sources {

    private final SecureRandom random = new SecureRandom();

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return random;
    }

    @Produces
    @Singleton
    @DefaultBean
    IdSource ids(Clock clock, RandomGenerator random) {
        return new UlidSource(clock, random);
    }
}

package dev.assay.gateway.arena;

import dev.assay.contracts.id.IdSource;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.samples.SampleTexts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts the parts of this package together. */
@Singleton
class ArenaWiring {

    /** How votes are taken in. */
    @ConfigMapping(prefix = "gateway")
    interface ArenaConfig {

        /** The longest file of votes that is accepted. */
        @WithDefault("64M")
        MemorySize voteFileLimit();
    }

    @Produces
    @Singleton
    Arenas arenas(Database database, IdSource ids, RandomGenerator random, Clock clock) {
        return new Arenas(database, ids, random, clock);
    }

    @Produces
    @Singleton
    Answers answers(SampleTexts texts) {
        return new Answers(texts);
    }

    @Produces
    @Singleton
    Battles battles(Database database, IdSource ids, Clock clock) {
        return new Battles(database, ids, clock);
    }

    @Produces
    @Singleton
    Ballot ballot(Database database, Answers answers, Clock clock) {
        return new Ballot(database, answers, clock);
    }

    @Produces
    @Singleton
    Votes votes(@DataSource("gateway") AgroalDataSource source) {
        return new Votes(source);
    }

    @Produces
    @Singleton
    VoteImport imports(Database database, Clock clock, ArenaConfig config) {
        return new VoteImport(database, clock, config.voteFileLimit().asLongValue());
    }

    @Produces
    @Singleton
    Boards boards(Arenas arenas, Votes votes) {
        return new Boards(arenas, votes);
    }
}

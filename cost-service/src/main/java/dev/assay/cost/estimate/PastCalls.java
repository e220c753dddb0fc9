package dev.assay.cost.estimate;

import dev.assay.contracts.id.ModelId;
import dev.assay.cost.CostConfig;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the ledger's sums tell of past calls, over the latest runs. Thread-safe. */
@ApplicationScoped
class PastCalls {

    private static final String ANSWERS = """
            select coalesce(sum(served), 0), coalesce(sum(output_tokens), 0), coalesce(sum(output_squared), 0)
            from (select t.served, t.output_tokens, t.output_squared
                  from run r join run_model_total t using (run_id)
                  where r.benchmark = ? and t.model = ? and t.served > 0
                  order by r.run_id desc limit ?) latest
            """;
    /** Preferably of the same benchmark, whose prompts are the most alike. */
    private static final String RATIO = """
            select benchmark = ? as same, sum(served), sum(characters * served / prompts), sum(input_tokens)
            from (select r.benchmark, t.served, t.input_tokens, p.characters::float8 as characters, p.prompts
                  from run_model_total t join run r using (run_id) join prompt_sample p on p.benchmark = r.benchmark
                  where t.model = ? and t.served > 0 and t.input_tokens > 0 and p.characters > 0
                  order by t.run_id desc limit ?) latest
            group by same order by same desc limit 1
            """;

    private static final String REMEMBER = """
            insert into prompt_sample (benchmark, prompts, characters, seen_at) values (?, ?, ?, ?)
            on conflict (benchmark) do update set
                prompts = excluded.prompts, characters = excluded.characters, seen_at = excluded.seen_at
            """;

    private final javax.sql.DataSource database;
    private final Clock clock;
    private final int runs;

    PastCalls(@DataSource("cost") javax.sql.DataSource database, Clock clock, CostConfig config) {
        this.database = database;
        this.clock = clock;
        this.runs = config.estimate().runs();
    }

    /** How long the model's answers on the benchmark were. */
    PastAnswers answers(String benchmark, ModelId model) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ANSWERS)) {
            select.setString(1, key(benchmark));
            select.setString(2, model.value());
            select.setInt(3, runs);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? PastAnswers.of(row.getLong(1), row.getDouble(2), row.getDouble(3))
                        : PastAnswers.NONE;
            }
        }
    }

    /** How many characters of a prompt the model counted as a token; empty if it was never called. */
    Optional<TokenCounter> ratio(String benchmark, ModelId model) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RATIO)) {
            select.setString(1, key(benchmark));
            select.setString(2, model.value());
            select.setInt(3, runs);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new RatioCounter(row.getDouble(3) / row.getDouble(4), row.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    /** Remembers how long a benchmark's prompts are. */
    void remember(String benchmark, List<String> prompts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, key(benchmark));
            insert.setLong(2, prompts.size());
            insert.setLong(3, prompts.stream().mapToLong(String::length).sum());
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /** As the ledger stores it: Postgres has no NUL in text. */
    private static String key(String benchmark) {
        return benchmark.replace('\0', ' ');
    }
}

package dev.assay.scoring.judge;

import dev.assay.scoring.arena.ArenaHard;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.Verdict.Cause;
import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.text.PythonText;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The forms of reply that judges are asked for, read as the field's reference implementations read them.
 *
 * <p>Sources: FastChat, {@code llm_judge/common.py}; arena-hard-auto, {@code gen_judgment.py}. A reply too long for the
 * patterns' budget of steps is a {@link dev.assay.scoring.pattern.PatternLimitException}.
 */
public enum ReplyFormat {
    /** {@code [[7]]} or {@code [[7.5]]}, or else in single brackets: MT-bench's single grading. The first one counts. */
    RATING(ReplyFormat::rating),
    /** {@code [[A]]}, {@code [[B]]} or {@code [[C]]} for a tie: MT-bench's comparison. A counts before B, B before C. */
    LETTER(ReplyFormat::letter),
    /** {@code [[7,8]]}, a rating of each answer: equal to within 0.1 is a tie. */
    TWO_RATINGS(ReplyFormat::twoRatings),
    /** {@code [[A>>B]]} to {@code [[B>>A]]}, in any case: Arena-Hard's comparison. The last one counts. */
    ARROWS(ReplyFormat::arrows);

    private static final double TIE = 0.1;

    private final Function<String, Verdict> reading;

    ReplyFormat(Function<String, Verdict> reading) {
        this.reading = reading;
    }

    /** Reads a judge's whole reply. */
    public Verdict read(String reply) {
        return reading.apply(reply);
    }

    /**
     * The label of an {@link #ARROWS} reply as it was written, in upper case: of the first pattern that matches anything,
     * double brackets or else single ones, the last match. It need not be one that {@link ArenaHard.Game} knows.
     */
    public static Optional<String> label(String reply) {
        return Patterns.last(Patterns.LABEL, PythonText.upper(reply))
                .flatMap(match -> match.groups().get(1));
    }

    private static Verdict rating(String reply) {
        Optional<Match> match = Patterns.first(Patterns.RATING, reply);
        if (match.isEmpty()) {
            return Verdict.NOTHING;
        }
        OptionalDouble value = number(match.get(), 1);
        return value.isPresent() ? new Verdict.Rating(value.getAsDouble()) : new Verdict.Unreadable(Cause.NOT_A_NUMBER);
    }

    private static Verdict letter(String reply) {
        if (reply.contains("[[A]]")) {
            return new Verdict.Preference(Outcome.A_WINS, false);
        }
        if (reply.contains("[[B]]")) {
            return new Verdict.Preference(Outcome.B_WINS, false);
        }
        return reply.contains("[[C]]") ? new Verdict.Preference(Outcome.TIE, false) : Verdict.NOTHING;
    }

    private static Verdict twoRatings(String reply) {
        Optional<Match> match = Patterns.first(Patterns.RATINGS, reply);
        if (match.isEmpty()) {
            return Verdict.NOTHING;
        }
        OptionalDouble first = number(match.get(), 1);
        OptionalDouble second = number(match.get(), 2);
        if (first.isEmpty() || second.isEmpty()) {
            return new Verdict.Unreadable(Cause.NOT_A_NUMBER);
        }
        double lead = first.getAsDouble() - second.getAsDouble();
        Outcome outcome = Math.abs(lead) <= TIE ? Outcome.TIE : lead > 0 ? Outcome.A_WINS : Outcome.B_WINS;
        return new Verdict.Preference(outcome, false);
    }

    private static Verdict arrows(String reply) {
        return label(reply)
                .flatMap(ArenaHard.Game::parse)
                .<Verdict>map(game -> new Verdict.Preference(game.outcome(), game.clear()))
                .orElse(Verdict.NOTHING);
    }

    private static OptionalDouble number(Match match, int group) {
        return Patterns.number(match.groups().get(group).orElse(""));
    }
}

package dev.assay.scorer.outcome;

import dev.assay.contracts.event.JudgedPair;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.ReplyFormat;
import dev.assay.scoring.judge.Rubric;
import dev.assay.scoring.judge.SwappedPair;
import dev.assay.scoring.judge.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what judges reply. Pure; a reply without a verdict is missing, never a guess. */
final class JudgeReply {

    private JudgeReply() {}

    /** The verdict of a reply. @param reply null if the judge gave none */
    static Verdict verdict(JudgeUse judge, @Nullable String reply) {
        if (reply == null) {
            return Verdict.NOTHING;
        }
        if (judge.prompt().format().equals("rubric")) {
            return new Rubric(judge.criteria(), judge.minimum(), judge.maximum()).read(reply);
        }
        String format = judge.prompt().format().toUpperCase(Locale.ROOT).replace('-', '_');
        Verdict verdict = ReplyFormat.valueOf(format).read(reply);
        boolean outside = verdict instanceof Verdict.Rating rating
                && (rating.value() < judge.minimum() || rating.value() > judge.maximum());
        return outside ? new Verdict.Unreadable(Verdict.Cause.OUT_OF_RANGE) : verdict;
    }

    /** The grades of one answer, by label. */
    static Map<String, Grade> grades(JudgeUse judge, @Nullable String reply) {
        Map<String, Grade> grades = new TreeMap<>();
        switch (verdict(judge, reply)) {
            case Verdict.Rating rating -> grades.put(judge.name(), Grade.of(rating.value()));
            case Verdict.Grades byCriterion -> {
                grades.put(judge.name(), Grade.of(byCriterion.mean()));
                byCriterion.byCriterion().forEach((name, value) -> grades.put(judge.labelOf(name), Grade.of(value)));
            }
            case Verdict.Preference preference ->
                judge.labels().forEach(label -> grades.put(label, Grade.none("the judge compared instead of grading")));
            case Verdict.Unreadable unreadable -> {
                String reason = reply == null ? "the judge gave no reply" : reason(unreadable.cause());
                judge.labels().forEach(label -> grades.put(label, Grade.none(reason)));
            }
        }
        return grades;
    }

    private static String reason(Verdict.Cause cause) {
        return switch (cause) {
            case NOTHING_FOUND -> "the judge's reply holds no grade in the form that was asked for";
            case NOT_A_NUMBER -> "the judge's grade cannot be read as a number";
            case OUT_OF_RANGE -> "the judge's grade lies outside of its scale";
        };
    }

    /** Whom a verdict prefers, by model. @param swapped whether model B's answer was shown first */
    static JudgedPair.Verdict byModel(Verdict verdict, boolean swapped) {
        if (!(verdict instanceof Verdict.Preference preference)) {
            return JudgedPair.Verdict.MISSING;
        }
        Outcome outcome = preference.outcome();
        return word(swapped ? outcome.swapped() : outcome);
    }

    /** The vote of a pair that was shown in both orders; null if a verdict is missing. */
    static JudgedPair.@Nullable Verdict resolved(Verdict asGiven, Verdict swapped) {
        return new SwappedPair("", "a", "b", comparison(asGiven), comparison(swapped))
                .vote()
                .map(vote -> word(vote.outcome()))
                .orElse(null);
    }

    private static Verdict comparison(Verdict verdict) {
        return verdict instanceof Verdict.Preference ? verdict : Verdict.NOTHING;
    }

    /** The vote of a pair that was shown in one order; null if its verdict is missing. */
    static JudgedPair.@Nullable Verdict unresolved(Verdict asGiven) {
        return Optional.of(byModel(asGiven, false))
                .filter(verdict -> verdict != JudgedPair.Verdict.MISSING)
                .orElse(null);
    }

    private static JudgedPair.Verdict word(Outcome outcome) {
        return switch (outcome) {
            case A_WINS -> JudgedPair.Verdict.A;
            case B_WINS -> JudgedPair.Verdict.B;
            case TIE -> JudgedPair.Verdict.TIE;
        };
    }
}

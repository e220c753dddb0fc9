package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.MtBenchScores;
import dev.assay.scoring.judge.MtBenchScores.Graded;
import dev.assay.scoring.judge.MtBenchScores.Winner;
import dev.assay.scoring.judge.ReplyFormat;
import dev.assay.scoring.judge.Verdict;
import dev.assay.scoring.judge.VoteAgreement;
import dev.assay.scoring.judge.VoteAgreement.Ties;
import dev.assay.scoring.judge.VoteAgreement.Vote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Judges' replies and what is counted of them. */
final class JudgeAdapters {

    private JudgeAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "judge_output_parsing", JudgeAdapters::parsing,
                "mt_bench_judge_agreement", JudgeAdapters::agreement,
                "mt_bench_scores", JudgeAdapters::scores);
    }

    private static Object parsing(JsonNode golden) {
        String reply = golden.at("/input/judgment").asText();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("single_rating", plain(ReplyFormat.RATING.read(reply), -1));
        result.put("pair_verdict", plain(ReplyFormat.LETTER.read(reply), "error"));
        result.put("pair_ratings", plain(ReplyFormat.TWO_RATINGS.read(reply), "error"));
        result.put("arena_hard", ReplyFormat.label(reply).orElse(null));
        return result;
    }

    private static Object plain(Verdict verdict, Object nothing) {
        return switch (verdict) {
            case Verdict.Rating rating -> rating.value();
            case Verdict.Preference preference ->
                switch (preference.outcome()) {
                    case A_WINS -> "A";
                    case TIE -> "tie";
                    case B_WINS -> "B";
                };
            case Verdict.Grades grades -> grades.byCriterion();
            case Verdict.Unreadable unreadable ->
                unreadable.cause() == Verdict.Cause.NOTHING_FOUND
                        ? nothing
                        : new Adapter.Refused(unreadable.cause().name());
        };
    }

    private static Object agreement(JsonNode golden) {
        JsonNode votes = golden.at("/input/votes");
        Map<String, Object> result = new LinkedHashMap<>();
        for (int turn = 1; turn <= 2; turn++) {
            int wanted = turn;
            List<Vote> judge = votes(votes, vote -> turn(vote) == wanted && isJudge(vote));
            List<Vote> people = votes(votes, vote -> turn(vote) == wanted && !isJudge(vote));
            for (Ties ties : Ties.values()) {
                String name = ties == Ties.COUNT ? "_ties" : "_no_ties";
                try {
                    result.put(
                            "turn" + turn + "_gpt4_human" + name, counts(VoteAgreement.between(judge, people, ties)));
                } catch (IllegalArgumentException refused) {
                    return new Adapter.Refused(String.valueOf(refused.getMessage()));
                }
                result.put("turn" + turn + "_human_human" + name, counts(VoteAgreement.within(people, ties)));
            }
        }
        return result;
    }

    private static List<Integer> counts(VoteAgreement.Count count) {
        return List.of(count.agreeing(), count.total());
    }

    private static int turn(JsonNode vote) {
        return vote.get("turn").asInt();
    }

    private static boolean isJudge(JsonNode vote) {
        return vote.get("judge").isArray();
    }

    private static List<Vote> votes(JsonNode votes, Predicate<JsonNode> wanted) {
        return Json.elements(votes)
                .filter(wanted)
                .map(vote -> new Vote(
                        vote.get("question_id").asText(),
                        vote.get("model_a").asText(),
                        vote.get("model_b").asText(),
                        outcome(vote.get("winner").asText())))
                .toList();
    }

    /** As the reference has it, whatever is neither a win nor a loss is a tie. */
    static Outcome outcome(String winner) {
        return switch (winner) {
            case "model_a" -> Outcome.A_WINS;
            case "model_b" -> Outcome.B_WINS;
            default -> Outcome.TIE;
        };
    }

    private static Object scores(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<Graded> graded = Json.elements(input.path("single"))
                .map(node -> new Graded(
                        node.get("model").asText(),
                        node.get("turn").asInt(),
                        node.get("score").asDouble() == -1
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(node.get("score").asDouble())))
                .toList();
        List<MtBenchScores.Match> matches = Json.elements(input.path("pairwise"))
                .map(node -> new MtBenchScores.Match(
                        node.get("model_1").asText(),
                        node.get("model_2").asText(),
                        winner(node.get("g1_winner")),
                        winner(node.get("g2_winner"))))
                .toList();
        Map<String, Object> standings = new LinkedHashMap<>();
        MtBenchScores.standings(matches)
                .forEach((model, standing) -> standings.put(
                        model,
                        Map.of(
                                "win", standing.wins(),
                                "loss", standing.losses(),
                                "tie", standing.ties(),
                                "win_rate", standing.winRate(),
                                "win_rate_adjusted", standing.adjustedWinRate())));
        return Map.of(
                "turn1", MtBenchScores.means(graded, 1),
                "turn2", MtBenchScores.means(graded, 2),
                "average", MtBenchScores.means(graded),
                "pairwise", standings);
    }

    private static Winner winner(JsonNode winner) {
        return switch (winner.asText()) {
            case "model_1" -> Winner.FIRST;
            case "model_2" -> Winner.SECOND;
            case "tie" -> Winner.TIE;
            default -> Winner.UNREADABLE;
        };
    }
}

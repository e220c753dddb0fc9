package dev.assay.simulator.answer;

import dev.assay.simulator.model.JudgeTraits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated judge says of the answers that its prompt holds between {@code <answer-a>} and {@code </answer-a>} and
 * so on, or {@code <answer>} for a single one. It is told the reference, and so sees which answers are right; the rest
 * follows from its traits and the draw. Pure.
 */
final class JudgeText {

    private static final long SALT_NOISE = 0x6a756467654eL;
    private static final long SALT_TIE = 0x6a7564676554L;
    private static final long SALT_READABLE = 0x6a7564676552L;
    private static final double MIDDLE = 5.5;
    private static final double POINTS = 0.8;
    private static final int USUAL_UNITS = 200;

    private JudgeText() {}

    /** Its reply. */
    static String to(Question question, JudgeTraits traits, Draw draw) {
        String prompt = String.join("\n", question.prompt());
        Optional<String> first = between(prompt, "answer-a");
        Optional<String> second = between(prompt, "answer-b");
        Optional<String> single = between(prompt, "answer");
        if (draw.uniform(SALT_READABLE) < traits.unreadable()) {
            return "Both what is said and how it is said would have to be weighed here, and that is hard to put briefly.";
        }
        if (first.isPresent() && second.isPresent()) {
            return comparison(prompt, lead(first.get(), second.get(), question.reference(), traits, draw), traits);
        }
        return single.map(answer -> grades(prompt, answer, question.reference(), traits, draw))
                .orElse("There is no answer here that could be judged.");
    }

    private static String comparison(String prompt, double lead, JudgeTraits traits) {
        boolean arrows = prompt.contains("[[A>>B]]");
        String verdict;
        if (lead == 0) {
            verdict = arrows ? "A=B" : "C";
        } else if (!arrows) {
            verdict = lead > 0 ? "A" : "B";
        } else {
            String sign = Math.abs(lead) > 2 * traits.noise() ? ">>" : ">";
            verdict = lead > 0 ? "A" + sign + "B" : "B" + sign + "A";
        }
        return "I have compared what the two come to, and how they get there.\n[[" + verdict + "]]";
    }

    /** Above 0 if the first is preferred, 0 if none is. */
    private static double lead(String first, String second, @Nullable String reference, JudgeTraits traits, Draw draw) {
        int quality = right(first, reference) - right(second, reference);
        if (quality == 0 && draw.uniform(SALT_TIE) < traits.ties()) {
            return 0;
        }
        double units = Math.max(1.0, (double) first.length() + second.length());
        double lead = traits.position()
                + traits.quality() * quality
                + traits.length() * (first.length() - second.length()) / units
                + traits.noise() * logistic(draw);
        return lead == 0 ? Double.MIN_VALUE : lead;
    }

    private static String grades(
            String prompt, String answer, @Nullable String reference, JudgeTraits traits, Draw draw) {
        List<String> criteria = prompt.lines()
                .filter(line -> line.endsWith(": [[grade]]"))
                .map(line -> line.substring(0, line.length() - ": [[grade]]".length()))
                .toList();
        StringBuilder reply = new StringBuilder("I have looked at what it comes to, and how it gets there.\n");
        if (criteria.isEmpty()) {
            return reply.append("Rating: [[")
                    .append(grade(answer, reference, traits, draw, 10))
                    .append("]]")
                    .toString();
        }
        int highest = prompt.contains(" to 5 (") ? 5 : 10;
        for (int i = 0; i < criteria.size(); i++) {
            reply.append(criteria.get(i))
                    .append(": [[")
                    .append(grade(answer, reference, traits, draw.with(i), highest))
                    .append("]]\n");
        }
        return reply.toString();
    }

    private static long grade(String answer, @Nullable String reference, JudgeTraits traits, Draw draw, int highest) {
        double lead = traits.quality() * (right(answer, reference) - 0.5) * 2
                + traits.length() * (answer.length() - USUAL_UNITS) / (double) (answer.length() + USUAL_UNITS)
                + traits.noise() * logistic(draw);
        long ofTen = Math.clamp(Math.round(MIDDLE + POINTS * lead), 1, 10);
        return highest == 10 ? ofTen : 1 + (ofTen - 1) * (highest - 1) / 9;
    }

    private static double logistic(Draw draw) {
        double uniform = Math.clamp(draw.uniform(SALT_NOISE), 1e-12, 1 - 1e-12);
        return StrictMath.log(uniform / (1 - uniform));
    }

    /** 1 if the answer's final words are the reference, as answers of this simulator have them; else 0. */
    static int right(String answer, @Nullable String reference) {
        if (reference == null || reference.isBlank()) {
            return 0;
        }
        String said = plain(answer);
        String wanted = plain(reference);
        if (!said.endsWith(wanted)) {
            return 0;
        }
        int before = said.length() - wanted.length() - 1;
        boolean whole = before < 0
                || !(Character.isLetterOrDigit(said.charAt(before)) || ".-".indexOf(said.charAt(before)) >= 0);
        return whole ? 1 : 0;
    }

    /** Without bold type, separated thousands, dollar signs, the full stop, and case. */
    private static String plain(String text) {
        String bare = text.strip().replace("*", "").replace("$", "").replaceAll("(?<=\\d),(?=\\d)", "");
        while (bare.endsWith(".")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> between(String prompt, String tag) {
        int from = prompt.indexOf("<" + tag + ">");
        int to = prompt.lastIndexOf("</" + tag + ">");
        return from < 0 || to < from
                ? Optional.empty()
                : Optional.of(prompt.substring(from + tag.length() + 2, to).strip());
    }
}

package dev.assay.scoring.robustness;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import java.util.List;

/** Changes of what stands between the words: spaces, line breaks, punctuation. Code and the like are left alone. */
final class LayoutPerturbations {

    private static final int WIDTH = 40;

    private LayoutPerturbations() {}

    static List<PerturbationType> types() {
        return List.of(
                new PerturbationType(
                        "extra_spaces",
                        1,
                        "Some single spaces between words doubled or tripled.",
                        List.of(Parameter.optional(
                                "rate", Kind.DECIMAL, "share of the spaces, above 0 up to 1; default 0.1")),
                        LayoutPerturbations::spaces),
                new PerturbationType(
                        "line_breaks",
                        1,
                        "Lines broken between words before they get longer than a width.",
                        List.of(Parameter.optional("width", Kind.INTEGER, "in characters, at least 10; default 40")),
                        LayoutPerturbations::lines),
                new PerturbationType(
                        "punctuation",
                        1,
                        "The last punctuation mark dropped or repeated.",
                        List.of(Parameter.oneOf("change", List.of("drop", "repeat"), "which; default drop")),
                        LayoutPerturbations::punctuation),
                new PerturbationType(
                        "typographic_quotes",
                        1,
                        "Curly quotation marks and apostrophes for straight ones.",
                        List.of(),
                        arguments -> LayoutPerturbations::quotes));
    }

    private static Perturbation spaces(Arguments arguments) {
        double rate = LetterPerturbations.rate(arguments);
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            Dice dice = Dice.of(seed, subject.text());
            for (int place : dice.some(pieces.places(Pieces.Kind.SPACE, " "::equals), rate)) {
                pieces.replace(place, " ".repeat(2 + dice.below(2)));
            }
            return subject.withText(pieces.join());
        };
    }

    private static Perturbation lines(Arguments arguments) {
        int width = arguments.integer("width").orElse(WIDTH);
        if (width < 10) {
            throw arguments.reject("width", "a line has room for at least 10 characters");
        }
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            int column = 0;
            for (int place = 0; place < pieces.size(); place++) {
                String text = pieces.at(place).text();
                if (text.equals(" ")
                        && pieces.is(place, Pieces.Kind.SPACE)
                        && column + 1 + ahead(pieces, place) > width) {
                    pieces.replace(place, "\n");
                    column = 0;
                } else {
                    int newline = text.lastIndexOf('\n');
                    column = newline < 0 ? column + text.length() : text.length() - newline - 1;
                }
            }
            return subject.withText(pieces.join());
        };
    }

    /** How long what follows is until the next white space. */
    private static int ahead(Pieces pieces, int place) {
        int length = 0;
        for (int i = place + 1; i < pieces.size() && !pieces.is(i, Pieces.Kind.SPACE); i++) {
            length += pieces.at(i).text().length();
        }
        return length;
    }

    private static Perturbation punctuation(Arguments arguments) {
        boolean drop = arguments.text("change").orElse("drop").equals("drop");
        return (subject, seed) -> {
            String text = subject.text();
            String body = text.stripTrailing();
            char last = body.isEmpty() ? ' ' : body.charAt(body.length() - 1);
            boolean single = body.length() > 1 && ".?!".indexOf(body.charAt(body.length() - 2)) < 0;
            if (".?!".indexOf(last) < 0 || !single || subject.kept().stream().anyMatch(body::endsWith)) {
                return subject;
            }
            String rest = text.substring(body.length());
            String changed = drop
                    ? body.substring(0, body.length() - 1)
                    : body + String.valueOf(last).repeat(1 + Dice.of(seed, text).below(2));
            return subject.withText(changed + rest);
        };
    }

    private static Subject quotes(Subject subject, long seed) {
        Pieces pieces = Pieces.of(subject);
        for (int place = 0; place < pieces.size(); place++) {
            String text = pieces.at(place).text();
            if (pieces.is(place, Pieces.Kind.WORD)) {
                pieces.replace(place, text.replace('\'', '\u2019'));
            } else if (text.length() > 2
                    && text.startsWith("\"")
                    && text.endsWith("\"")
                    && !subject.kept().contains(text)) {
                pieces.replace(place, "\u201c" + text.substring(1, text.length() - 1) + "\u201d");
            }
        }
        return subject.withText(pieces.join());
    }
}

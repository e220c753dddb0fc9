package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.agreement.KrippendorffAlpha;
import dev.assay.scoring.agreement.ManyRaters;
import dev.assay.scoring.agreement.TwoRaters;
import dev.assay.scoring.agreement.TwoRaters.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What raters said of the rows of a file. Filled and read by one thread. */
public final class Ratings {

    private final List<String> raters;
    private final List<List<@Nullable String>> units = new ArrayList<>();

    /** @param raters the fields of their ratings. @throws Failure if they are fewer than two */
    public Ratings(List<String> raters) {
        if (raters.size() < 2 || new TreeSet<>(raters).size() < raters.size()) {
            throw Failure.badInput("--raters: names two or more fields, such as --raters human,judge.");
        }
        this.raters = List.copyOf(raters);
    }

    /** @throws Failure if the row cannot be read */
    public void add(String shown, Row row) {
        switch (row) {
            case Row.Bad bad -> throw Failure.badInput(shown + ":" + bad.line() + ": " + bad.reason() + ".");
            case Row.Read read -> {
                List<@Nullable String> unit = new ArrayList<>();
                raters.forEach(rater -> unit.add(read.label(rater).orElse(null)));
                units.add(unit);
            }
        }
    }

    /** How many rows all raters rated. */
    public long complete() {
        return units.stream().filter(unit -> !unit.contains(null)).count();
    }

    public int rows() {
        return units.size();
    }

    /**
     * The coefficients that fit: those of two raters, or of more, over the rows that all of them rated; Krippendorff's
     * alpha over all.
     *
     * @param level of measurement, for alpha
     * @throws Failure if ratings that are not numbers are to be measured as such, or nobody rated anything
     */
    public Map<String, Agreement> coefficients(KrippendorffAlpha.Level level) {
        boolean numbers = units.stream()
                .flatMap(List::stream)
                .allMatch(rating -> rating == null || number(rating).isPresent());
        if (!numbers && level != KrippendorffAlpha.Level.NOMINAL) {
            throw Failure.badInput("--level: ratings that are not numbers are nominal only.");
        }
        Map<String, Agreement> found = new LinkedHashMap<>();
        if (complete() > 0) {
            if (numbers) {
                found.putAll(complete(rating -> number(rating).orElseThrow(), true));
            } else {
                found.putAll(complete(rating -> rating, false));
            }
        }
        found.put("krippendorff_alpha", KrippendorffAlpha.of(matrix(numbers), level));
        return found;
    }

    private interface Reading<T> {
        T of(String rating);
    }

    private <T extends Comparable<? super T>> Map<String, Agreement> complete(Reading<T> reading, boolean ordered) {
        List<List<T>> full = new ArrayList<>();
        for (List<@Nullable String> unit : units) {
            List<T> read = new ArrayList<>();
            for (String rating : unit) {
                if (rating != null) {
                    read.add(reading.of(rating));
                }
            }
            if (read.size() == raters.size()) {
                full.add(read);
            }
        }
        Map<String, Agreement> found = new LinkedHashMap<>();
        if (raters.size() == 2) {
            TwoRaters<T> two = new TwoRaters<>(
                    full.stream().map(List::getFirst).toList(),
                    full.stream().map(List::getLast).toList());
            found.put("percent_agreement", two.percent());
            found.put("cohen_kappa", two.cohen(Weights.NONE));
            if (ordered) {
                found.put("cohen_kappa_linear", two.cohen(Weights.LINEAR));
                found.put("cohen_kappa_quadratic", two.cohen(Weights.QUADRATIC));
            }
        }
        ManyRaters<T> many = new ManyRaters<>(full);
        found.put("fleiss_kappa", many.fleiss());
        found.put("randolph_kappa", many.randolph());
        return found;
    }

    private double[][] matrix(boolean numbers) {
        List<String> categories = new ArrayList<>();
        double[][] matrix = new double[raters.size()][units.size()];
        for (int unit = 0; unit < units.size(); unit++) {
            for (int rater = 0; rater < raters.size(); rater++) {
                String rating = units.get(unit).get(rater);
                matrix[rater][unit] = rating == null
                        ? Double.NaN
                        : numbers ? number(rating).orElseThrow().doubleValue() : code(rating, categories);
            }
        }
        return matrix;
    }

    private static int code(String rating, List<String> categories) {
        if (!categories.contains(rating)) {
            categories.add(rating);
        }
        return categories.indexOf(rating);
    }

    private static Optional<BigDecimal> number(String rating) {
        try {
            return rating.length() > 50
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(rating.strip()).stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package dev.assay.benchmarks.template;

import dev.assay.benchmarks.template.PythonFilters.PythonFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jinja's filters on lists and mappings. */
final class SequenceFilters {

    private final PythonStrings strings;
    private final TemplateLimits limits;
    private final PythonTests tests;

    SequenceFilters(TemplateLimits limits, PythonTests tests) {
        this.strings = new PythonStrings(limits);
        this.limits = limits;
        this.tests = tests;
    }

    /**
     * Each filter by its name.
     *
     * @param others finds the filter that {@code map} is given the name of
     */
    Map<String, PythonFilter> all(Function<String, PythonFilter> others) {
        return Map.ofEntries(
                Map.entry("default", SequenceFilters::orDefault),
                Map.entry("d", SequenceFilters::orDefault),
                Map.entry("first", (v, a) -> element(PythonValues.iterate(v), 0, "first")),
                Map.entry("last", (v, a) -> element(PythonValues.iterate(v).reversed(), 0, "last")),
                Map.entry("list", (v, a) -> PythonValues.iterate(v)),
                Map.entry("join", (v, a) -> join(v, a.only("d", "attribute"))),
                Map.entry("reverse", (v, a) -> reverse(v)),
                Map.entry("sort", (v, a) -> sort(v, a.only("reverse", "case_sensitive", "attribute"))),
                Map.entry("unique", (v, a) -> unique(v, a.only("case_sensitive", "attribute"))),
                Map.entry("min", (v, a) -> extreme(v, a.only("case_sensitive", "attribute"), false)),
                Map.entry("max", (v, a) -> extreme(v, a.only("case_sensitive", "attribute"), true)),
                Map.entry("sum", (v, a) -> sum(v, a.only("attribute", "start"))),
                Map.entry("batch", (v, a) -> batch(v, a.only("linecount"))),
                Map.entry("dictsort", (v, a) -> dictSort(v)),
                Map.entry("map", (v, a) -> map(v, a, others)),
                Map.entry("select", (v, a) -> select(v, a, true)),
                Map.entry("reject", (v, a) -> select(v, a, false)),
                Map.entry("selectattr", (v, a) -> selectAttribute(v, a, true)),
                Map.entry("rejectattr", (v, a) -> selectAttribute(v, a, false)));
    }

    private static @Nullable Object orDefault(@Nullable Object value, Arguments a) {
        a.only("default_value", "boolean");
        Object absent = a.has(0, "default_value") ? a.value(0, "default_value") : "";
        boolean missing = value instanceof Undefined || (a.flag(1, "boolean", false) && !PythonValues.truth(value));
        return missing ? absent : value;
    }

    private static @Nullable Object element(List<@Nullable Object> values, int at, String filter) {
        return at < values.size() ? values.get(at) : new Undefined(filter, "an empty list");
    }

    private String join(@Nullable Object value, Arguments a) {
        return strings.join(a.text(0, "d", ""), keyed(value, a, 1));
    }

    private static Object reverse(@Nullable Object value) {
        return value instanceof String text
                ? new StringBuilder(text).reverse().toString()
                : PythonValues.iterate(value).reversed();
    }

    private static List<@Nullable Object> sort(@Nullable Object value, Arguments a) {
        Comparator<@Nullable Object> order = order(a, 1, 2);
        List<@Nullable Object> sorted = new ArrayList<>(PythonValues.iterate(value));
        sorted.sort(a.flag(0, "reverse", false) ? order.reversed() : order);
        return sorted;
    }

    private static List<@Nullable Object> unique(@Nullable Object value, Arguments a) {
        List<@Nullable Object> seen = new ArrayList<>();
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object element : PythonValues.iterate(value)) {
            Object key = folded(attribute(element, a, 1), a.flag(0, "case_sensitive", false));
            if (seen.stream().noneMatch(before -> PythonValues.equal(before, key))) {
                seen.add(key);
                kept.add(element);
            }
        }
        return kept;
    }

    private static @Nullable Object extreme(@Nullable Object value, Arguments a, boolean largest) {
        Comparator<@Nullable Object> order = order(a, 0, 1);
        List<@Nullable Object> values = PythonValues.iterate(value);
        if (values.isEmpty()) {
            return new Undefined(largest ? "max" : "min", "an empty list");
        }
        Object best = values.getFirst();
        for (Object other : values) {
            int compared = order.compare(other, best);
            best = (largest ? compared > 0 : compared < 0) ? other : best;
        }
        return best;
    }

    private static Comparator<@Nullable Object> order(Arguments a, int caseAt, int attributeAt) {
        boolean caseSensitive = a.flag(caseAt, "case_sensitive", false);
        return (x, y) -> PythonValues.compare(
                folded(attribute(x, a, attributeAt), caseSensitive),
                folded(attribute(y, a, attributeAt), caseSensitive));
    }

    private static @Nullable Object folded(@Nullable Object value, boolean caseSensitive) {
        return value instanceof String text && !caseSensitive ? text.toLowerCase(Locale.ROOT) : value;
    }

    private static @Nullable Object sum(@Nullable Object value, Arguments a) {
        Object total = a.has(1, "start") ? a.value(1, "start") : (Object) 0L;
        for (Object element : PythonValues.iterate(value)) {
            Object part = attribute(element, a, 0);
            if (total == null || part == null || !PythonNumbers.isNumber(total) || !PythonNumbers.isNumber(part)) {
                throw new ExpressionFault("|sum adds numbers, not " + PythonValues.kind(part), "use |map('int')");
            }
            total = PythonNumbers.add(total, part);
        }
        return total;
    }

    private static Object batch(@Nullable Object value, Arguments a) {
        int size = a.whole(0, "linecount", 0);
        if (size < 1) {
            throw new ExpressionFault("|batch needs a size of at least 1", "name it");
        }
        List<@Nullable Object> values = PythonValues.iterate(value);
        List<Object> batches = new ArrayList<>();
        for (int from = 0; from < values.size(); from += size) {
            batches.add(values.subList(from, (int) Math.min((long) from + size, values.size())));
        }
        return batches;
    }

    private static Object dictSort(@Nullable Object value) {
        List<@Nullable Object> items = PythonFilters.items(value);
        items.sort((x, y) -> PythonValues.compare(key(x), key(y)));
        return items;
    }

    private static @Nullable Object key(@Nullable Object item) {
        return item instanceof PythonTuple tuple ? folded(tuple.get(0), false) : item;
    }

    private static Object map(@Nullable Object value, Arguments a, Function<String, PythonFilter> others) {
        List<@Nullable Object> mapped = new ArrayList<>();
        if (a.named().containsKey("attribute")) {
            for (Object element : PythonValues.iterate(value)) {
                Object found = attribute(element, a, Integer.MAX_VALUE);
                mapped.add(
                        found instanceof Undefined && a.named().containsKey("default")
                                ? a.named().get("default")
                                : Undefined.check(found));
            }
            return mapped;
        }
        String name = a.text(0, "filter");
        PythonFilter filter = others.apply(name);
        Arguments rest = new Arguments(
                "|" + name, a.positional().subList(1, a.positional().size()), a.named());
        for (Object element : PythonValues.iterate(value)) {
            mapped.add(filter.apply(element, rest));
        }
        return mapped;
    }

    private Object select(@Nullable Object value, Arguments a, boolean wanted) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object element : PythonValues.iterate(value)) {
            if (holds(element, a.positional()) == wanted) {
                kept.add(element);
            }
        }
        return kept;
    }

    private Object selectAttribute(@Nullable Object value, Arguments a, boolean wanted) {
        String path = a.text(0, "attribute");
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object element : PythonValues.iterate(value)) {
            if (holds(
                            follow(element, path),
                            a.positional().subList(1, a.positional().size()))
                    == wanted) {
                kept.add(element);
            }
        }
        return kept;
    }

    private boolean holds(@Nullable Object value, List<@Nullable Object> test) {
        return test.isEmpty()
                ? PythonValues.truth(value)
                : tests.holds(PythonText.str(test.getFirst()), value, test.subList(1, test.size()));
    }

    private List<@Nullable Object> keyed(@Nullable Object value, Arguments a, int attributeAt) {
        List<@Nullable Object> values = PythonValues.iterate(value);
        if (values.size() > limits.maxSteps()) {
            throw ExpressionFault.tooManySteps(limits.maxSteps());
        }
        return a.has(attributeAt, "attribute")
                ? Collections.unmodifiableList(new ArrayList<>(values.stream()
                        .map(element -> attribute(element, a, attributeAt))
                        .toList()))
                : values;
    }

    /** The element itself, or what its attribute is if the call names one. */
    private static @Nullable Object attribute(@Nullable Object element, Arguments a, int place) {
        if (!a.has(place, "attribute") || a.value(place, "attribute") == null) {
            return element;
        }
        return follow(element, PythonText.str(a.value(place, "attribute")));
    }

    private static @Nullable Object follow(@Nullable Object element, String path) {
        Object found = element;
        for (String name : path.split("\\.", -1)) {
            found = Attributes.of(found, name);
        }
        return found;
    }
}

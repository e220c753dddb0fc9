package dev.assay.scoring.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings that a published score depends on, in sacreBLEU's form. The version is that of our implementation.
 *
 * @param fields in the order in which they are written
 */
public record Signature(List<Field> fields) {

    private static final Field VERSION = new Field("version", "v", "assay.1");

    /**
     * A setting.
     *
     * @param name in full
     * @param abbreviation in the short form
     */
    public record Field(String name, String abbreviation, String value) {}

    public Signature {
        fields = List.copyOf(fields);
    }

    static Signature of(References references, Field... settings) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("nrefs", "#", references.written()));
        fields.addAll(List.of(settings));
        fields.add(VERSION);
        return new Signature(fields);
    }

    static String yes(boolean flag) {
        return flag ? "yes" : "no";
    }

    /** The same with the number of bootstrap resamples and the seed of the generator that drew them. */
    public Signature resampled(int rounds, long seed) {
        List<Field> extended = new ArrayList<>(fields);
        extended.add(1, new Field("bs", "bs", Integer.toString(rounds)));
        extended.add(2, new Field("seed", "rs", Long.toString(seed)));
        return new Signature(extended);
    }

    /** With the names in full, such as {@code nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:...}. */
    public String text() {
        return fields.stream().map(f -> f.name() + ":" + f.value()).collect(Collectors.joining("|"));
    }

    /** With the names abbreviated. */
    public String abbreviated() {
        return fields.stream().map(f -> f.abbreviation() + ":" + f.value()).collect(Collectors.joining("|"));
    }
}

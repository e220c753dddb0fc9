package dev.assay.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a path and its query together. Used by one thread. */
public final class Query {

    private final String path;
    private final List<String> parameters = new ArrayList<>();

    private Query(String path) {
        this.path = path;
    }

    public static Query of(String path) {
        return new Query(path);
    }

    /** A path below a run; its name may be anything that the user typed. */
    public static Query run(String run, String rest) {
        return new Query("/api/v1/runs/" + encoded(run) + rest);
    }

    /** Adds a parameter unless its value is null. */
    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + "=" + encoded(value.toString()));
        }
        return this;
    }

    public String text() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** Encoded for a path as well as for a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

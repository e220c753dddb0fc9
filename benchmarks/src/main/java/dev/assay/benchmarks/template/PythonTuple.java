package dev.assay.benchmarks.template;

import com.hubspot.jinjava.objects.PyWrapper;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list that prints as Python's tuple. Immutable; a wrapper in jinjava's sense, so that it is not made a list again. */
final class PythonTuple extends AbstractList<@Nullable Object> implements RandomAccess, PyWrapper {

    private final List<@Nullable Object> parts;

    PythonTuple(@Nullable Object... parts) {
        this.parts = Collections.unmodifiableList(Arrays.asList(parts.clone()));
    }

    @Override
    public @Nullable Object get(int index) {
        return parts.get(index);
    }

    @Override
    public int size() {
        return parts.size();
    }

    @Override
    public String toString() {
        return parts.stream().map(PythonText::repr).collect(Collectors.joining(", ", "(", size() == 1 ? ",)" : ")"));
    }
}

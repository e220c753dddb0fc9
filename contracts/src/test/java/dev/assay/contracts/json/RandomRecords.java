package dev.assay.contracts.json;

import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Arbitrary records of any type, out of their components; of the values that a component may have, the odd ones too. */
public final class RandomRecords {

    private static final Set<Class<?>> ULIDS = Set.of(EventId.class, RunId.class, CallId.class);
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "user",
            "stop",
            "42",
            "\"\\/\b\n\u0000\u001f\u007f",
            "é",
            "日本語",
            "\uD83D\uDE00",
            "\u2028",
            "USD",
            "EUR");
    private static final List<Object> VALUES = List.of(
            40,
            5_000_000_000L,
            new BigInteger("9".repeat(30)),
            new BigDecimal("1.10"),
            true,
            "x",
            List.of(1),
            Map.of("k", "v"));

    private final RandomGenerator random;
    private final boolean complete;

    /** @param complete whether nothing is null or empty */
    public RandomRecords(RandomGenerator random, boolean complete) {
        this.random = random;
        this.complete = complete;
    }

    /** Draws again what the record's own checks refuse. */
    public <T> T next(Class<T> type) {
        while (true) {
            try {
                return type.cast(record(type));
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError(type + " cannot be made", refused);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(type + " cannot be made", e);
            }
        }
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean absent = isNullable(components[i].getAnnotatedType()) && !complete && random.nextBoolean();
            values[i] = absent ? null : value(components[i].getGenericType());
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text();
        } else if (raw == int.class || raw == Integer.class) {
            return (int) whole() & (random.nextInt(4) == 0 ? -1 : 0xFFFF);
        } else if (raw == long.class || raw == Long.class) {
            return whole();
        } else if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        } else if (raw == Double.class || raw == double.class) {
            return random.nextInt(8) == 0 ? Double.NaN : random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
        } else if (raw == BigDecimal.class) {
            return new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(-3, 20));
        } else if (raw == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(-100_000_000_000L, 300_000_000_000L), nanos());
        } else if (raw == Object.class) {
            return VALUES.get(random.nextInt(VALUES.size()));
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        return idOrRecord(raw);
    }

    private Object idOrRecord(Class<?> type) {
        if (type == AttemptId.class) {
            return new AttemptId((TaskId) idOrRecord(TaskId.class), 1 + random.nextInt(99));
        } else if (type == TaskId.class) {
            return new TaskId(new RunId(ulid()), random.nextInt(9), random.nextInt(999_999), random.nextInt(9));
        } else if (type == Outcome.class) {
            List<Class<?>> kinds = List.of(
                    Outcome.Answered.class, Outcome.Refused.class, Outcome.Failed.class, Outcome.Cancelled.class);
            return next(kinds.get(random.nextInt(kinds.size())));
        } else if (type.getPackage() == EventId.class.getPackage()) {
            return id(type);
        }
        return next(type);
    }

    private Object id(Class<?> type) {
        String text = ULIDS.contains(type)
                ? ulid()
                : List.of("sim", "pb-3", "a.b_c-9", "z").get(random.nextInt(4));
        try {
            return type.getConstructor(String.class).newInstance(text);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " is no id of one text", e);
        }
    }

    private Object container(ParameterizedType type) {
        int size = random.nextInt(complete ? 1 : 0, 3);
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(value(of[0]));
            }
            return list;
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(value(of[0]), value(of[1]));
        }
        return map;
    }

    private String ulid() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            text.append("0123456789abcdefghjkmnpqrstvwxyz".charAt(random.nextInt(32)));
        }
        return text.toString();
    }

    private String text() {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(4) == 0 ? text.repeat(random.nextInt(300)) : text;
    }

    private long whole() {
        return random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(3);
    }

    private int nanos() {
        return random.nextInt(1_000) * (random.nextBoolean() ? 1 : random.nextBoolean() ? 1_000 : 1_000_000);
    }
}

package dev.assay.workers.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a provider asks to wait: {@code retry-after-ms}, or {@code retry-after} in seconds or as a date (RFC 9110,
 * 10.2.3). At most a day; null where it does not say or says nonsense. Pure.
 */
final class RetryAfter {

    private static final long MAX_MILLIS = Duration.ofDays(1).toMillis();

    private RetryAfter() {}

    static @Nullable Long millis(Map<String, String> headers, Instant now) {
        Double exact = number(headers.get("retry-after-ms"));
        if (exact != null) {
            return bounded(exact);
        }
        String text = headers.get("retry-after");
        Double seconds = number(text);
        if (seconds != null) {
            return bounded(seconds * 1000);
        }
        return text == null ? null : untilDate(text, now);
    }

    private static @Nullable Double number(@Nullable String text) {
        if (text == null || !text.strip().matches("\\d{1,15}(\\.\\d{1,9})?")) {
            return null;
        }
        return Double.valueOf(text.strip());
    }

    private static @Nullable Long untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(now, date).toMillis());
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }

    private static Long bounded(double millis) {
        return Math.min(MAX_MILLIS, Math.max(0, (long) Math.ceil(millis)));
    }
}

package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes instants in the form that events are written in, such as {@code 2026-01-31T12:00:00.123456Z}, without the
 * general parser and formatter, which took a quarter of the time of an event. Everything else is left to them.
 */
final class InstantText extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = "2026-01-31T12:00:00Z".length();
    private static final int LONGEST = "2026-01-31T12:00:00.123456789Z".length();
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Instant fast = parse(parser.getText());
        return fast != null ? fast : InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    /** Null if the text has another form or names no instant. */
    static @Nullable Instant parse(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || length == SHORTEST + 1 || text.charAt(length - 1) != 'Z') {
            return null;
        }
        boolean separated = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (length == SHORTEST || text.charAt(19) == '.');
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int fraction = length == SHORTEST ? 0 : number(text, 20, length - 1);
        if (!separated || !isTime(hour, minute, second, fraction) || !isDate(year, month, day)) {
            return null;
        }
        for (int digits = length == SHORTEST ? NANO_DIGITS : length - SHORTEST - 1; digits < NANO_DIGITS; digits++) {
            fraction *= 10;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second, fraction);
    }

    /** Writes what {@link Instant#toString()} says. */
    static void write(JsonGenerator out, Instant value) throws IOException {
        long day = Math.floorDiv(value.getEpochSecond(), SECONDS_PER_DAY);
        if (day < FIRST_DAY || day > LAST_DAY) {
            out.writeString(value.toString());
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        int second = (int) (value.getEpochSecond() - day * SECONDS_PER_DAY);
        char[] text = new char[LONGEST];
        put(text, 0, 4, date.getYear());
        text[4] = '-';
        put(text, 5, 7, date.getMonthValue());
        text[7] = '-';
        put(text, 8, 10, date.getDayOfMonth());
        text[10] = 'T';
        put(text, 11, 13, second / 3_600);
        text[13] = ':';
        put(text, 14, 16, second / 60 % 60);
        text[16] = ':';
        put(text, 17, 19, second % 60);
        int end = putFraction(text, value.getNano());
        text[end] = 'Z';
        out.writeString(text, 0, end + 1);
    }

    /** Three, six or nine digits, or none. */
    private static int putFraction(char[] text, int nanos) {
        if (nanos == 0) {
            return 19;
        }
        text[19] = '.';
        int digits = nanos % 1_000 != 0 ? 9 : nanos % 1_000_000 != 0 ? 6 : 3;
        put(text, 20, 20 + digits, digits == 9 ? nanos : digits == 6 ? nanos / 1_000 : nanos / 1_000_000);
        return 20 + digits;
    }

    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static boolean isDate(int year, int month, int day) {
        return year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isTime(int hour, int minute, int second, int fraction) {
        return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && fraction >= 0;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}

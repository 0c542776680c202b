package io.graphtracker.texts;

import java.util.List;
import java.util.Locale;

/** Formats numbers of bytes. */
public final class ByteSize {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    /** With more digits, exact numbers are easier to read. */
    private static final int MOST_DIGITS = 3;

    private ByteSize() {}

    /** A number of bytes in decimal units, for example {@code 612 bytes}, {@code 1.4 MB}. */
    public static String format(long bytes) {
        return format(bytes, 1);
    }

    /**
     * Two numbers of bytes for a sentence that compares them, with as many digits as needed to make them differ:
     * "needs 1.2 MB, and 1.2 MB are free" would be useless.
     */
    public static List<String> formatApart(long first, long second) {
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            List<String> texts = List.of(format(first, digits), format(second, digits));
            if (first == second || !texts.getFirst().equals(texts.getLast())) {
                return texts;
            }
        }
        return List.of(exact(first), exact(second));
    }

    private static String exact(long bytes) {
        return String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    private static String format(long bytes, int digits) {
        if (bytes < 1_000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double value = bytes / 1_000.0;
        int unit = 0;
        // 999.95 and more would be rounded to 1000.0
        while (value >= 1_000 - 0.5 / Math.pow(10, digits)) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%." + digits + "f %s", value, UNITS[unit]);
    }
}

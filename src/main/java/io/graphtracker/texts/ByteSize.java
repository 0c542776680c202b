package io.graphtracker.texts;

import java.util.Locale;

/** Writes numbers of bytes for people. */
public final class ByteSize {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private ByteSize() {}

    /** A number of bytes in decimal units, for example {@code 612 bytes}, {@code 1.4 MB}. */
    public static String format(long bytes) {
        if (bytes < 1_000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double value = bytes / 1_000.0;
        int unit = 0;
        // 999.95 and more would be shown as 1000.0
        while (value >= 999.95) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}

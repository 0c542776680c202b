package io.graphtracker.backup.retention.ui;

/** Units of a total size, decimal as everywhere on the pages. */
enum SizeUnit {
    MB(1_000_000L),
    GB(1_000_000_000L),
    TB(1_000_000_000_000L);

    private final long bytes;

    SizeUnit(long bytes) {
        this.bytes = bytes;
    }

    /** The largest unit of which there is at least one. */
    static SizeUnit of(long bytes) {
        if (bytes >= TB.bytes) {
            return TB;
        }
        return bytes >= GB.bytes ? GB : MB;
    }

    /** A number of bytes in this unit. */
    double from(long total) {
        return (double) total / bytes;
    }

    /** The number of bytes, at least 1. */
    long toBytes(double value) {
        return Math.max(1, Math.round(value * bytes));
    }
}

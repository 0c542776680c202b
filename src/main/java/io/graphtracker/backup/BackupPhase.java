package io.graphtracker.backup;

import java.util.Locale;

/** The parts of a backup's work, in their order. The shares are estimates: copying takes 2.7 times as long as a plain copy, hashing 2.1 times. */
public enum BackupPhase {
    /** The snapshot is written. */
    COPYING(0, 55),
    /** The copy is checked and hashed at the same time; bytes count those hashed. */
    CHECKING(55, 43),
    /** What is proven is forced to the disk and gets its name. */
    PUBLISHING(98, 2);

    private final int begin;
    private final int share;

    BackupPhase(int begin, int share) {
        this.begin = begin;
        this.share = share;
    }

    /** The code outside, for example {@code copying}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Percent of the whole that is done when this much of the phase is. */
    double overall(double done) {
        return begin + share * done;
    }
}

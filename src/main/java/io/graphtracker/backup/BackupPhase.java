package io.graphtracker.backup;

import java.util.Locale;

/**
 * The phases of a backup, in their order. Their shares are estimates: copying takes 2.7 times as long as a plain copy,
 * hashing 2.1 times.
 */
public enum BackupPhase {
    /** The copy is written. */
    COPYING(0, 55),
    /** The copy is verified and hashed at the same time; the bytes are those hashed. */
    CHECKING(55, 43),
    /** The verified copy is forced to the disk and gets its name. */
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

    /**
     * Percent of the whole backup that is done.
     *
     * @param done share of this phase, 0 to 1
     */
    double overall(double done) {
        return begin + share * done;
    }
}

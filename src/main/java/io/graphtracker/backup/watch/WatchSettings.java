package io.graphtracker.backup.watch;

/**
 * The settings of watching.
 *
 * @param maxAgeDays how old the newest verified backup may become before every page warns
 * @param callAddress the address to call after each scheduled backup that succeeded; empty if there is none. It is a
 *     secret: whoever knows it can pretend that backups are made
 */
public record WatchSettings(int maxAgeDays, String callAddress) {

    /** The least and the most days that can be set. */
    public static final int LEAST_DAYS = 1;

    public static final int MOST_DAYS = 365;

    /** What applies until somebody changes it. */
    public static final WatchSettings DEFAULT = new WatchSettings(7, "");

    /** Whether there is an address to call. */
    public boolean hasCall() {
        return !callAddress.isEmpty();
    }

    /** Without the address, which must not get into a log. */
    @Override
    public String toString() {
        return "WatchSettings[maxAgeDays=" + maxAgeDays + ", hasCall=" + hasCall() + "]";
    }
}

package io.graphtracker.testing;

/**
 * How often tests repeat what they try, those of every day and the {@link Thorough} ones. Usually, each kind of a case is
 * tried; CI and the benchmarks repeat more of each, with {@code -Dgraphtracker.thorough=true}: more moments of a crash, more generated values, a process of
 * its own for each kill, temporary folders on a disk, and the browser that people use. No case of its own may depend on
 * it.
 *
 * @see "docs/decisions/2026-12-01-what-the-tests-cost.md"
 */
public final class Depth {

    private static final boolean THOROUGH = Boolean.getBoolean("graphtracker.thorough");

    private Depth() {}

    /** Whether there is time for everything. */
    public static boolean isThorough() {
        return THOROUGH;
    }

    /** How many of a kind to try: usually, or where there is time. */
    public static int of(int usually, int thoroughly) {
        return THOROUGH ? thoroughly : usually;
    }
}

package io.graphtracker.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All that was measured on a database of one size; times in seconds, round by round. */
final class Measured {

    final long databaseBytes;
    final Figures cp = new Figures();
    final Figures trusted = new Figures();
    final Figures backup = new Figures();
    /** As little as a hashed copy can take. */
    final Figures least = new Figures();

    final Figures fastScript = new Figures();
    final Figures usualScript = new Figures();
    final Figures trustedUnderWriters = new Figures();
    final Figures backupUnderWriters = new Figures();
    final Figures cancelCopying = new Figures();
    final Figures cancelChecking = new Figures();
    /** In MB. */
    final Figures walGrowth = new Figures();
    /** In MB over idle. */
    final Figures memory = new Figures();

    /** Of the application started from its jar; only at the largest size. */
    final Launches jar = new Launches();
    /** Started with the command that the README has. */
    final Launches readme = new Launches();

    final List<Writers.Waits> quietWriters = new ArrayList<>();
    final List<Writers.Waits> busyWriters = new ArrayList<>();
    final List<Writers.Waits> writersBesideShell = new ArrayList<>();

    Measured(long databaseBytes) {
        this.databaseBytes = databaseBytes;
    }

    /** Applications that were started, each with some backups. */
    static final class Launches {

        final Figures first = new Figures();
        final Figures later = new Figures();

        /** Adds what the backups of one took, in their order. */
        void add(List<Double> seconds) {
            first.add(seconds.getFirst());
            Figures others = new Figures();
            seconds.stream().skip(1).forEach(others::add);
            later.add(others.median());
        }
    }

    /** One figure of the writers, for each round. */
    static Figures of(List<Writers.Waits> rounds, ToDoubleFunction<Writers.Waits> figure) {
        Figures figures = new Figures();
        rounds.forEach(waits -> figures.add(figure.applyAsDouble(waits)));
        return figures;
    }
}

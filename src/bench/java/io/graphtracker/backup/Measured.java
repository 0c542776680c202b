package io.graphtracker.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All measurements of a database of one size; times in seconds, round by round. */
final class Measured {

    final long databaseBytes;
    final Figures cp = new Figures();
    final Figures trusted = new Figures();
    final Figures backup = new Figures();
    /** The least that a hashed copy can take. */
    final Figures least = new Figures();

    final Figures fastScript = new Figures();
    final Figures usualScript = new Figures();
    final Figures trustedUnderWriters = new Figures();
    final Figures backupUnderWriters = new Figures();
    final Figures cancelCopying = new Figures();
    final Figures cancelChecking = new Figures();
    /** In MB. */
    final Figures walGrowth = new Figures();
    /** In MB above the idle application. */
    final Figures memory = new Figures();

    /** Of the application started from its jar; only at the largest size. */
    final Launches jar = new Launches();
    /** Started with the command in the README. */
    final Launches readme = new Launches();

    final List<Writers.Waits> quietWriters = new ArrayList<>();
    final List<Writers.Waits> busyWriters = new ArrayList<>();
    final List<Writers.Waits> writersBesideShell = new ArrayList<>();

    Measured(long databaseBytes) {
        this.databaseBytes = databaseBytes;
    }

    /** The applications that were started, each with some backups. */
    static final class Launches {

        final Figures first = new Figures();
        final Figures later = new Figures();

        /** Adds the durations of the backups of one application, in order. */
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

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
    final Figures script = new Figures();
    final Figures trustedUnderWriters = new Figures();
    final Figures backupUnderWriters = new Figures();
    final Figures cancelCopying = new Figures();
    final Figures cancelChecking = new Figures();
    /** In MB. */
    final Figures walGrowth = new Figures();
    /** In MB over idle. */
    final Figures memory = new Figures();

    final List<Writers.Waits> quietWriters = new ArrayList<>();
    final List<Writers.Waits> busyWriters = new ArrayList<>();
    final List<Writers.Waits> writersBesideShell = new ArrayList<>();

    Measured(long databaseBytes) {
        this.databaseBytes = databaseBytes;
    }

    /** One figure of the writers, for each round. */
    static Figures of(List<Writers.Waits> rounds, ToDoubleFunction<Writers.Waits> figure) {
        Figures figures = new Figures();
        rounds.forEach(waits -> figures.add(figure.applyAsDouble(waits)));
        return figures;
    }
}

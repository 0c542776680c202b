package io.graphtracker.backup;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Writes the page of figures. */
final class Report {

    private final Map<Integer, Measured> results;
    private final int rounds;
    private final StringBuilder page = new StringBuilder();
    private final List<String> missed = new ArrayList<>();

    Report(Map<Integer, Measured> results, int rounds) {
        this.results = results;
        this.rounds = rounds;
    }

    String text() throws IOException {
        page.setLength(0);
        missed.clear();
        head();
        table(
                "Time of a backup while nobody writes",
                "way",
                List.of(
                        row("`cp` and `sync` (may be torn on a live database)", m -> m.cp.text(" s")),
                        row(
                                "**the trusted backup** (snapshot, proof, SHA-256, fsync, publication)",
                                m -> m.trusted.text(" s")),
                        row("`sqlite3 .backup` alone", m -> m.backup.text(" s")),
                        row("the limit: `cp`, `sync`, `openssl dgst -sha256`", m -> m.least.text(" s")),
                        row(
                                "fast script: `.backup`, `quick_check`, `openssl dgst -sha256`",
                                m -> m.fastScript.text(" s")),
                        row("usual script: `.backup`, `quick_check`, `sha256sum`", m -> m.usualScript.text(" s")),
                        row("trusted ÷ `cp`", m -> m.trusted.over(m.cp).text("")),
                        row("trusted ÷ `.backup`", m -> m.trusted.over(m.backup).text("")),
                        row("**trusted ÷ limit**", m -> m.trusted.over(m.least).text("")),
                        row(
                                "**trusted ÷ fast script**",
                                m -> m.trusted.over(m.fastScript).text("")),
                        row(
                                "**trusted ÷ usual script**",
                                m -> m.trusted.over(m.usualScript).text("")),
                        row(
                                "trusted, seconds for each GB",
                                m -> Figures.number(m.trusted.median() * 1e9 / m.databaseBytes))));
        table(
                "The same while two threads commit 1,000 changes a second",
                "way",
                List.of(
                        row("**the trusted backup**", m -> m.trustedUnderWriters.text(" s")),
                        row(
                                "trusted ÷ its own time while nobody writes",
                                m -> m.trustedUnderWriters.over(m.trusted).text("")),
                        row("`sqlite3 .backup`, stopped after 8 s", m -> m.backupUnderWriters.text(" s")),
                        row(
                                "`.backup`: how often it came to its end",
                                m -> m.backupUnderWriters.ended() + " of " + m.backupUnderWriters.rounds()),
                        row("growth of the write-ahead log during the trusted backup", m -> m.walGrowth.text(" MB"))));
        table(
                "How long the writers wait for a commit, in µs, during 5 s without and 5 s or more with backups",
                "what",
                List.of(
                        row("p50 without a backup", m -> writers(m.quietWriters, Writers.Waits::p50)),
                        row("p50 during the trusted backup", m -> writers(m.busyWriters, Writers.Waits::p50)),
                        row("p50 during `sqlite3 .backup`", m -> writers(m.writersBesideShell, Writers.Waits::p50)),
                        row("p99 without a backup", m -> writers(m.quietWriters, Writers.Waits::p99)),
                        row("p99 during the trusted backup", m -> writers(m.busyWriters, Writers.Waits::p99)),
                        row("p99 during `sqlite3 .backup`", m -> writers(m.writersBesideShell, Writers.Waits::p99)),
                        row("worst without a backup", m -> writers(m.quietWriters, Writers.Waits::worst)),
                        row("worst during the trusted backup", m -> writers(m.busyWriters, Writers.Waits::worst)),
                        row(
                                "commits a second without a backup",
                                m -> writers(m.quietWriters, Writers.Waits::perSecond)),
                        row(
                                "commits a second during the trusted backup",
                                m -> writers(m.busyWriters, Writers.Waits::perSecond)),
                        row("**p50 ÷ p50 without**", m -> p50Ratio(m).text("")),
                        row("**p99 ÷ p99 without**", m -> p99Ratio(m).text(""))));
        table(
                "From Cancel until nothing is left in the folder",
                "cancelled in the middle of",
                List.of(
                        row("copying", m -> m.cancelCopying.text(" s")),
                        row("checking", m -> m.cancelChecking.text(" s"))));
        table(
                "Memory of a process at the peak of its first backup, over idle",
                "what",
                List.of(row("the trusted backup", m -> m.memory.text(" MB"))));
        launches(results.values().stream().toList().getLast());
        goals();
        return page.toString();
    }

    private void head() throws IOException {
        page.append("""
                # Benchmarks

                Written by `./mvnw -Pbench verify` on %s; do not edit by hand. The code is in `src/bench/java`.

                Each figure is the median of %d rounds, with the least and the most in brackets. In each round all ways
                are measured one after the other on the same database, and ratios are taken round by round: on a shared
                machine the ratios say more than the seconds. Before each measurement what is left to be written is
                written (`sync`); the database is in the system's cache. The databases have the application's schema,
                random ids, texts of some hundred characters.

                Machine: %d processors, %s %s, Java %s. The trusted backup uses SQLite %s (sqlite-jdbc), the shell is
                SQLite %s.

                """.formatted(
                        LocalDate.now(),
                        rounds,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version").replaceAll("-.*", ""),
                        System.getProperty("java.version"),
                        org.sqlite.SQLiteJDBCLoader.getVersion(),
                        Shell.output("sqlite3 --version").split(" ")[0]));
    }

    private record Row(String name, Function<Measured, String> value) {}

    private static Row row(String name, Function<Measured, String> value) {
        return new Row(name, value);
    }

    private void table(String title, String first, List<Row> rows) {
        page.append("## ").append(title).append("\n\n| ").append(first).append(" |");
        results.keySet().forEach(megabytes -> page.append(' ').append(megabytes).append(" MB |"));
        page.append("\n| --- |").append(" --- |".repeat(results.size())).append('\n');
        for (Row row : rows) {
            page.append("| ").append(row.name()).append(" |");
            results.values()
                    .forEach(measured ->
                            page.append(' ').append(row.value().apply(measured)).append(" |"));
            page.append('\n');
        }
        page.append('\n');
    }

    private static String writers(List<Writers.Waits> rounds, ToDoubleFunction<Writers.Waits> figure) {
        return Measured.of(rounds, figure).text("");
    }

    private static Figures p50Ratio(Measured m) {
        return Measured.of(m.busyWriters, Writers.Waits::p50).over(Measured.of(m.quietWriters, Writers.Waits::p50));
    }

    private static Figures p99Ratio(Measured m) {
        return Measured.of(m.busyWriters, Writers.Waits::p99).over(Measured.of(m.quietWriters, Writers.Waits::p99));
    }

    private void launches(Measured m) {
        page.append("""
                ## The first backup after a start, at the largest size

                Of the whole application, asked over HTTP five seconds after it answers; later ones are the three after
                that.

                | started by | first | later | first ÷ later |
                | --- | --- | --- | --- |
                """);
        launch("`java -jar`", m.jar);
        launch("`./mvnw spring-boot:run` (its flags and class path)", m.readme);
        page.append('\n');
    }

    private void launch(String name, Measured.Launches launches) {
        page.append(new StringJoiner(" | ", "| ", " |\n")
                .add(name)
                .add(launches.first.text(" s"))
                .add(launches.later.text(" s"))
                .add(launches.first.over(launches.later).text("")));
    }

    private void goals() {
        List<Integer> sizes = new ArrayList<>(results.keySet());
        int largest = sizes.getLast();
        Measured last = results.get(largest);
        page.append("## Goals\n\n| goal | measured | |\n| --- | --- | --- |\n");
        goal(
                "at %d MB, trusted ≤ 0.70 × fast script".formatted(largest),
                last.trusted.over(last.fastScript).median(),
                0.70);
        goal(
                "at %d MB, trusted ≤ 0.45 × usual script".formatted(largest),
                last.trusted.over(last.usualScript).median(),
                0.45);
        goal(
                "at %d MB, trusted ≤ 1.5 × limit".formatted(largest),
                last.trusted.over(last.least).median(),
                1.5);
        goal(
                "at %d MB, the first backup after a start ≤ 1.3 × a later one".formatted(largest),
                last.jar.first.over(last.jar.later).median(),
                1.3);
        goal(
                "at %d MB, from README's command ≤ 1.1 × from the jar (no slower, but for noise)".formatted(largest),
                last.readme.later.over(last.jar.later).median(),
                1.1);
        goal(
                "at %d MB, under writers ≤ 1.5 × its quiet time".formatted(largest),
                last.trustedUnderWriters.over(last.trusted).median(),
                1.5);
        goal(
                "at %d MB, writers' p50 ≤ 1.3 × quiet".formatted(largest),
                p50Ratio(last).median(),
                1.3);
        goal(
                "at %d MB, writers' p99 ≤ 1.5 × quiet".formatted(largest),
                p99Ratio(last).median(),
                1.5);
        goal(
                "at %d MB, nothing is left 1 s after Cancel, the most of all rounds".formatted(largest),
                Math.max(last.cancelCopying.max(), last.cancelChecking.max()),
                1.0);
        goal(
                "memory over idle ≤ 64 MB at every size, the most of all rounds",
                results.values().stream().mapToDouble(m -> m.memory.max()).max().orElseThrow(),
                64);
        if (sizes.size() > 1) {
            int smaller = sizes.get(sizes.size() - 2);
            Measured before = results.get(smaller);
            goal(
                    "time for each GB at %d MB ≤ that at %d MB".formatted(largest, smaller),
                    (last.trusted.median() / last.databaseBytes) / (before.trusted.median() / before.databaseBytes),
                    1.0);
        }
    }

    private void goal(String name, double value, double limit) {
        boolean known = !Double.isNaN(value);
        if (known && value > limit) {
            missed.add(name + ": " + Figures.number(value));
        }
        page.append(new StringJoiner(" | ", "| ", " |\n")
                .add(name)
                .add(known ? Figures.number(value) : "–")
                .add(!known ? "not measured" : value <= limit ? "reached" : "**missed**"));
    }

    /** The goals that the page shows as missed, for the end of the build's output. */
    String outcome() {
        return missed.isEmpty() ? "no goal missed" : "MISSED " + String.join("; MISSED ", missed);
    }
}

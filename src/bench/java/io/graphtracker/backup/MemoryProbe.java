package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A process that makes one backup, and prints by how many bytes its memory grew at its peak. Linux only: it reads
 * {@code /proc/self}.
 */
final class MemoryProbe {

    private MemoryProbe() {}

    /** Arguments: the database, a folder. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path database = Path.of(arguments[0]);
        // an application has its database open long before its first backup
        SourceDatabase.open(database).close();
        System.gc();
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        long idle = kilobytes("VmRSS:");
        BenchBackups.run(database, Path.of(arguments[1]));
        System.out.println((kilobytes("VmHWM:") - idle) * 1024);
        System.exit(0);
    }

    private static long kilobytes(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A process of its own that makes backups, and prints for each how many bytes of memory it took at its peak beyond what it had
 * before. Linux only: asks {@code /proc/self}.
 */
final class MemoryProbe {

    private MemoryProbe() {}

    /** Arguments: a small database to warm up with, the database, a folder, how often. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[2]);
        for (int i = 0; i < 3; i++) {
            BenchBackups.run(Path.of(arguments[0]), folder);
        }
        for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
            System.gc();
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            long idle = kilobytes("VmRSS:");
            BenchBackups.run(Path.of(arguments[1]), folder);
            System.out.println((kilobytes("VmHWM:") - idle) * 1024);
        }
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

package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.StartupException;
import io.graphtracker.environment.TestEnvironment;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Prints what {@link AsciiLocaleTest} asks of a process in another locale, in UTF-8. */
final class AsciiLocaleProcess {

    static final String ENCODING = "encoding: ";
    static final String ENTRY = "entry: ";
    static final String PROBLEM = "problem: ";
    static final String START = "start: ";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Its argument is the root of {@link TestBackups}; without one, the working directory is used. */
    public static void main(String... arguments) throws Exception {
        AsciiLocaleProcess process = new AsciiLocaleProcess();
        process.out.println(ENCODING + System.getProperty("sun.jnu.encoding"));
        if (arguments.length == 0) {
            process.sayRoot();
        } else {
            process.sayBackups(Path.of(arguments[0]));
        }
    }

    private void sayRoot() {
        try {
            out.println(START + new ProjectRoot(TestEnvironment.process(Map.of())).path());
        } catch (StartupException e) {
            out.println(START + e.getMessage() + " " + e.action());
        }
    }

    private void sayBackups(Path root) throws Exception {
        try (TestBackups backups = TestBackups.resume(root)) {
            backups.make();
            for (CatalogEntry entry : backups.bean(BackupCatalog.class).list().entries()) {
                out.println(ENTRY + entry.name() + " " + entry.state());
            }
            Files.writeString(root.resolve(".env"), "BACKUPS_DIR=größe\n");
            out.println(PROBLEM + backups.bean(BackupsDirectory.class).folder());
        } catch (BackupException e) {
            out.println(PROBLEM + e.kind());
        }
    }
}

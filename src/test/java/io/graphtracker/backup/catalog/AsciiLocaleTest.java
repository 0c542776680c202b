package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.ChildProcess;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.testing.RawNames;
import io.graphtracker.testing.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process in the locale "C", in which services and containers start: its file names are ASCII, whatever the disk
 * contains.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names are UTF-16 there")
@Timeout(120)
@Thorough
class AsciiLocaleTest {

    private static final String ASCII = "ANSI_X3.4-1968";

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    @Test
    void namesThatAreNoTextThereAreListedBesideTheBackupAndNotTouched() throws Exception {
        TestBackups.start(folder).close();
        RawNames.create(folder.resolve("backups"), "M\\303\\244rz.sqlite", "latin-\\366.db", "latin-\\374.db");

        try (ChildProcess process = start("export LC_ALL=C", folder)) {
            requireAscii(process);
            List<String> entries = List.of(entry(process), entry(process), entry(process), entry(process));
            assertThat(entries.getFirst()).startsWith("graph_tracker_20261122_213000.sqlite Proven");
            assertThat(entries.subList(1, 4))
                    .containsExactlyInAnyOrder(
                            "März.sqlite Foreign[reason=name]",
                            "latin-\ufffdF6.db Foreign[reason=name]",
                            "latin-\ufffdFC.db Foreign[reason=name]");
            assertThat(said(process, AsciiLocaleProcess.PROBLEM)).isEqualTo("locale");
        }
    }

    /** The JDK would create another folder beside it, called {@code Pl??ne}. */
    @Test
    void aWorkingDirectoryThatIsNoTextThereIsNoProjectRoot() throws Exception {
        RawNames.createFolders(folder, "Pl\\303\\244ne");

        try (ChildProcess process = start("cd " + folder + "/Pl*ne && export LC_ALL=C")) {
            requireAscii(process);
            assertThat(said(process, AsciiLocaleProcess.START))
                    .contains("The working directory has characters that the locale")
                    .contains("LC_ALL=C.UTF-8");
        }
        assertThat(Files.list(folder)).hasSize(1);
    }

    private ChildProcess start(String shell, Object... arguments) throws Exception {
        return ChildProcess.startWholeAfter(shell, AsciiLocaleProcess.class, temporary, arguments);
    }

    private static void requireAscii(ChildProcess process) throws InterruptedException {
        String encoding = said(process, AsciiLocaleProcess.ENCODING);
        assumeTrue(encoding.equals(ASCII), "file names are " + encoding + " in the locale C of this system");
    }

    private static String entry(ChildProcess process) throws InterruptedException {
        return said(process, AsciiLocaleProcess.ENTRY);
    }

    private static String said(ChildProcess process, String kind) throws InterruptedException {
        return process.line(line -> line.startsWith(kind)).substring(kind.length());
    }
}

package io.graphtracker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.ChildProcess;
import io.graphtracker.testing.RunningServer;
import io.graphtracker.testing.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command line beside a running server: a backup is made, and nothing is restored. */
@Thorough
class CommandBesideServerTest extends RunningServer {

    @Autowired
    private JdbcTemplate database;

    @TempDir
    Path folder;

    @Test
    void aBackupIsMadeAndARestoreRefused() throws Exception {
        env("BACKUPS_DIR=backups\n");
        database.queryForList("select name from project");

        try (ChildProcess backup = start("backup", "--quiet")) {
            assertThat(backup.rest()).isEqualTo(CommandProcess.ENDED + "0\n");
        }
        String name = CommandRoot.names(home().resolve("backups")).getFirst();
        List<String> before = CommandRoot.names(home().resolve("instance"));
        try (ChildProcess restore = start("restore", name, "--yes")) {
            assertThat(restore.rest()).isEqualTo(CommandProcess.ENDED + "1\n");
            assertThat(restore.errors()).contains("is in use", "Stop Graph Tracker");
        }

        assertThat(CommandRoot.names(home().resolve("instance"))).isEqualTo(before);
        assertThat(Files.list(home().resolve("backups"))).hasSize(4);
    }

    private ChildProcess start(String... command) throws Exception {
        Object[] arguments = new Object[command.length + 2];
        arguments[0] = home();
        arguments[1] = "-";
        System.arraycopy(command, 0, arguments, 2, command.length);
        return ChildProcess.startWhole(CommandProcess.class, folder, arguments);
    }
}

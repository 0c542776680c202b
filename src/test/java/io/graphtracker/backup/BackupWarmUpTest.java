package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupWarmUpTest {

    private final List<Runnable> tasks = new ArrayList<>();

    @Test
    void isDoneBesideTheStart() {
        warmUp(new DatabaseUrl.Sqlite(Path.of("live.db")));

        assertThat(tasks).hasSize(2);
        tasks.forEach(Runnable::run);
    }

    @Test
    void isNotNeededWithoutBackups() {
        warmUp(new DatabaseUrl.Postgresql("jdbc:postgresql:x", "u", ""));

        assertThat(tasks).isEmpty();
    }

    private void warmUp(DatabaseUrl database) {
        new BackupWarmUp(TestSchema.schemas(), database, tasks::add).warmUp();
    }
}

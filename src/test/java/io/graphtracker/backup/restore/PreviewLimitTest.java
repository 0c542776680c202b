package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.BackupVerifier;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.restore.RestorePreview.Compared;
import io.graphtracker.database.DatabaseContents;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A preview that cannot read the live database does not claim that nothing would be lost. */
class PreviewLimitTest extends RestoreFixture {

    @Test
    void whatTakesTooLongToReadIsNotCompared() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE project RENAME TO was");
            statement.execute("CREATE VIEW project AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
                    + " SELECT id, 'x' AS name, 0 AS archived, 0 AS created_at, 0 AS updated_at FROM n");
        }

        RestorePreview preview = preview(Duration.ofMillis(200));

        assertThat(preview.compared()).isEqualTo(Compared.OVERDUE);
        assertThat(preview.inBackup()).isNotEmpty();
        assertThat(preview.current()).isEmpty();
        assertThat(preview.lost().isEmpty()).isTrue();
        assertThat(preview.restored().isEmpty()).isTrue();
    }

    /** Without a row it would be finished before the time limit is checked. */
    @Test
    void noTimeAtAllIsTooLongToo() throws Exception {
        assertThat(preview(Duration.ZERO).compared()).isEqualTo(Compared.OVERDUE);
    }

    @Test
    void whatIsComparedSaysSo() throws Exception {
        RestorePreview preview = preview(Duration.ofMinutes(1));

        assertThat(preview.compared()).isEqualTo(Compared.YES);
        assertThat(preview.lost().first()).containsExactly("Boat");
    }

    @Test
    void whatIsNoDatabaseIsNotCompared() throws Exception {
        RestorePreviews previews = previews(Duration.ofMinutes(1));
        context.close();
        Files.writeString(root.database(), "no database");

        RestorePreview preview = previews.of(root.database(), name(), VerificationJob.unwatched());

        assertThat(preview.compared()).isEqualTo(Compared.UNREADABLE);
        assertThat(preview.lost().isEmpty()).isTrue();
    }

    private RestorePreview preview(Duration patience) throws Exception {
        return previews(patience).of(root.database(), name(), VerificationJob.unwatched());
    }

    private RestorePreviews previews(Duration patience) {
        return new RestorePreviews(
                context.getBean(BackupCatalog.class),
                context.getBean(CatalogService.class),
                context.getBean(BackupVerifier.class),
                context.getBeanProvider(DatabaseContents.class),
                patience);
    }
}

package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Thorough;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The same as {@link RestoreKillTest} where what is in use refers to what is not there, so that no backup could bring
 * it back: a restore keeps it as files, and another puts these back.
 */
@Thorough
class RestoreFilesKillTest extends RestoreKillFixture {

    private static final List<String> FORMER = List.of("Boat", "Garden");
    private static final List<String> BACKED_UP = List.of("Garden", "House");

    private Path inUse;
    private Path kept;
    private String keptName;

    @BeforeAll
    void referToWhatIsNotThere() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edge values ('refers', 'to', 'no', 'thing')");
        }
        inUse = copyOfRoot();
        keptName = keep();
        kept = copyOfRoot();
    }

    @ParameterizedTest
    @CsvSource({"DATABASE_ASIDE, false", "SWITCHED, true", "ACCEPTED, true", "KEPT, true", "COMMITTED, true"})
    void aKillWhileItIsKeptAsFilesLosesNothing(String step, boolean restored) throws Exception {
        killAt(inUse, backup, step);

        try (AnnotationConfigApplicationContext context = root.start()) {
            RestoreService service = context.getBean(RestoreService.class);
            assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
            if (restored) {
                assertThat(projects(context)).isEqualTo(BACKED_UP);
                UndoOffer offer = service.undoOffer().orElseThrow();
                service.restore(service.preview(new RestoreRequest.Undo(offer)), "anna");
            } else {
                assertThat(service.formerDatabases()).isEmpty();
                assertThat(service.undoOffer()).isEmpty();
            }
            assertThat(projects(context)).containsExactly("Boat", "Garden", "Shed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STAGING, old",
        "MIGRATING, old",
        "SAFETY_BACKUP, old",
        "INTENT_WRITTEN, old",
        "DATABASE_ASIDE, old",
        "ALL_ASIDE, old",
        "SWITCHED, new",
        "ACCEPTED, new",
        "KEPT, new",
        "COMMITTED, new",
        "CLEARED, new"
    })
    void aKillWhileTheFilesArePutBackLeavesWhollyTheOldOrWhollyTheNew(String step, String data) throws Exception {
        killAt(kept, keptName, step);

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).isEqualTo(data.equals("old") ? List.of("Garden", "House", "Shed") : FORMER);
            assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
            RestoreService service = context.getBean(RestoreService.class);
            assertThat(service.formerDatabases())
                    .extracting(FormerDatabase::name)
                    .containsExactly(keptName);
            service.restore(service.preview(FormerDatabaseFixture.former(keptName)), "anna");
            assertThat(projects(context)).isEqualTo(FORMER);
        }
    }

    private String keep() throws Exception {
        try (AnnotationConfigApplicationContext context = root.start()) {
            RestoreService service = context.getBean(RestoreService.class);
            return service.restore(service.preview(new RestoreRequest.OfBackup(backup)), "anna")
                    .formerFolder()
                    .getFileName()
                    .toString();
        }
    }
}

package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A process is killed at each step of a restore. Whoever starts then has wholly the old data or wholly the new. */
@Thorough
class RestoreKillTest extends RestoreKillFixture {

    private static final List<String> OLD = List.of("Boat", "Garden", "Shed");
    private static final List<String> NEW = List.of("Garden", "House");

    private Path changed;

    @BeforeAll
    void remember() throws Exception {
        changed = copyOfRoot();
    }

    @ParameterizedTest
    @CsvSource({
        "STAGING, old, false",
        "MIGRATING, old, false",
        "SAFETY_BACKUP, old, false",
        "SWITCHING, old, false",
        "INTENT_WRITTEN, old, true",
        "DATABASE_ASIDE, old, true",
        "ALL_ASIDE, old, true",
        "SWITCHED, new, true",
        "HEALTH_CHECK, new, true",
        "ACCEPTED, new, true",
        "KEPT, new, true",
        "COMMITTED, new, true",
        "CLEARED, new, true"
    })
    void afterAKillTheDataIsWhollyTheOldOrWhollyTheNew(String step, String data, boolean recorded) throws Exception {
        killAt(changed, backup, step);

        assertStartsWith(data.equals("old") ? OLD : NEW);
        assertThat(restores())
                .extracting(AuditEntry::succeeded)
                .isEqualTo(recorded ? List.of(data.equals("new")) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"ROLLBACK_NOTED", "FORMER_BACK", "ALL_BACK"})
    void aKillWhileAllIsTakenBackLosesNothing(String step) throws Exception {
        killAt(changed, backup, step, RestoreProcess.FAILING);

        assertStartsWith(OLD);
        assertThat(restores()).extracting(AuditEntry::succeeded).containsExactly(false);
    }

    private void assertStartsWith(List<String> expected) throws Exception {
        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).isEqualTo(expected);
            assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
            add(context, "Afterwards");
            assertThat(projects(context)).contains("Afterwards");
            RestoreService service = context.getBean(RestoreService.class);
            service.restore(service.preview(new RestoreRequest.OfBackup(backup)), "anna");
            assertThat(projects(context)).isEqualTo(NEW);
        }
        assertThat(Files.exists(root.files().intent())).isFalse();
    }

    /** Those before the one that shows that the next restore works. */
    private List<AuditEntry> restores() throws Exception {
        try (AnnotationConfigApplicationContext context = root.start()) {
            return context.getBean(AuditLog.class).latest(20).stream()
                    .filter(operation -> operation.kind() == AuditEntryKind.RESTORED)
                    .skip(1)
                    .toList();
        }
    }
}

package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.testing.RawNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files in the backups folder whose names cannot be decoded in this locale: listed, and never changed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names are UTF-16 there")
class UnreadableNamesTest extends BackupCatalogFixture {

    private static final List<String> SHOWN = List.of("latin-\ufffdF6.db", "latin-\ufffdFC.db");

    @Test
    void eachIsListedUnderANameOfItsOwnBesideTheBackups() throws Exception {
        String made = backups.makeNamed();
        RawNames.create(backups.folder(), "latin-\\366.db", "latin-\\374.db");
        Files.copy(backups.file(made), backups.file("latin-xF6.db"));

        assertThat(names()).contains(made, "latin-xF6.db").containsAll(SHOWN).doesNotHaveDuplicates();
        for (String name : SHOWN) {
            assertState(name, new VerificationState.Foreign("name"));
        }
        assertThat(marked()).containsExactly(made);
        assertThat(catalog.last()).isEqualTo(new LastBackup.Found(catalog.find(made)));
        assertThat(Path.of(backups.make().toString())).exists();
    }

    @Test
    void nothingCanBeDoneWithThem() throws Exception {
        String made = backups.makeNamed();
        RawNames.create(backups.folder(), "latin-\\366.db");
        CatalogService service = backups.bean(CatalogService.class);

        assertThat(problem(() -> service.verify(SHOWN.getFirst(), "zoe"))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);
        assertThat(problem(() -> service.download(SHOWN.getFirst(), "zoe"))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);
        assertThat(problem(() -> service.delete(SHOWN.getFirst(), "zoe"))).isEqualTo(BackupProblem.BACKUP_KEPT);
        assertThat(problem(() -> service.delete("latin-\ufffd.db", "zoe"))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);
        assertThat(names()).containsExactlyInAnyOrder(made, SHOWN.getFirst());
    }

    private static BackupProblem problem(Runnable deed) {
        return catchThrowableOfType(BackupException.class, deed::run).problem();
    }
}

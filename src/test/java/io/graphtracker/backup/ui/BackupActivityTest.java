package io.graphtracker.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.LastBackup;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BackupActivityTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    /** Otherwise pages would never be updated again. */
    @Test
    void anErrorWhileItReadsTheFolderDoesNotStopIt() throws IOException {
        BackupCatalog catalog = mock(BackupCatalog.class);
        when(catalog.last()).thenThrow(new LinkageError("made by the test")).thenReturn(new LastBackup.None(false));
        BackupActivity activity = new BackupActivity(catalog, mock(BackupTexts.class), new Texts(), tasks::add);

        activity.refresh();
        assertThatThrownBy(() -> tasks.remove().run()).isInstanceOf(LinkageError.class);
        activity.refresh();
        tasks.remove().run();

        assertThat(activity.last().peek().absence()).isEqualTo(new Texts().get("backup.last.none"));
    }
}

package io.graphtracker.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.catalog.FolderWarning;
import io.graphtracker.backup.catalog.TargetFolder;
import io.graphtracker.texts.Texts;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TargetFolderModelTest {

    /** A user who copies it into a shell must not run a part of the folder's name. */
    @Test
    void theCommandThatClosesAFolderHoldsForEveryName() {
        Path path = Path.of("/srv/it's; echo");

        TargetFolderModel folder = TargetFolderModel.of(
                new TargetFolder(path, true, 1L, EnumSet.of(FolderWarning.OPEN_TO_OTHERS)), new Texts());

        assertThat(folder.openToOthers()).endsWith("chmod 700 '/srv/it'\\''s; echo'");
    }
}

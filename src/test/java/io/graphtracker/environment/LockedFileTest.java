package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mockStatic;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;

class LockedFileTest {

    /** Otherwise nobody could take it until the application is started again. */
    @Test
    void anErrorLeavesItFree(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(".lock");
        try (MockedStatic<PrivateFiles> files = mockStatic(PrivateFiles.class, CALLS_REAL_METHODS)) {
            files.when(() -> PrivateFiles.giveToOwnerOfFolder(any())).thenThrow(new OutOfMemoryError());
            assertThatThrownBy(() -> LockedFile.take(file, "note")).isInstanceOf(OutOfMemoryError.class);
        }

        try (LockedFile taken = LockedFile.take(file, "note")) {
            assertThat(file).hasContent("note");
        }
    }
}

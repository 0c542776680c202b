package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.SpecialFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SwitchIntentTest {

    /** To open it would wait for who writes into it, for ever, at the start. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInItsPlaceIsNotOpened(@TempDir Path folder) throws Exception {
        assertThat(SwitchIntent.read(SpecialFiles.pipe(folder.resolve("intent"))))
                .isEmpty();
    }
}

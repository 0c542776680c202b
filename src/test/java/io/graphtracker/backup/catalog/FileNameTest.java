package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.testing.RawNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names are UTF-16 there")
class FileNameTest {

    @TempDir
    Path folder;

    @Test
    void aNameThatIsTextIsShownAsItIs() throws IOException {
        for (String name : new String[] {"a.db", "a b%F6 %.db", "back\\xF6slash.db", "a?b.db"}) {
            Path file = Files.createFile(folder.resolve(name));

            assertThat(FileName.isText(file)).isTrue();
            assertThat(FileName.shown(file)).isEqualTo(name);
        }
        assertThat(listed()).hasSize(4);
    }

    @Test
    void bytesThatAreNoTextAreShownAndNoTwoNamesAreTheSame() throws Exception {
        RawNames.create(
                folder,
                "latin-\\366.db",
                "latin-\\374.db",
                "latin-\\357\\277\\275.db",
                "%%F6 \\377\\376.db",
                "\\303.db");

        assertThat(listed())
                .containsExactlyInAnyOrder(
                        "latin-\ufffdF6.db",
                        "latin-\ufffdFC.db",
                        "latin-\ufffdEF\ufffdBF\ufffdBD.db",
                        "%F6 \ufffdFF\ufffdFE.db",
                        "\ufffdC3.db");
    }

    @Test
    void umlautsAreTextInAUtf8Locale() throws Exception {
        assumeTrue(RawNames.areUtf8(), "this JVM does not read file names as UTF-8");
        RawNames.create(folder, "M\\303\\244rz.sqlite");

        assertThat(listed()).containsExactly("März.sqlite");
    }

    private SortedSet<String> listed() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                assertThat(FileName.isText(file))
                        .isEqualTo(!FileName.shown(file).contains("\ufffd"));
                names.add(FileName.shown(file));
            }
        }
        return names;
    }
}

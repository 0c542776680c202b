package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartFileTest {

    private static final BackupName NAME = BackupName.first(ZonedDateTime.parse("2026-11-22T21:30:00Z"));
    private static final String FIRST = "graph_tracker_20261122_213000.sqlite";
    private static final String SECOND = "graph_tracker_20261122_213000_2.sqlite";
    private static final String CONTENT = "abc";
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final PartFile.HardLinks LINKS = Files::createLink;
    private static final PartFile.HardLinks NO_LINKS = (link, file) -> {
        throw new FileSystemException(link.toString(), file.toString(), "Operation not permitted");
    };
    private static final PartFile.HardLinks UNSUPPORTED = (link, file) -> {
        throw new UnsupportedOperationException();
    };

    @TempDir
    Path folder;

    static Stream<Arguments> kindsOfFileSystem() {
        return Stream.of(
                arguments("with hard links", LINKS),
                arguments("without hard links", NO_LINKS),
                arguments("that does not know hard links", UNSUPPORTED));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isPrivateFromTheStart() throws IOException {
        try (PartFile part = PartFile.create(folder, NAME)) {
            assertThat(permissions(part.path())).isEqualTo("rw-------");
        }
    }

    /** A backup that exists must never be reported as failed. */
    @Test
    void nothingFailsAnyMoreOnceItIsPublished() throws IOException {
        PartFile.HardLinks leavingSomethingThatCannotBeDeleted = (link, file) -> {
            Files.createLink(link, file);
            Files.delete(file);
            Files.createFile(Files.createDirectory(file).resolve("in the way"));
        };

        try (PartFile part = PartFile.create(folder, NAME, leavingSomethingThatCannotBeDeleted)) {
            assertThat(publish(part)).isEqualTo(folder.resolve(FIRST)).exists();
        }
    }

    @Test
    void isHiddenAndEmptyAtFirst() throws IOException {
        try (PartFile part = PartFile.create(folder, NAME)) {
            assertThat(part.path()).hasFileName("." + FIRST + ".part").isEmptyFile();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsOfFileSystem")
    void getsItsNameAndAChecksumWhenPublished(String kind, PartFile.HardLinks links) throws IOException {
        try (PartFile part = written(links)) {
            assertThat(publish(part)).isEqualTo(folder.resolve(FIRST));
        }

        assertThat(folder.resolve(FIRST)).hasContent(CONTENT);
        assertThat(names()).containsExactlyInAnyOrder(FIRST, FIRST + ".sha256", FIRST + ".json");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isPrivateWithItsChecksumWhenPublished() throws IOException {
        try (PartFile part = written(LINKS)) {
            publish(part);
        }

        assertThat(permissions(folder.resolve(FIRST))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve(FIRST + ".sha256"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve(FIRST + ".json"))).isEqualTo("rw-------");
    }

    @Test
    void theChecksumIsOneLineWithTwoBlanks() throws IOException {
        try (PartFile part = written(LINKS)) {
            publish(part);
        }

        assertThat(Files.readString(folder.resolve(FIRST + ".sha256"))).isEqualTo(SHA256 + "  " + FIRST + "\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theChecksumIsWhatSha256sumReads() throws Exception {
        try (PartFile part = written(LINKS)) {
            publish(part);
        }

        Process check = new ProcessBuilder("env", "LC_ALL=C", "sha256sum", "-c", FIRST + ".sha256")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(check.inputReader().lines()).containsExactly(FIRST + ": OK");
        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, FIRST + ".sha256", FIRST + ".json"})
    void aNameThatIsTakenIsNotReserved(String taken) throws IOException {
        foreign(taken);

        try (PartFile part = written(LINKS)) {
            assertThat(publish(part)).hasFileName(SECOND);
        }
        assertForeign(taken);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDanglingLinkTakesAName() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve(FIRST), folder.resolve("nowhere"));

        try (PartFile part = written(LINKS)) {
            assertThat(publish(part)).hasFileName(SECOND);
        }
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderInThePlaceOfThePartTakesAName() throws IOException {
        Files.createDirectory(folder.resolve(NAME.part()));

        try (PartFile part = written(LINKS)) {
            assertThat(publish(part)).hasFileName(SECOND);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsOfFileSystem")
    void aDatabasePutThereMeanwhileIsUntouched(String kind, PartFile.HardLinks links) throws IOException {
        assertPublishedAsSecondBeside(links, FIRST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsOfFileSystem")
    void aManifestPutThereMeanwhileIsUntouched(String kind, PartFile.HardLinks links) throws IOException {
        assertPublishedAsSecondBeside(links, FIRST + ".json");
    }

    /**
     * A visible backup always has its checksum and manifest; and the last check comes when only the name is missing.
     */
    @Test
    void theLastLookComesJustBeforeTheName() throws IOException {
        Set<String> seen = new HashSet<>();
        try (PartFile part = written(LINKS)) {
            part.publish(
                    SHA256,
                    PartFileTest::manifest,
                    () -> seen.addAll(List.of(folder.toFile().list())));
        }

        assertThat(seen).containsExactlyInAnyOrder(NAME.part(), FIRST + ".sha256", FIRST + ".json");
    }

    @Test
    void whatTheLastLookRefusesLeavesNothing() throws IOException {
        try (PartFile part = written(LINKS)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> part.publish(SHA256, PartFileTest::manifest, () -> {
                        throw new IllegalStateException("cancelled");
                    }));
        }

        assertThat(names()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsOfFileSystem")
    void aChecksumPutThereMeanwhileIsUntouched(String kind, PartFile.HardLinks links) throws IOException {
        assertPublishedAsSecondBeside(links, FIRST + ".sha256");
    }

    private void assertPublishedAsSecondBeside(PartFile.HardLinks links, String name) throws IOException {
        try (PartFile part = written(links)) {
            foreign(name);

            assertThat(publish(part)).hasFileName(SECOND);
        }
        assertForeign(name);
        assertThat(folder.resolve(SECOND)).hasContent(CONTENT);
        assertThat(folder.resolve(SECOND + ".sha256")).content().endsWith("  " + SECOND + "\n");
        assertThat(folder.resolve(SECOND + ".json")).hasContent("about " + SECOND);
        assertThat(names()).containsExactlyInAnyOrder(name, SECOND, SECOND + ".sha256", SECOND + ".json");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDanglingLinkPutThereMeanwhileIsUntouched() throws IOException {
        try (PartFile part = written(LINKS)) {
            Files.createSymbolicLink(folder.resolve(FIRST), folder.resolve("nowhere"));

            assertThat(publish(part)).hasFileName(SECOND);
        }
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(names()).containsExactlyInAnyOrder(FIRST, SECOND, SECOND + ".sha256", SECOND + ".json");
    }

    @Test
    void severalNamesTakenMeanwhileArePassedOver() throws IOException {
        try (PartFile part = written(LINKS)) {
            foreign(FIRST);
            foreign(SECOND + ".sha256");

            assertThat(publish(part)).hasFileName("graph_tracker_20261122_213000_3.sqlite");
        }
    }

    @Test
    void closedUnpublishedItLeavesNothing() throws IOException {
        try (PartFile part = written(LINKS)) {
            for (String suffix : new String[] {"-journal", "-wal", "-shm"}) {
                Files.createFile(folder.resolve(part.path().getFileName() + suffix));
                assertThat(part.hasSideFiles()).isTrue();
            }
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void whatCannotBePublishedLeavesNothing() throws IOException {
        PartFile.HardLinks full = (link, file) -> {
            throw new IOException("No space left on device");
        };
        try (PartFile part = written(full)) {
            assertThatIOException().isThrownBy(() -> publish(part)).withMessageContaining("No space");
        }

        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-journal", "-wal", "-shm"})
    void knowsWhetherThereAreFilesBesideIt(String suffix) throws IOException {
        try (PartFile part = written(LINKS)) {
            assertThat(part.hasSideFiles()).isFalse();
            Files.createFile(folder.resolve(part.path().getFileName() + suffix));
            assertThat(part.hasSideFiles()).isTrue();
        }
    }

    private PartFile written(PartFile.HardLinks links) throws IOException {
        PartFile part = PartFile.create(folder, NAME, links);
        Files.writeString(part.path(), CONTENT);
        return part;
    }

    private void foreign(String name) throws IOException {
        Files.writeString(folder.resolve(name), "foreign");
    }

    private void assertForeign(String name) {
        assertThat(folder.resolve(name)).hasContent("foreign");
    }

    private Iterable<String> names() throws IOException {
        return FolderContents.of(folder).names();
    }

    private static Path publish(PartFile part) throws IOException {
        part.force();
        return part.publish(SHA256, PartFileTest::manifest, () -> {});
    }

    private static byte[] manifest(String name) {
        return ("about " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which files count as verified: those whose checksum was computed, and that were not changed since. */
class ProvenFilesTest extends BackupCatalogFixture {

    @Test
    void randomPagesBehindASoundHeaderWithACopiedManifestAreNotProven() throws IOException {
        Path file = backups.make();
        byte[] pages = Files.readAllBytes(file);
        byte[] random = new byte[pages.length - 100];
        new Random(1).nextBytes(random);
        System.arraycopy(random, 0, pages, 100, random.length);
        Path forged = Files.write(backups.file(OLD_NAME), pages);
        Files.copy(Path.of(file + ".json"), Path.of(forged + ".json"));
        replaceInManifest(forged, file.getFileName().toString(), OLD_NAME);

        // the application id is in the header
        assertState(OLD_NAME, new VerificationState.Unchecked());
        assertThat(marked()).containsExactly(file.getFileName().toString());
    }

    @Test
    void whatWasWrittenToIsNotProvenAnyMore() throws IOException {
        Path file = backups.make();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 10);
            bytes.write(0);
        }
        // the clock of the file system may stand still for some milliseconds
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));

        assertState(file.getFileName().toString(), new VerificationState.Unchecked());
        assertThat(only().isRestorable()).isTrue();
    }

    @Test
    void aCopyInItsPlaceIsNotProven() throws IOException {
        Path file = backups.make();
        Path copy = Files.copy(file, root.resolve("copy"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

        assertState(file.getFileName().toString(), new VerificationState.Unchecked());
    }

    @Test
    void aManifestOfAnEarlierVersionProvesNothing() throws IOException {
        Path file = backups.make();
        Path json = Path.of(file + ".json");
        Files.writeString(json, Files.readString(json).replaceFirst("(?s),\\s*\"checked_file\".*?}", ""));
        assertThat(manifest(file).checkedFile()).isNull();

        assertState(file.getFileName().toString(), new VerificationState.Unchecked());
    }

    @Test
    void protectionAndADamagedNeighbourLeaveItProven() throws IOException {
        Path file = backups.make();
        Files.write(Path.of(file + ".json"), manifest(file).withProtection(true).toJson());

        assertThat(only().isProven()).isTrue();
    }

    /** A folder that was copied to another machine keeps its protection. */
    @Test
    void ifNoneIsProvenTheNewestWithAManifestStays() throws IOException {
        Path older = backups.file(backups.makeNamed());
        Path newest = backups.file(backups.makeNamed());
        Files.copy(older, backups.file("added.sqlite"));
        for (Path file : new Path[] {older, newest}) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        }

        assertThat(marked()).containsExactly(newest.getFileName().toString());

        Path proven = backups.make();
        assertThat(marked()).containsExactly(proven.getFileName().toString());
    }
}

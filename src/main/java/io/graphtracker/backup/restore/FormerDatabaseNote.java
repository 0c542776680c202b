package io.graphtracker.backup.restore;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.SmallFile;
import io.graphtracker.database.sqlite.SqliteSideFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The note in the folder of a former database, so that the folder explains itself.
 *
 * @param format the version of this format
 * @param database the name of the database's own file
 * @param replacedAt when the restore was confirmed
 * @param replacedBy the name of what was restored
 * @param user the name of the user who confirmed it
 * @param usable whether it could be opened and read then
 * @param files all files of the database
 */
record FormerDatabaseNote(
        int format,
        String database,
        Instant replacedAt,
        String replacedBy,
        @JsonProperty("by") String user,
        FormerDatabaseReason reason,
        boolean usable,
        List<NotedFile> files) {

    /** A file of the database, as it was when it was kept. */
    record NotedFile(String name, long sizeBytes, Instant modifiedAt) {

        static NotedFile of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new NotedFile(
                    file.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant());
        }

        boolean isIn(Path folder) {
            return Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        }

        boolean isUnchangedIn(Path folder) throws IOException {
            return isIn(folder) && of(folder.resolve(name)).equals(this);
        }
    }

    static final String FILE = "former-database.json";

    private static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The note for the files that are aside while a switch is under way. */
    static FormerDatabaseNote of(SwitchIntent intent, DatabaseFiles files) throws IOException {
        List<NotedFile> noted = new ArrayList<>();
        for (Path live : files.live()) {
            if (Files.exists(files.aside(live))) {
                noted.add(NotedFile.of(files.aside(live)));
            }
        }
        ConfirmedRestore restore = intent.restore();
        return new FormerDatabaseNote(
                FORMAT,
                files.database().getFileName().toString(),
                restore.at(),
                restore.name(),
                restore.user(),
                intent.reason(),
                intent.isUsable(),
                noted);
    }

    /** Writes it atomically. */
    void write(Path folder) throws IOException {
        PrivateFiles.replace(folder.resolve(FILE), JSON.writeValueAsBytes(this), folder.resolve("." + FILE + ".part"));
    }

    /** Empty if it is missing or cannot be parsed: the files matter, not the note. */
    static Optional<FormerDatabaseNote> read(Path folder) {
        try {
            Optional<byte[]> content = SmallFile.read(folder.resolve(FILE));
            return content.map(bytes -> JSON.readValue(bytes, FormerDatabaseNote.class))
                    .filter(FormerDatabaseNote::isComplete);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The names of missing files. A log does not count if another program has changed the database since, and so may
     * have checkpointed it.
     */
    List<String> missing(Path folder) throws IOException {
        List<String> missing = new ArrayList<>();
        for (NotedFile file : files) {
            boolean own = file.name().equals(database);
            if (!file.isIn(folder) && (own || (holdsData(file) && isUntouched(folder)))) {
                missing.add(file.name());
            }
        }
        return missing;
    }

    /** The index of a log is rebuilt from it. */
    private boolean holdsData(NotedFile file) {
        return file.sizeBytes() > 0 && !file.name().equals(database + SqliteSideFile.SHM.suffix());
    }

    private boolean isUntouched(Path folder) throws IOException {
        for (NotedFile file : files) {
            if (file.name().equals(database)) {
                return file.isUnchangedIn(folder);
            }
        }
        return false;
    }

    /** Jackson sets components to null that a file leaves out. */
    @SuppressWarnings("ConstantValue")
    private boolean isComplete() {
        return format == FORMAT
                && database != null
                && Path.of(database).getNameCount() == 1
                && replacedAt != null
                && reason != null
                && files != null
                && files.stream().allMatch(file -> file != null && file.name() != null && file.modifiedAt() != null);
    }
}

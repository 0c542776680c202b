package io.graphtracker.backup.restore;

import io.graphtracker.backup.SmallFile;
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
 * What is known of a database that a restore kept as files, in a file among them, so that the folder explains itself.
 *
 * @param format the version of this form
 * @param database the name of the database's own file
 * @param replacedAt when the restore was ordered
 * @param replacedBy the name of what was restored
 * @param by the name of the user who ordered it
 * @param usable whether it could be opened and read then
 * @param files what belongs together
 */
record FormerDatabaseNote(
        int format,
        String database,
        Instant replacedAt,
        String replacedBy,
        String by,
        FormerDatabaseReason reason,
        boolean usable,
        List<KeptFile> files) {

    /** One of the files of a database, as it was when it was kept. */
    record KeptFile(String name, long sizeBytes, Instant modifiedAt) {

        static KeptFile of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new KeptFile(
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

    /** What there is to say of the files that wait aside while a switch is under way. */
    static FormerDatabaseNote of(SwitchIntent intent, DatabaseFiles files) throws IOException {
        List<KeptFile> kept = new ArrayList<>();
        for (Path live : files.live()) {
            if (Files.exists(files.aside(live))) {
                kept.add(KeptFile.of(files.aside(live)));
            }
        }
        RestoreOrder order = intent.order();
        return new FormerDatabaseNote(
                FORMAT,
                files.database().getFileName().toString(),
                order.at(),
                order.backup(),
                order.by(),
                intent.reason(),
                intent.isUsable(),
                kept);
    }

    /** Writes it wholly or not at all. */
    void write(Path folder) throws IOException {
        PrivateFiles.replace(folder.resolve(FILE), JSON.writeValueAsBytes(this), folder.resolve("." + FILE + ".part"));
    }

    /** Empty if there is none that can be understood: the files are what counts. */
    static Optional<FormerDatabaseNote> read(Path folder) {
        try {
            Optional<byte[]> content = SmallFile.read(folder.resolve(FILE));
            return content.map(bytes -> JSON.readValue(bytes, FormerDatabaseNote.class)).filter(FormerDatabaseNote::isComplete);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The names of files that are not there any more. If another program has worked on the database since, it may have taken in
     * what stood in them.
     */
    List<String> missing(Path folder) throws IOException {
        List<String> missing = new ArrayList<>();
        for (KeptFile file : files) {
            boolean own = file.name().equals(database);
            if (!file.isIn(folder) && (own || (holdsData(file) && isUntouched(folder)))) {
                missing.add(file.name());
            }
        }
        return missing;
    }

    /** The index of a log is made anew from it. */
    private boolean holdsData(KeptFile file) {
        return file.sizeBytes() > 0 && !file.name().equals(database + "-shm");
    }

    private boolean isUntouched(Path folder) throws IOException {
        for (KeptFile file : files) {
            if (file.name().equals(database)) {
                return file.isUnchangedIn(folder);
            }
        }
        return false;
    }

    /** Jackson leaves out what a file leaves out. */
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

package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.catalog.CatalogEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** The content of a backup, of the length listed. A link that took its place meanwhile is not followed. */
final class BackupDownload extends AbstractResource {

    private final CatalogEntry entry;

    BackupDownload(CatalogEntry entry) {
        this.entry = entry;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(e, BackupProblem.BACKUP_NOT_FOUND, entry.name());
        } catch (AccessDeniedException e) {
            throw BackupException.causedBy(e, ProblemKind.UNREADABLE);
        }
    }

    @Override
    public long contentLength() {
        return entry.sizeBytes();
    }

    @Override
    public String getDescription() {
        return entry.file().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BackupDownload download && download.entry.equals(entry);
    }

    @Override
    public int hashCode() {
        return entry.hashCode();
    }
}

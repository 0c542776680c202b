package io.graphtracker.backup.catalog.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.json.CatalogResponse;
import org.jspecify.annotations.Nullable;

/**
 * An upload that was accepted.
 *
 * @param identicalTo the name of another verified backup with the same bytes; null if none is known
 */
record UploadResponse(
        boolean ok,
        CatalogResponse.Entry backup,
        @JsonProperty("identical_to") @Nullable String identicalTo) {

    static UploadResponse of(String name, Catalog catalog) {
        return new UploadResponse(
                true,
                catalog.entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .map(CatalogResponse.Entry::of)
                        .orElseThrow(() -> new BackupException(BackupProblem.BACKUP_NOT_FOUND, name)),
                catalog.identicalTo(name).orElse(null));
    }
}

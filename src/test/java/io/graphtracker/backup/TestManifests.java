package io.graphtracker.backup;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;

/** Manifests of backups that do not exist. */
public final class TestManifests {

    private TestManifests() {}

    public static BackupManifest of(Path file, long sizeBytes, ZonedDateTime createdAt, BackupKind kind) {
        return of(file, sizeBytes, createdAt, kind, Map.of());
    }

    public static BackupManifest of(Path file, long sizeBytes, ZonedDateTime createdAt, Map<String, Long> contents) {
        return of(file, sizeBytes, createdAt, BackupKind.MANUAL, contents);
    }

    private static BackupManifest of(
            Path file, long sizeBytes, ZonedDateTime createdAt, BackupKind kind, Map<String, Long> contents) {
        return new BackupManifest(
                BackupManifest.FORMAT,
                file.getFileName().toString(),
                kind,
                createdAt.toInstant(),
                createdAt.getZone(),
                createdAt.plusSeconds(1).toInstant(),
                "1.2.3",
                "2",
                sizeBytes,
                "0".repeat(64),
                1500,
                contents,
                null,
                null,
                null,
                null,
                null);
    }
}

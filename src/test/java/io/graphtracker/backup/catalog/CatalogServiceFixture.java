package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups to operate on. */
@Timeout(60)
abstract class CatalogServiceFixture {
    @TempDir
    Path root;

    TestBackups backups;
    CatalogService service;
    AuditLog auditLog;
    String older;
    String newest;

    @BeforeEach
    void make() throws IOException, SQLException {
        backups = TestBackups.start(root);
        service = backups.bean(CatalogService.class);
        auditLog = backups.bean(AuditLog.class);
        older = backups.makeNamed();
        newest = backups.makeNamed();
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    /** The operations of the service. */
    enum Deed {
        VERIFY(AuditEntryKind.VERIFIED) {
            @Override
            void with(CatalogService service, String name) {
                service.verify(name, "zoe");
            }
        },
        PROTECT(AuditEntryKind.PROTECTED) {
            @Override
            void with(CatalogService service, String name) {
                service.setProtected(name, true, "zoe");
            }
        },
        UNPROTECT(AuditEntryKind.UNPROTECTED) {
            @Override
            void with(CatalogService service, String name) {
                service.setProtected(name, false, "zoe");
            }
        },
        DOWNLOAD(AuditEntryKind.DOWNLOADED) {
            @Override
            void with(CatalogService service, String name) {
                service.download(name, "zoe");
            }
        },
        DELETE(AuditEntryKind.DELETED) {
            @Override
            void with(CatalogService service, String name) {
                service.delete(name, "zoe");
            }
        };

        final AuditEntryKind kind;

        Deed(AuditEntryKind kind) {
            this.kind = kind;
        }

        abstract void with(CatalogService service, String name);
    }

    void assertKept(String name, String kind) throws IOException {
        FolderContents before = contents();

        BackupException reason = failure(() -> service.delete(name, "zoe"));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_KEPT);
        assertThat(reason.kind()).isEqualTo(kind);
        assertThat(last().kind()).isEqualTo(AuditEntryKind.DELETED);
        assertThat(last().backup()).isEqualTo(name);
        assertThat(last().problem()).isEqualTo("backup_kept");
        assertThat(contents()).isEqualTo(before);
    }

    AuditEntry last() throws IOException {
        return auditLog.latest(1).getFirst();
    }

    FolderContents contents() throws IOException {
        return FolderContents.of(backups.folder());
    }

    BackupManifest manifest(String name) {
        return BackupManifest.read(backups.file(name + ".json")).orElseThrow();
    }

    static BackupProblem problem(ThrowingCallable call) {
        return failure(call).problem();
    }

    static BackupException failure(ThrowingCallable call) {
        BackupException reason = catchThrowableOfType(BackupException.class, call);
        assertThat(reason).isNotNull();
        return reason;
    }
}

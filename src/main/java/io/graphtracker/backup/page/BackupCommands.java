package io.graphtracker.backup.page;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.UploadService;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.ui.BackupMessages;
import io.graphtracker.backup.ui.PageWork;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import io.graphtracker.user.CurrentUser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out what a user of a page asks for, on another thread, and shows the result on that page. */
@Component
class BackupCommands {

    private static final Logger log = LoggerFactory.getLogger(BackupCommands.class);

    private final CatalogService service;
    private final UploadService uploads;
    private final BackupCatalog catalog;
    private final RestoreService restores;
    private final BackupsPageUpdates updates;
    private final BackupMessages messages;
    private final CurrentUser user;
    private final PageWork work;
    private final Texts texts;
    private final Map<String, VerificationJob> checks = new ConcurrentHashMap<>();

    BackupCommands(
            CatalogService service,
            UploadService uploads,
            BackupCatalog catalog,
            RestoreService restores,
            BackupsPageUpdates updates,
            BackupMessages messages,
            CurrentUser user,
            PageWork work,
            Texts texts) {
        this.service = service;
        this.uploads = uploads;
        this.catalog = catalog;
        this.restores = restores;
        this.updates = updates;
        this.messages = messages;
        this.user = user;
        this.work = work;
        this.texts = texts;
    }

    /** Verifies a backup. */
    void verify(String name, Feedback feedback) {
        if (!updates.beginCheck(name)) {
            sayChecking(name, feedback);
            return;
        }
        feedback.announce(texts.get("backups.checking.name", name));
        VerificationJob check = VerificationJob.watched(progress -> updates.advanceCheck(name, progress));
        checks.put(name, check);
        run(name, feedback, userName -> {
            try {
                return service.verify(name, userName, check)
                        ? Message.success(texts.get("backups.verified", name), texts.get("backups.verified.hint"))
                        : Message.warning(
                                texts.get("backups.verified.not-noted", name),
                                texts.get("backups.verified.not-noted.hint"));
            } catch (BackupException e) {
                return failed(name, e);
            } finally {
                checks.remove(name);
                updates.endCheck(name);
            }
        });
    }

    /** Cancels the check of a backup; the page that started it shows that. */
    void cancelCheck(String name) {
        VerificationJob check = checks.get(name);
        if (check != null) {
            check.cancel();
        }
    }

    /** Shows that a backup cannot be changed while it is being checked. */
    void sayChecking(String name, Feedback feedback) {
        feedback.show(
                Message.information(texts.get("backups.checking.wait", name)).about(name));
    }

    /** Protects a backup from deletion, or removes the protection. */
    void setProtected(String name, boolean wanted, Feedback feedback) {
        run(name, feedback, userName -> {
            service.setProtected(name, wanted, userName);
            return Message.success(texts.get(wanted ? "backups.protected.done" : "backups.unprotected.done", name), "");
        });
    }

    /** Deletes a backup. */
    void delete(String name, Feedback feedback) {
        run(name, feedback, userName -> {
            service.delete(name, userName);
            return Message.success(texts.get("backups.deleted", name), "");
        });
    }

    /** Deletes a former database. */
    void deleteFormer(String name, Feedback feedback) {
        run(name, feedback, userName -> {
            restores.deleteFormer(name, userName);
            return Message.success(texts.get("backups.kept.deleted", name), "");
        });
    }

    /** Shows why a backup cannot be deleted. */
    void sayProtected(BackupRowModel backup, Feedback feedback) {
        ProblemKind kind = switch (backup.protection()) {
            case NEWEST -> ProblemKind.KEPT_NEWEST;
            case NEWEST_UNVERIFIED -> ProblemKind.KEPT_NEWEST_UNVERIFIED;
            case PROTECTED, NONE -> ProblemKind.KEPT_PROTECTED;
        };
        feedback.show(messages.of(BackupException.of(kind, backup.name())).about(backup.name()));
    }

    /**
     * Receives an upload, on the thread of the request.
     *
     * @param check told of the progress of its check, and asked whether to go on
     * @param kept given the name it has in the folder, if it was accepted
     * @return why it was refused, if it was
     */
    Optional<BackupProblem> receive(
            InputStream content,
            UploadService.Sent sent,
            VerificationJob check,
            Consumer<String> kept,
            Feedback feedback) {
        String name = sent.name();
        try {
            String published = uploads.upload(content, sent, user.name(), check);
            String hint = published.equals(name)
                    ? texts.get("backups.uploaded.hint")
                    : texts.get("backups.uploaded.renamed.hint", published);
            feedback.show(Message.success(
                            texts.get("backups.uploaded", name),
                            identicalTo(published)
                                    .map(other -> texts.get("backups.uploaded.identical", hint, other))
                                    .orElse(hint))
                    .about(name));
            kept.accept(published);
            return Optional.empty();
        } catch (BackupException e) {
            feedback.show(failed(name, e).about(name));
            return Optional.of(e.problem());
        }
    }

    private Optional<String> identicalTo(String name) {
        try {
            return catalog.list().identicalTo(name);
        } catch (IOException | RuntimeException e) {
            log.warn("Whether {} is identical to another backup cannot be told", name, e);
            return Optional.empty();
        }
    }

    /** Shows that a file is too large to be uploaded. */
    void sayTooLarge(Feedback feedback) {
        feedback.show(messages.of(new BackupException(BackupProblem.UPLOAD_TOO_LARGE, UploadService.LARGEST_BYTES)));
    }

    /**
     * @param name of the file, which the message is about: others may be worked on at the same time
     */
    private void run(String name, Feedback feedback, Function<String, Message> asked) {
        work.begin(
                asked,
                done -> feedback.show(done.about(name)),
                reason -> feedback.show(messages.of(reason).about(name)));
    }

    /** Adds the name of the file, which the reason does not contain. */
    private Message failed(String name, BackupException reason) {
        Message message = messages.of(reason);
        return reason.problem() == BackupProblem.BACKUP_UNUSABLE
                ? new Message(message.kind(), texts.get("backups.problem.of", name, message.text()), message.hint())
                : message;
    }
}

package io.graphtracker.backup.page;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.UploadService;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.ui.BackupMessages;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import io.graphtracker.user.CurrentUser;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Does what a person at a page asks for, on another thread, and tells that page what came of it. */
@Component
class BackupCommands {

    private final CatalogService service;
    private final UploadService uploads;
    private final RestoreService restores;
    private final BackupsPageUpdates activity;
    private final BackupMessages messages;
    private final CurrentUser user;
    private final Executor executor;
    private final Texts texts;
    private final Map<String, VerificationJob> checks = new ConcurrentHashMap<>();

    BackupCommands(
            CatalogService service,
            UploadService uploads,
            RestoreService restores,
            BackupsPageUpdates activity,
            BackupMessages messages,
            CurrentUser user,
            @BackupExecutor Executor executor,
            Texts texts) {
        this.service = service;
        this.uploads = uploads;
        this.restores = restores;
        this.activity = activity;
        this.messages = messages;
        this.user = user;
        this.executor = executor;
        this.texts = texts;
    }

    /** Checks a backup wholly. */
    void verify(String name, Feedback feedback) {
        if (!activity.beginCheck(name)) {
            sayChecking(name, feedback);
            return;
        }
        feedback.announce(texts.get("backups.checking.name", name));
        VerificationJob check = VerificationJob.watched(progress -> activity.advanceCheck(name, progress));
        checks.put(name, check);
        run(feedback, by -> {
            try {
                return service.verify(name, by, check)
                        ? Message.success(texts.get("backups.verified", name), texts.get("backups.verified.hint"))
                        : Message.warning(
                                texts.get("backups.verified.not-noted", name),
                                texts.get("backups.verified.not-noted.hint"));
            } catch (BackupException e) {
                return failed(name, e);
            } finally {
                checks.remove(name);
                activity.endCheck(name);
            }
        });
    }

    /** Stops the check of a backup; whoever started it is told so. */
    void cancelCheck(String name) {
        VerificationJob check = checks.get(name);
        if (check != null) {
            check.cancel();
        }
    }

    /** Says that a backup cannot be changed now. */
    void sayChecking(String name, Feedback feedback) {
        feedback.show(Message.information(texts.get("backups.checking.wait", name)));
    }

    /** Protects a backup from being deleted, or no longer. */
    void setProtected(String name, boolean wanted, Feedback feedback) {
        run(feedback, by -> {
            service.setProtected(name, wanted, by);
            return Message.success(texts.get(wanted ? "backups.protected.done" : "backups.unprotected.done", name), "");
        });
    }

    /** Deletes a backup. */
    void delete(String name, Feedback feedback) {
        run(feedback, by -> {
            service.delete(name, by);
            return Message.success(texts.get("backups.deleted", name), "");
        });
    }

    /** Deletes a former database that was kept as files. */
    void deleteKept(String name, Feedback feedback) {
        run(feedback, by -> {
            restores.deleteKept(name, by);
            return Message.success(texts.get("backups.kept.deleted", name), "");
        });
    }

    /** Says why a backup is not deleted. */
    void sayKept(BackupRowModel backup, Feedback feedback) {
        ProblemKind kind = switch (backup.kept()) {
            case NEWEST -> ProblemKind.KEPT_NEWEST;
            case NEWEST_UNVERIFIED -> ProblemKind.KEPT_NEWEST_UNVERIFIED;
            case PROTECTED, NO -> ProblemKind.KEPT_PROTECTED;
        };
        feedback.show(messages.of(BackupException.of(kind, backup.name())));
    }

    /**
     * Takes a file that a browser sends, on the thread that receives it.
     *
     * @param announcedBytes how long it is to be; negative if nobody said so
     * @param check told how far the check of it is, and asked whether to go on
     * @return why it was not taken, if it was not
     */
    Optional<BackupProblem> receive(
            InputStream content, String name, long announcedBytes, VerificationJob check, Feedback feedback) {
        try {
            String kept = uploads.upload(content, name, announcedBytes, user.name(), check);
            feedback.show(Message.success(
                    texts.get("backups.uploaded", name),
                    kept.equals(name)
                            ? texts.get("backups.uploaded.hint")
                            : texts.get("backups.uploaded.renamed.hint", kept)));
            return Optional.empty();
        } catch (BackupException e) {
            feedback.show(failed(name, e));
            return Optional.of(e.problem());
        }
    }

    /** Says that a file is not even sent. */
    void sayTooLarge(Feedback feedback) {
        feedback.show(messages.of(new BackupException(BackupProblem.UPLOAD_TOO_LARGE, UploadService.LARGEST_BYTES)));
    }

    private void run(Feedback feedback, Function<String, Message> work) {
        // asked here: the other thread works for nobody
        String by = user.name();
        executor.execute(() -> {
            try {
                feedback.show(work.apply(by));
            } catch (BackupException e) {
                feedback.show(messages.of(e));
            }
        });
    }

    /** What is wrong with a file says nothing of which file it is. */
    private Message failed(String name, BackupException reason) {
        Message message = messages.of(reason);
        return reason.problem() == BackupProblem.BACKUP_UNUSABLE
                ? new Message(message.kind(), texts.get("backups.problem.of", name, message.text()), message.hint())
                : message;
    }
}

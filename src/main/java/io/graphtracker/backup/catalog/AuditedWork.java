package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.UnexpectedError;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs work on a backup, and records the result in the audit log. */
@Component
class AuditedWork {

    private static final Logger log = LoggerFactory.getLogger(AuditedWork.class);

    /** A caller may name anything; the audit log keeps no more than a file name can have. */
    private static final int LONGEST_NAME = 255;

    private final AuditLog auditLog;
    private final BackupTexts texts;
    private final FailSafeEvents events;
    private final Clock clock;

    AuditedWork(AuditLog auditLog, BackupTexts texts, ApplicationEventPublisher events, Clock clock) {
        this.auditLog = auditLog;
        this.texts = texts;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /** The work itself. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Runs the work. A name that no backup has is not recorded: anyone can ask for any name any number of times, and
     * nothing was done.
     *
     * @throws BackupException if it fails; an unexpected failure is logged, and reported by its error id
     */
    <T> T run(AuditEntryKind kind, String name, String user, Work<T> work) {
        return run(kind, name, user, work, result -> name);
    }

    /**
     * The same for work whose name is known only when it is done.
     *
     * @param name recorded if it fails
     * @param resultingName recorded otherwise
     */
    <T> T run(AuditEntryKind kind, String name, String user, Work<T> work, Function<T, String> resultingName) {
        return run(kind, name, user, "", work, resultingName);
    }

    /**
     * The same with a sentence that says why it was done.
     *
     * @param detail recorded if it succeeds; may be empty
     */
    <T> T run(
            AuditEntryKind kind,
            String name,
            String user,
            String detail,
            Work<T> work,
            Function<T, String> resultingName) {
        String backup = shortened(name);
        try {
            T result = work.run();
            auditLog.add(
                    AuditEntry.done(Instant.now(clock), kind, shortened(resultingName.apply(result)), user, detail));
            return result;
        } catch (BackupException e) {
            throw failed(kind, backup, user, e);
        } catch (IOException | RuntimeException | Error e) {
            throw failed(kind, backup, user, unexpected(kind + " of " + backup, e));
        } finally {
            publishChange();
        }
    }

    /**
     * Runs work of which only a failure is recorded, because it is done to many backups at once.
     *
     * @throws BackupException if it fails; a cancelled one is not recorded
     */
    <T> T runRecordingFailures(AuditEntryKind kind, String name, String user, Work<T> work) {
        try {
            return work.run();
        } catch (BackupException e) {
            throw e.problem() == BackupProblem.BACKUP_CANCELLED ? e : failed(kind, name, user, e);
        } catch (IOException | RuntimeException | Error e) {
            throw failed(kind, name, user, unexpected(kind + " of " + name, e));
        } finally {
            publishChange();
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** A failing listener must not change the result of the work. */
    void publishChange() {
        publish(new CatalogChanged());
    }

    /** The same for any event. */
    void publish(Object event) {
        events.publish(event);
    }

    /**
     * Runs work that changes nothing and is therefore not recorded in the audit log.
     *
     * @throws BackupException if it fails
     */
    <T> T runUnrecorded(Work<T> work) {
        try {
            return work.run();
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw unexpected("Reading the backups", e);
        }
    }

    private static BackupException unexpected(String what, Throwable error) {
        return UnexpectedError.logged(log, ProblemKind.IN_OPERATION, what, error);
    }

    private BackupException failed(AuditEntryKind kind, String backup, String user, BackupException reason) {
        if (reason.problem() != BackupProblem.BACKUP_NOT_FOUND) {
            auditLog.add(AuditEntry.failed(
                    Instant.now(clock), kind, backup, user, reason.problem().code(), texts.message(reason)));
        }
        return reason;
    }
}

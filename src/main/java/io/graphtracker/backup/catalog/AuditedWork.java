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

/** Does something with a backup, and records what came of it. */
@Component
class AuditedWork {

    private static final Logger log = LoggerFactory.getLogger(AuditedWork.class);

    /** What is asked for may be anything; the record keeps no more than a file's name can have. */
    private static final int LONGEST_NAME = 255;

    private final AuditLog record;
    private final BackupTexts texts;
    private final FailSafeEvents events;
    private final Clock clock;

    AuditedWork(AuditLog record, BackupTexts texts, ApplicationEventPublisher events, Clock clock) {
        this.record = record;
        this.texts = texts;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does it. That there is no such backup is not recorded: anybody can ask for any name, as often as they like, and nothing was
     * done with a backup.
     *
     * @throws BackupException if it cannot be done; what nobody foresaw is logged, and told by its id
     */
    <T> T run(AuditEntryKind kind, String name, String by, Work<T> work) {
        return run(kind, name, by, work, result -> name);
    }

    /**
     * The same for what gets its name only when it is done.
     *
     * @param name to be recorded if it cannot be done
     * @param resultingName to be recorded otherwise
     */
    <T> T run(AuditEntryKind kind, String name, String by, Work<T> work, Function<T, String> resultingName) {
        String backup = shortened(name);
        try {
            T result = work.run();
            record.add(AuditEntry.done(Instant.now(clock), kind, shortened(resultingName.apply(result)), by));
            return result;
        } catch (BackupException e) {
            throw failed(kind, backup, by, e);
        } catch (IOException | RuntimeException | Error e) {
            throw failed(kind, backup, by, unexpected(kind + " of " + backup, e));
        } finally {
            publishChange();
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Tells listeners that the folder may have changed. */
    void publishChange() {
        events.publish(new CatalogChanged());
    }

    /**
     * The same for what changes nothing, and so is not recorded.
     *
     * @throws BackupException if it cannot be done
     */
    <T> T look(Work<T> work) {
        try {
            return work.run();
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw unexpected("A look at the backups", e);
        }
    }

    private static BackupException unexpected(String what, Throwable error) {
        return UnexpectedError.logged(log, ProblemKind.IN_OPERATION, what, error);
    }

    private BackupException failed(AuditEntryKind kind, String backup, String by, BackupException reason) {
        if (reason.problem() != BackupProblem.BACKUP_NOT_FOUND) {
            record.add(AuditEntry.failed(
                    Instant.now(clock), kind, backup, by, reason.problem().code(), texts.message(reason)));
        }
        return reason;
    }
}

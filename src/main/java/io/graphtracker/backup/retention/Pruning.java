package io.graphtracker.backup.retention;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.SerialRefresh;
import io.graphtracker.backup.catalog.BackupVerified;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Applies the rule after a backup was made and verified, or verified again because nothing had changed since, and at no
 * other time: as long as new backups fail, nothing is deleted. What is uncertain stays.
 */
@Component
public class Pruning {

    /** The user of the entries in the audit log. */
    static final String USER = "retention";

    /** Others may go all the same. */
    private static final Set<BackupProblem> OF_THIS_FILE =
            Set.of(BackupProblem.BACKUP_NOT_FOUND, BackupProblem.BACKUP_KEPT, BackupProblem.BACKUP_UNUSABLE);

    /** After so many that could not be deleted one after the other, it is the folder that refuses it. */
    private static final int MOST_FAILURES = 3;

    private static final Logger log = LoggerFactory.getLogger(Pruning.class);

    private final RetentionService rules;
    private final CatalogService catalog;
    private final RestoreService restores;
    private final RetentionTexts texts;
    private final SerialRefresh pruning;
    private volatile String verified = "";

    /** The backup that a scheduled run found equal to the database, and is about to verify again. */
    private volatile String unchanged = "";

    private volatile boolean closing;

    Pruning(
            RetentionService rules,
            CatalogService catalog,
            RestoreService restores,
            RetentionTexts texts,
            @BackupExecutor Executor executor) {
        this.rules = rules;
        this.catalog = catalog;
        this.restores = restores;
        this.texts = texts;
        this.pruning = new SerialRefresh(executor, number -> prune(verified));
    }

    /**
     * Not on the thread of the backup, which is to end. A safety backup is part of a restore or an upgrade, which may
     * need the others.
     */
    @EventListener
    void on(BackupEvent.Finished event) {
        Backup backup = event.backup();
        if (!backup.manifest().kind().isSafetyBackup()) {
            verified = backup.file().getFileName().toString();
            pruning.request();
        }
    }

    /** It is made sure that the other one is still good: as long as that is not certain, nothing is deleted. */
    @EventListener
    void on(BackupEvent.Unchanged event) {
        unchanged = event.existing().file().getFileName().toString();
    }

    @EventListener
    void on(BackupVerified event) {
        if (event.name().equals(unchanged)) {
            unchanged = "";
            verified = event.name();
            pruning.request();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Applies the rule now, if there is one.
     *
     * @param newest the name of a backup that was just verified; if it is not listed as such, nothing is deleted
     */
    void prune(String newest) {
        try {
            RetentionRule rule = rules.rule().orElse(null);
            if (rule == null) {
                return;
            }
            List<CatalogEntry> entries = catalog.list().entries();
            if (entries.stream().noneMatch(entry -> entry.name().equals(newest) && entry.isProven())) {
                log.warn("The retention rule is not applied: {} is not there any more, or not verified", newest);
                return;
            }
            String staying = staying(entries).orElse(newest);
            delete(rules.plan(rule, entries).deletions(), staying, rule, USER);
        } catch (OperationsDatabaseException | BackupException e) {
            log.warn("The retention rule cannot be applied, so nothing more is deleted", e);
        }
    }

    /**
     * Applies a plan that somebody has seen. It keeps all if the newest backup is not verified.
     *
     * @param user recorded in the audit log
     * @return the names of those that could not be deleted
     */
    public List<String> apply(RetentionPlan plan, RetentionRule rule, String user) {
        Optional<String> staying =
                staying(plan.files().stream().map(RetentionPlan.Decided::entry).toList());
        return staying.isPresent() ? delete(plan.deletions(), staying.get(), rule, user) : List.of();
    }

    /** The newest verified backup. */
    private static Optional<String> staying(List<CatalogEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.protectedAsNewest() && !entry.inFuture())
                .map(CatalogEntry::name)
                .findFirst();
    }

    /**
     * What cannot be deleted does not keep the others.
     *
     * @return the names of those that could not be deleted
     */
    private List<String> delete(List<RetentionPlan.Decided> files, String staying, RetentionRule rule, String user) {
        List<String> failed = new ArrayList<>();
        int inARow = 0;
        for (RetentionPlan.Decided file : files) {
            if (closing || restores.isRunning()) {
                return failed;
            }
            if (delete(file, staying, rule, user)) {
                inARow = 0;
            } else {
                failed.add(file.entry().name());
                inARow++;
            }
            if (inARow == MOST_FAILURES) {
                log.warn("The retention rule is not applied any further: {} could not be deleted", failed);
                break;
            }
        }
        rules.setNotDeleted(failed);
        return failed;
    }

    /**
     * It checks once more what must never be deleted: somebody may have protected it meanwhile.
     *
     * @return whether it was deleted, or is not to be
     */
    private boolean delete(RetentionPlan.Decided file, String staying, RetentionRule rule, String user) {
        String name = file.entry().name();
        try {
            catalog.deleteOlder(name, staying, user, texts.sentence(file.decision(), rule));
            log.info("The retention rule deleted {}", file.entry().file());
            return true;
        } catch (BackupException e) {
            boolean stays = OF_THIS_FILE.contains(e.problem());
            log.atLevel(stays ? Level.INFO : Level.WARN).log("{} is not deleted: {}", name, e.problem());
            return stays;
        }
    }
}

package io.graphtracker.backup.retention.ui;

import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.retention.RetentionService;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads the {@link RetentionModel}. Blocking disk access: never call it on a page's thread. */
@Component
public class RetentionModelLoader {

    private static final Logger log = LoggerFactory.getLogger(RetentionModelLoader.class);

    private final RetentionService service;
    private final AtomicReference<@Nullable OperationsDatabaseProblem> told = new AtomicReference<>();

    RetentionModelLoader(RetentionService service) {
        this.service = service;
    }

    /** The current one; never fails. */
    public RetentionModel load() {
        try {
            RetentionModel model = new RetentionModel(service.rule().orElse(null), null, service.notDeleted());
            told.set(null);
            return model;
        } catch (OperationsDatabaseException e) {
            // once until it changes: each page loads whenever its window gets the focus
            if (told.getAndSet(e.problem()) != e.problem()) {
                log.warn("The retention rule cannot be read", e);
            }
            return new RetentionModel(null, e.problem(), List.of());
        }
    }
}

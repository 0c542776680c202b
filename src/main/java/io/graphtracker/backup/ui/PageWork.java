package io.graphtracker.backup.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.UnexpectedError;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.user.CurrentUser;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what a page asks for on another thread, and answers on that of the page, if it is still open. There is always an
 * answer: an unexpected error is logged, and told as a {@link BackupException} with its id.
 */
@Component
public class PageWork {

    private static final Logger log = LoggerFactory.getLogger(PageWork.class);

    private final CurrentUser user;
    private final Executor executor;

    PageWork(CurrentUser user, @BackupExecutor Executor executor) {
        this.user = user;
        this.executor = executor;
    }

    /** What is done on the other thread. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * @param user the name of the user of the page
         */
        T run(String user) throws OperationsDatabaseException;
    }

    /**
     * Begins some work. All answers are received on the thread of the page.
     *
     * @param notStored the operations database cannot be read or written; the log has it already
     */
    public <T> void begin(
            Work<T> work,
            Consumer<T> done,
            Consumer<BackupException> failed,
            Consumer<OperationsDatabaseException> notStored) {
        // asked here: the other thread belongs to no user and no page
        String name = user.name();
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                T result = work.run(name);
                answer(ui, () -> done.accept(result));
            } catch (BackupException e) {
                answer(ui, () -> failed.accept(e));
            } catch (OperationsDatabaseException e) {
                log.warn("The operations database cannot be used", e);
                answer(ui, () -> notStored.accept(e));
            } catch (RuntimeException | Error e) {
                BackupException reason = UnexpectedError.logged(log, ProblemKind.IN_OPERATION, "Work of a page", e);
                answer(ui, () -> failed.accept(reason));
            }
        });
    }

    /** Begins work that does not use the operations database. */
    public <T> void begin(Function<String, T> work, Consumer<T> done, Consumer<BackupException> failed) {
        begin(work::apply, done, failed, unexpected -> {
            throw new IllegalStateException(unexpected);
        });
    }

    /** Does something on the thread of a page, unless it is closed. */
    public static void answer(UI ui, Runnable show) {
        ui.accessLater(show::run, () -> {}).run();
    }
}

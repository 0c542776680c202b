package io.graphtracker.backup.watch.ui;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import io.graphtracker.backup.ui.BackupMessages;
import io.graphtracker.backup.watch.CallAddress;
import io.graphtracker.backup.watch.CallResult;
import io.graphtracker.backup.watch.WatchJob;
import io.graphtracker.backup.watch.WatchRuns;
import io.graphtracker.backup.watch.WatchService;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import io.graphtracker.user.CurrentUser;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out what a user of a page asks of watching, on another thread, and shows the result on that page. */
@Component
class WatchCommands {

    private static final Logger log = LoggerFactory.getLogger(WatchCommands.class);

    private final WatchService service;
    private final WatchRuns runs;
    private final WatchTexts watchTexts;
    private final BackupMessages messages;
    private final CurrentUser user;
    private final Executor executor;
    private final Texts texts;

    WatchCommands(
            WatchService service,
            WatchRuns runs,
            WatchTexts watchTexts,
            BackupMessages messages,
            CurrentUser user,
            @BackupExecutor Executor executor,
            Texts texts) {
        this.service = service;
        this.runs = runs;
        this.watchTexts = watchTexts;
        this.messages = messages;
        this.user = user;
        this.executor = executor;
        this.texts = texts;
    }

    /** Starts a job; its progress and its result are shown by the section. */
    void start(WatchJob job, Feedback feedback) {
        run(feedback, name -> switch (runs.start(job, name)) {
            case STARTED -> {
                feedback.announce(watchTexts.begun(job));
                yield Optional.empty();
            }
            case RUNNING -> Optional.of(Message.information(texts.get("watch.running")));
            case NOTHING -> Optional.of(Message.information(texts.get("watch.nothing")));
        });
    }

    /** Cancels a job. */
    void cancel(WatchJob job) {
        runs.cancel(job);
    }

    void setMaxAgeDays(int days, Feedback feedback) {
        run(feedback, name -> {
            service.setMaxAgeDays(days, name);
            return Optional.of(Message.success(texts.get("watch.age.saved", days), ""));
        });
    }

    void setCallAddress(CallAddress address, Feedback feedback) {
        run(feedback, name -> {
            service.setCallAddress(address, name);
            return Optional.of(Message.success(
                    texts.get("watch.call.saved", address.shown()), texts.get("watch.call.saved.hint")));
        });
    }

    void removeCallAddress(Feedback feedback) {
        run(feedback, name -> {
            service.removeCallAddress(name);
            return Optional.of(Message.success(texts.get("watch.call.removed"), ""));
        });
    }

    /** Calls the address, to try it. */
    void testCall(Feedback feedback) {
        run(feedback, name -> service.call().map(this::message));
    }

    private Message message(CallResult result) {
        return result.succeeded()
                ? Message.success(texts.get("watch.call.answered"), "")
                : Message.warning(texts.get("watch.call.failed"), watchTexts.problem(result));
    }

    /** Lets no page tell of the failures of a job any more. */
    void dismiss(WatchJob job, Feedback feedback) {
        run(feedback, name -> {
            service.dismiss(job);
            return Optional.empty();
        });
    }

    /** What is done on another thread, and the message about its result. */
    @FunctionalInterface
    private interface Work {
        Optional<Message> run(String user) throws OperationsDatabaseException;
    }

    private void run(Feedback feedback, Work work) {
        // asked here: the other thread belongs to no user
        String name = user.name();
        executor.execute(() -> {
            try {
                work.run(name).ifPresent(feedback::show);
            } catch (BackupException e) {
                feedback.show(messages.of(e));
            } catch (OperationsDatabaseException e) {
                log.warn("What is watched was not changed", e);
                feedback.show(Message.error(
                        texts.get("watch.not-saved"), OperationsDatabaseTexts.problem(e.problem(), texts)));
            }
        });
    }
}

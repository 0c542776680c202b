package io.graphtracker.backup.watch.ui;

import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import io.graphtracker.backup.ui.BackupMessages;
import io.graphtracker.backup.ui.PageWork;
import io.graphtracker.backup.watch.CallAddress;
import io.graphtracker.backup.watch.CallResult;
import io.graphtracker.backup.watch.WatchJob;
import io.graphtracker.backup.watch.WatchRuns;
import io.graphtracker.backup.watch.WatchService;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Carries out what a user of a page asks of watching, on another thread, and shows the result on that page. */
@Component
class WatchCommands {

    /** What messages of this section are about. */
    private static final String JOBS = "checks";

    private static final String AGE = "age of backups";
    private static final String CALLS = "calls";

    private final WatchService service;
    private final WatchRuns runs;
    private final WatchTexts watchTexts;
    private final BackupMessages messages;
    private final PageWork work;
    private final Texts texts;

    WatchCommands(
            WatchService service,
            WatchRuns runs,
            WatchTexts watchTexts,
            BackupMessages messages,
            PageWork work,
            Texts texts) {
        this.service = service;
        this.runs = runs;
        this.watchTexts = watchTexts;
        this.messages = messages;
        this.work = work;
        this.texts = texts;
    }

    /** Starts a job; its progress and its result are shown by the section. */
    void start(WatchJob job, Feedback feedback) {
        run(JOBS, feedback, name -> switch (runs.start(job, name)) {
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
        run(AGE, feedback, name -> {
            service.setMaxAgeDays(days, name);
            return Optional.of(Message.success(texts.get("watch.age.saved", days), ""));
        });
    }

    /** @param stored called on the page's thread when it is stored */
    void setCallAddress(CallAddress address, Runnable stored, Feedback feedback) {
        run(CALLS, feedback, stored, name -> {
            service.setCallAddress(address, name);
            return Optional.of(Message.success(
                    texts.get("watch.call.saved", address.shown()), texts.get("watch.call.saved.hint")));
        });
    }

    void removeCallAddress(Feedback feedback) {
        run(CALLS, feedback, name -> {
            service.removeCallAddress(name);
            return Optional.of(Message.success(texts.get("watch.call.removed"), ""));
        });
    }

    /** Calls the address, to try it. */
    void testCall(Feedback feedback) {
        run(CALLS, feedback, name -> service.call().map(this::message));
    }

    private Message message(CallResult result) {
        return result.succeeded()
                ? Message.success(texts.get("watch.call.answered"), "")
                : Message.warning(texts.get("watch.call.failed"), watchTexts.problem(result));
    }

    /** Lets no page tell of the failures of a job any more. */
    void dismiss(WatchJob job, Feedback feedback) {
        run(JOBS, feedback, name -> {
            service.dismiss(job);
            return Optional.empty();
        });
    }

    private void run(String subject, Feedback feedback, PageWork.Work<Optional<Message>> asked) {
        run(subject, feedback, () -> {}, asked);
    }

    private void run(String subject, Feedback feedback, Runnable done, PageWork.Work<Optional<Message>> asked) {
        Consumer<Message> show = message -> feedback.show(message.about(subject));
        work.begin(
                asked,
                message -> {
                    done.run();
                    message.ifPresent(show);
                },
                reason -> show.accept(messages.of(reason)),
                reason -> show.accept(Message.error(
                        texts.get("watch.not-saved"), OperationsDatabaseTexts.problem(reason.problem(), texts))));
    }
}

package io.graphtracker.backup.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import io.graphtracker.actions.AriaDisabled;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.UploadService;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.backup.ui.PageWork;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.FileUpload;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Uploads a backup, streamed: it is never completely in memory, and never in a temporary file of the server. */
class BackupUpload extends Div {

    private static final String LIMIT_ID = "uploadLimit";

    /** Sends when the file was last changed; the component itself sends its name only. */
    private static final String SEND_TIME = """
            this.addEventListener('upload-request',
                e => e.detail.xhr.setRequestHeader('X-File-Modified', String(e.detail.file.lastModified)));
            """;

    private static final Pattern MILLIS = Pattern.compile("\\d{1,14}");

    private static final String BUTTON_ID = "btnUploadBackup";

    /** Moves the focus if it is on the cancel button: a browser would move it from a removed element to the body. */
    private static final String RESCUE_FOCUS =
            "if (this.contains(document.activeElement)) { document.getElementById($0)?.focus(); }";

    private final transient BackupCommands commands;
    private final transient Feedback feedback;
    private final transient Texts texts;
    private final transient Consumer<String> restore;
    private final Div checks = new Div();
    private final Div accepted = new Div();

    /** @param restore asks whether to restore the backup of a name */
    BackupUpload(BackupCommands commands, Consumer<String> restore, Feedback feedback, Texts texts) {
        this.restore = restore;
        this.commands = commands;
        this.feedback = feedback;
        this.texts = texts;
        checks.addClassName("upload-checks");
        addClassName("backup-upload");
        FileUpload upload =
                new FileUpload(new Receiver(), texts.get("backups.upload"), UploadService.LARGEST_BYTES, texts);
        upload.setId("uploadBackup");
        upload.setDescribedBy(LIMIT_ID);
        upload.getElement().executeJs(SEND_TIME);
        upload.getUploadButton().setId(BUTTON_ID);
        upload.addFileRejectedListener(rejected -> commands.sayTooLarge(feedback));
        Paragraph limit =
                new Paragraph(texts.get("backups.upload.limit", ByteSize.format(UploadService.LARGEST_BYTES)));
        limit.setId(LIMIT_ID);
        limit.addClassName("secondary");
        accepted.setId("uploadAccepted");
        accepted.addClassName("upload-check");
        accepted.setVisible(false);
        upload.getElement().addEventListener("upload-start", start -> accepted.setVisible(false));
        add(upload, limit, checks, accepted);
    }

    /** Offers to restore what was uploaded last: that is what most uploads are for. */
    private void offer(String name) {
        Span file = new Span(name);
        file.addClassName("backup-file");
        Button now = new Button(texts.get("backups.restore"), click -> restore.accept(name));
        now.setId("btnRestoreUpload");
        now.setAriaLabel(texts.get("backups.restore.name", name));
        accepted.removeAll();
        accepted.add(file, now);
        accepted.setVisible(true);
        // the message about it must not cover it
        accepted.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    /** The check of an upload that has arrived, which the browser shows as sent. */
    private final class ShownCheck extends Div {

        private final Span text = new Span();
        private final Button cancel = new Button(texts.get("backups.check.cancel"), click -> cancel());
        private final transient VerificationJob job;
        private boolean ended;

        ShownCheck(String name, UI ui) {
            addClassName("upload-check");
            Span file = new Span(name);
            file.addClassName("backup-file");
            cancel.setAriaLabel(texts.get("backups.check.cancel.name", name));
            add(file, text, cancel);
            job = VerificationJob.watched(progress -> PageWork.answer(ui, () -> show(progress)));
        }

        private void cancel() {
            AriaDisabled.set(cancel, true);
            job.cancel();
        }

        private void show(VerificationProgress progress) {
            text.setText(VerificationTexts.of(progress, texts));
            if (!ended && getParent().isEmpty()) {
                checks.add(this);
            }
        }

        /**
         * Removes it once the browser has moved the focus: in one response, the focus may be lost before the script
         * runs.
         */
        void end() {
            ended = true;
            if (getParent().isPresent()) {
                getElement().executeJs(RESCUE_FOCUS, BUTTON_ID).then(moved -> remove(), failed -> remove());
            }
        }

        private void remove() {
            checks.remove(this);
        }
    }

    /** Runs on the thread of the request, without the session lock. */
    private final class Receiver implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) {
            UI ui = event.getUI();
            ShownCheck shown = new ShownCheck(event.getFileName(), ui);
            try {
                commands.receive(
                                event.getInputStream(),
                                new UploadService.Sent(event.getFileName(), event.getFileSize(), modifiedAt(event)),
                                shown.job,
                                kept -> PageWork.answer(ui, () -> offer(kept)),
                                feedback)
                        .flatMap(Receiver::status)
                        .ifPresent(status -> {
                            event.reject(status.getReasonPhrase());
                            event.getResponse().setStatus(status.value());
                        });
            } finally {
                PageWork.answer(ui, shown::end);
            }
        }

        private static @Nullable Instant modifiedAt(UploadEvent event) {
            String header = event.getRequest().getHeader("X-File-Modified");
            // at most the year 9999
            return header != null && MILLIS.matcher(header).matches()
                    ? Instant.ofEpochMilli(Long.parseLong(header)).truncatedTo(ChronoUnit.SECONDS)
                    : null;
        }

        /** Keeps the status that was set; Vaadin has a single one for all rejected uploads. */
        @Override
        public void responseHandled(UploadResult result) {
            if (!result.allRejected()) {
                UploadHandler.super.responseHandled(result);
            }
        }

        /** The statuses that proxies understand; the page shows a message in all cases. */
        private static Optional<HttpStatus> status(BackupProblem problem) {
            return switch (problem) {
                case UPLOAD_TOO_LARGE -> Optional.of(HttpStatus.CONTENT_TOO_LARGE);
                case NOT_ENOUGH_SPACE -> Optional.of(HttpStatus.INSUFFICIENT_STORAGE);
                default -> Optional.empty();
            };
        }
    }
}

package io.graphtracker.backup.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.UploadService;
import io.graphtracker.backup.ui.AriaDisabled;
import io.graphtracker.backup.ui.VerificationTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Takes a backup from the browser, streamed: it is never whole in memory, and never in a temporary file of the server's. */
class BackupUpload extends Div {

    private static final String LIMIT_ID = "uploadLimit";

    /**
     * A message tells what came of a file; the list would only keep a second, shorter one. And its progress bars have no name, see
     * docs/workarounds.md.
     */
    private static final String TEND_LIST = """
            ['upload-success', 'upload-error'].forEach(end => this.addEventListener(end,
                e => { this.files = this.files.filter(file => file !== e.detail.file); }));
            new MutationObserver(() => this.querySelectorAll('vaadin-progress-bar:not([aria-label])')
                .forEach(bar => bar.setAttribute('aria-label', $0))).observe(this, {childList: true, subtree: true});
            """;

    /** A browser gives the focus of what is hidden to the page's body. In the same answer, so that it has not done so yet. */
    private static final String RESCUE_FOCUS =
            "if (this.contains(document.activeElement)) { document.getElementById($0)?.focus(); }";

    private final transient BackupCommands commands;
    private final transient Feedback feedback;
    private final transient Texts texts;
    private final Div checks = new Div();

    BackupUpload(BackupCommands commands, Feedback feedback, Texts texts) {
        this.commands = commands;
        this.feedback = feedback;
        this.texts = texts;
        checks.addClassName("upload-checks");
        addClassName("backup-upload");
        Upload upload = new Upload(new Receiver());
        upload.setId("uploadBackup");
        upload.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", texts.get("backups.upload"))
                .setAttribute("aria-describedby", LIMIT_ID);
        // as the body of the request: a form with parts would be held in files first, and its limits are the servlet's
        upload.setUploadFormat(UploadFormat.RAW);
        // the setter takes an int
        upload.getElement().setProperty("maxFileSize", (double) UploadService.LARGEST_BYTES);
        upload.setUploadButton(new Button(texts.get("backups.upload"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(texts.get("backups.upload.drop")));
        upload.addFileRejectedListener(rejected -> commands.sayTooLarge(feedback));
        upload.getElement().executeJs(TEND_LIST, texts.get("backups.upload.progress"));
        Paragraph limit =
                new Paragraph(texts.get("backups.upload.limit", ByteSize.format(UploadService.LARGEST_BYTES)));
        limit.setId(LIMIT_ID);
        limit.addClassName("secondary");
        add(upload, limit, checks);
    }

    /** What has arrived and is looked at: the browser shows it as sent, and knows no more of it. */
    private final class ShownCheck extends Div {

        private final Span text = new Span();
        private final Button cancel = new Button(texts.get("backups.check.cancel"), click -> cancel());
        private final transient VerificationJob run;

        ShownCheck(String name, UI ui) {
            addClassName("upload-check");
            Span file = new Span(name);
            file.addClassName("backup-file");
            cancel.setAriaLabel(texts.get("backups.check.cancel.name", name));
            add(file, text, cancel);
            run = VerificationJob.watched(
                    progress -> ui.accessLater(() -> show(progress), () -> {}).run());
        }

        private void cancel() {
            AriaDisabled.set(cancel, true);
            run.cancel();
        }

        private void show(VerificationProgress progress) {
            text.setText(VerificationTexts.of(progress, texts));
            if (getParent().isEmpty()) {
                checks.getChildren()
                        .filter(check -> !check.isVisible())
                        .toList()
                        .forEach(checks::remove);
                checks.add(this);
            }
        }

        /** Hidden, and taken away with the next one: what is taken away at once has lost the focus before anybody can rescue it. */
        void end() {
            checks.getElement().executeJs(RESCUE_FOCUS, FolderArea.HEADING_ID);
            setVisible(false);
        }
    }

    /** On the thread of the request, without the page's lock. */
    private final class Receiver implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) {
            UI ui = event.getUI();
            ShownCheck shown = new ShownCheck(event.getFileName(), ui);
            try {
                commands.receive(event.getInputStream(), event.getFileName(), event.getFileSize(), shown.run, feedback)
                        .flatMap(Receiver::status)
                        .ifPresent(status -> {
                            event.reject(status.getReasonPhrase());
                            event.getResponse().setStatus(status.value());
                        });
            } finally {
                ui.accessLater(shown::end, () -> {}).run();
            }
        }

        /** Vaadin has one status for all that is rejected. */
        @Override
        public void responseHandled(UploadResult result) {
            if (!result.allRejected()) {
                UploadHandler.super.responseHandled(result);
            }
        }

        /** What proxies and their logs understand; of all else, and of these too, the page is told by a message. */
        private static Optional<HttpStatus> status(BackupProblem problem) {
            return switch (problem) {
                case UPLOAD_TOO_LARGE -> Optional.of(HttpStatus.CONTENT_TOO_LARGE);
                case NOT_ENOUGH_SPACE -> Optional.of(HttpStatus.INSUFFICIENT_STORAGE);
                default -> Optional.empty();
            };
        }
    }
}

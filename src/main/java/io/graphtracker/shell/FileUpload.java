package io.graphtracker.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadHandler;
import io.graphtracker.texts.Texts;

/**
 * A button, and a place to drop files, that send a file as the body of a request. It says nothing to screen readers: the
 * page does, when it knows what became of the file.
 */
@JsModule("context://app/quiet-upload.nocache.js")
public class FileUpload extends Upload {

    /**
     * Removes finished files from the component's list, since a message tells the result, and names its progress bars,
     * see docs/workarounds.md.
     */
    private static final String TEND_LIST = """
            ['upload-success', 'upload-error'].forEach(end => this.addEventListener(end,
                e => { this.files = this.files.filter(file => file !== e.detail.file); }));
            new MutationObserver(() => this.querySelectorAll('vaadin-progress-bar:not([aria-label])')
                .forEach(bar => bar.setAttribute('aria-label', $0))).observe(this, {childList: true, subtree: true});
            """;

    /**
     * @param name of the button, and of both together
     * @param largestBytes the browser refuses longer files
     */
    public FileUpload(UploadHandler receiver, String name, long largestBytes, Texts texts) {
        super(receiver);
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        // as the body of the request: a multipart form would be stored in files first, with the limits of the servlet
        setUploadFormat(UploadFormat.RAW);
        // the setter takes an int
        getElement().setProperty("maxFileSize", (double) largestBytes);
        setUploadButton(new Button(name, VaadinIcon.UPLOAD_ALT.create()));
        setDropLabel(new Span(texts.get("upload.drop")));
        getElement().executeJs(TEND_LIST, texts.get("upload.progress"));
    }

    /** Sets the id of the element that says what can be sent. */
    public void setDescribedBy(String id) {
        getElement().setAttribute("aria-describedby", id);
    }
}

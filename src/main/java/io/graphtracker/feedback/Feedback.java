package io.graphtracker.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one page. Success and information are announced through the {@link StatusRegion}, so their card is
 * silent; problems are alerts, and stay until closed. The focus never moves.
 *
 * <p>May be used on any thread.
 */
@SpringComponent
@UIScope
public class Feedback {

    /** How long a message is shown that disappears by itself: at least 6 s by contract. */
    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final StatusRegion region;
    private final Texts texts;
    private final UI ui;
    private final String pageId = UUID.randomUUID().toString();
    private final Map<String, Notification> problems = new HashMap<>();
    private @Nullable Notification passing;

    public Feedback(StatusRegion region, Texts texts) {
        this.region = region;
        this.texts = texts;
        this.ui = UI.getCurrent();
    }

    /** Shows and announces a message. Does nothing if the page has been closed meanwhile. */
    public void show(Message message) {
        ui.accessLater(() -> open(message, null), () -> {}).run();
    }

    /**
     * The same, with a control below its words, by which the user can do something about it at once.
     *
     * @param control makes it, on the page's thread; given what closes the message
     */
    public void show(Message message, Function<Runnable, Component> control) {
        ui.accessLater(() -> open(message, control), () -> {}).run();
    }

    /** Announces a text politely without showing it. Does nothing if it is empty. */
    public void announce(String text) {
        if (!text.isEmpty()) {
            ui.accessLater(() -> region.announce(text), () -> {}).run();
        }
    }

    /** Identifies the page among all open ones, where this object cannot be passed. */
    public String pageId() {
        return pageId;
    }

    private void open(Message message, @Nullable Function<Runnable, Component> control) {
        // the same problem again replaces its card, which announces it again
        Optional.ofNullable(problems.remove(message.text())).ifPresent(Notification::close);
        Notification card = card(message, control);
        if (message.kind().isProblem()) {
            problems.put(message.text(), card);
            card.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    problems.remove(message.text(), card);
                }
            });
        }
        if (!message.kind().isProblem()) {
            // a result that is followed by another, for example by its undo, is of no interest any more
            Optional.ofNullable(passing).ifPresent(Notification::close);
            passing = card;
        }
        card.open();
        if (!message.kind().isProblem()) {
            region.announce(message.spoken());
        }
    }

    private Notification card(Message message, @Nullable Function<Runnable, Component> control) {
        Notification card = new Notification();
        // over the canvas; at the other end it would cover the sidebar with the row of the action
        card.setPosition(Position.BOTTOM_START);
        card.addClassNames("message", "message-" + message.kind().name().toLowerCase(Locale.ROOT));
        card.add(content(card, message));
        if (control != null) {
            card.add(control.apply(card::close));
        }
        if (message.kind().isProblem()) {
            card.setAssertive(true);
            card.setDuration(0);
        } else {
            card.setDuration((int) SHOWN.toMillis());
            // otherwise announced twice; the role cannot be set from Java, see docs/workarounds.md
            card.getElement().executeJs("this._card.setAttribute('role', 'none')");
        }
        return card;
    }

    private Div content(Notification card, Message message) {
        Div words = new Div(new Div(new Text(message.text())));
        words.addClassName("message-words");
        if (!message.hint().isEmpty()) {
            Span hint = new Span(message.hint());
            hint.addClassName("message-hint");
            words.add(hint);
        }
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> card.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("message-close");
        close.setAriaLabel(texts.get("message.close"));
        Div content = new Div(icon(message.kind()), words, close);
        content.addClassName("message-content");
        return content;
    }

    private static Icon icon(Kind kind) {
        Icon icon = (switch (kind) {
                    case SUCCESS -> VaadinIcon.CHECK_CIRCLE;
                    case INFORMATION -> VaadinIcon.INFO_CIRCLE;
                    case WARNING -> VaadinIcon.WARNING;
                    case ERROR -> VaadinIcon.EXCLAMATION_CIRCLE;
                })
                .create();
        icon.addClassName("message-icon");
        return icon;
    }
}

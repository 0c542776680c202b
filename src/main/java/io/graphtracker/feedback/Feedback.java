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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one page, one at a time. Success and information are announced through the {@link StatusRegion}, so
 * their card is silent; problems are alerts, and stay until they are closed or answered by a later message about the
 * same. The focus never moves. When the user goes to another page, all are closed.
 *
 * <p>May be used on any thread.
 */
@SpringComponent
@UIScope
public class Feedback {

    /** How long a message is shown that disappears by itself: at least 6 s by contract. */
    private static final Duration SHOWN = Duration.ofSeconds(10);

    /**
     * When a message with the focus closes, that goes back to what had it when the message came, for example the button
     * that was pressed; or else to where it came from, or to the heading of the page.
     */
    private static final String RETURN_FOCUS = """
            const card = this._card;
            const before = document.activeElement;
            let inside = false;
            card.addEventListener('focusin', e => {
              if (!card.contains(e.relatedTarget)) this.cameFrom = e.relatedTarget;
              inside = true;
            });
            // without a target, the window has lost the focus, or the card is being removed
            card.addEventListener('focusout', e => {
              inside = !e.relatedTarget || card.contains(e.relatedTarget);
            });
            this.addEventListener('opened-changed', () => {
              const active = document.activeElement;
              if (!this.opened && inside && (active === document.body || card.contains(active))) {
                const back = [before, this.cameFrom].find(
                    element => element?.isConnected && element !== document.body && !card.contains(element));
                if (back) return back.focus();
                const heading = document.querySelector('h1');
                heading?.setAttribute('tabindex', '-1');
                heading?.focus({preventScroll: true});
              }
            });
            """;

    /** A message must not hide the button that was just pressed (WCAG 2.4.11): it moves above that, if there is room. */
    private static final String CLEAR_OF_FOCUS = """
            const clear = () => requestAnimationFrame(() => {
              const focused = document.activeElement;
              if (!this.opened || focused === document.body || this._card.contains(focused)) return;
              const card = this._card.getBoundingClientRect();
              const held = focused.getBoundingClientRect();
              const beside = held.right <= card.left || held.left >= card.right;
              const lift = card.bottom - held.top + 8;
              if (!beside && held.bottom > card.top && lift > 0 && card.top >= lift) {
                this._card.style.marginBlockEnd = `${lift}px`;
              }
            });
            this.addEventListener('opened-changed', clear);
            // it is open already when this comes
            clear();
            """;

    private final StatusRegion region;
    private final Texts texts;
    private final UI ui;
    private final String pageId = UUID.randomUUID().toString();

    /** Problems covered by a message about something else, the latest first. */
    private final Deque<Shown> covered = new ArrayDeque<>();

    private @Nullable Shown shown;
    private @Nullable String pagePath;

    /**
     * A card and its message.
     *
     * @param withControl whether something can be done in it, which must not disappear meanwhile
     */
    private record Shown(Notification card, Message message, boolean withControl) {}

    public Feedback(StatusRegion region, Texts texts) {
        this.region = region;
        this.texts = texts;
        this.ui = UI.getCurrent();
        ui.addAfterNavigationListener(
                navigation -> leave(navigation.getLocation().getPath()));
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
        Shown before = shown;
        boolean isProblem = message.kind().isProblem();
        if (before != null && before.withControl() && !isProblem && !isAnsweredBy(message, before.message())) {
            region.announce(message.spoken());
            return;
        }
        // what covered it is followed by this message, not by another one that was covered
        shown = null;
        covered.removeIf(other -> isAnsweredBy(message, other.message()));
        if (before != null) {
            before.card().close();
            if (before.message().kind().isProblem() && !isAnsweredBy(message, before.message())) {
                covered.push(before);
            }
        }
        Shown next = new Shown(card(message, control), message, control != null);
        next.card().addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed(next);
            }
        });
        shown = next;
        next.card().open();
        if (!isProblem) {
            region.announce(message.spoken());
        }
    }

    private static boolean isAnsweredBy(Message message, Message earlier) {
        return message.subject().equals(earlier.subject()) || message.text().equals(earlier.text());
    }

    /** A problem that was covered by a message about something else is shown again, but was spoken already. */
    private void closed(Shown closed) {
        if (closed.equals(shown)) {
            shown = covered.poll();
            if (shown != null) {
                shown.card().setAssertive(false);
                silence(shown.card());
                shown.card().open();
            }
        }
    }

    /** What was said of one page is of no interest on another. */
    private void leave(String path) {
        if (!path.equals(pagePath)) {
            pagePath = path;
            covered.clear();
            Shown last = shown;
            shown = null;
            if (last != null) {
                last.card().close();
            }
            region.clear();
        }
    }

    private Notification card(Message message, @Nullable Function<Runnable, Component> control) {
        Notification card = new Notification();
        // over the canvas: the other corners have the header, the sidebar, and the buttons of the view
        card.setPosition(Position.BOTTOM_START);
        card.addClassNames("message", "message-" + message.kind().name().toLowerCase(Locale.ROOT));
        card.add(content(card, message));
        // another element each time that it is opened
        card.addAttachListener(attach -> {
            card.getElement().executeJs(RETURN_FOCUS);
            card.getElement().executeJs(CLEAR_OF_FOCUS);
        });
        if (control != null) {
            card.add(control.apply(card::close));
        }
        if (message.kind().isProblem()) {
            card.setAssertive(true);
            card.setDuration(0);
        } else {
            card.setDuration((int) SHOWN.toMillis());
            silence(card);
        }
        return card;
    }

    /** Otherwise it would be announced twice; neither can be set from Java, see docs/workarounds.md. */
    private static void silence(Notification card) {
        card.getElement()
                .executeJs("this._card.setAttribute('role', 'none'); this._card.setAttribute('aria-live', 'off')");
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

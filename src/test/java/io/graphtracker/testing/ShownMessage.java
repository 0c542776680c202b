package io.graphtracker.testing;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.feedback.StatusRegion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A message as the page shows it. */
public record ShownMessage(Kind kind, String text, String hint, int durationMillis, boolean assertive, Button close) {

    /** All messages on the page, the oldest first. */
    public static List<ShownMessage> all() {
        return NotificationsKt.getNotifications().stream().map(ShownMessage::of).toList();
    }

    /** The only message on the page. */
    public static ShownMessage only() {
        List<ShownMessage> all = all();
        if (all.size() != 1) {
            throw new AssertionError("There should be one message, but there are: " + all);
        }
        return all.getFirst();
    }

    /** The polite announcement in the page's status region. */
    public static String spokenPolitely() {
        return LocatorJ._get(StatusRegion.class).getText();
    }

    /** Whether it stays until it is closed. */
    public boolean stays() {
        return durationMillis == 0;
    }

    private static ShownMessage of(Notification card) {
        Div words = LocatorJ._get(card, Div.class, spec -> spec.withClasses("message-words"));
        return new ShownMessage(
                Arrays.stream(Kind.values())
                        .filter(kind ->
                                card.hasClassName("message-" + kind.name().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(),
                words.getElement().getChild(0).getTextRecursively(),
                LocatorJ._find(words, Span.class, spec -> spec.withClasses("message-hint")).stream()
                        .map(Span::getText)
                        .findFirst()
                        .orElse(""),
                card.getDuration(),
                card.isAssertive(),
                LocatorJ._get(card, Button.class, spec -> spec.withClasses("message-close")));
    }
}

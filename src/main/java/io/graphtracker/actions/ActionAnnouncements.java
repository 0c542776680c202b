package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import java.util.concurrent.atomic.AtomicLong;

/** Announces on a page what actions announce. Bound to the page, since only the selected tab is attached. */
final class ActionAnnouncements {

    private ActionAnnouncements() {}

    static void bind(ActionRegistry registry, ActionContext context, Component page) {
        for (Action action : registry.actions()) {
            action.announcements(context).ifPresent(announcements -> bind(announcements, context, page));
        }
    }

    private static void bind(Signal<Announcement> announcements, ActionContext context, Component page) {
        AtomicLong heard = new AtomicLong(announcements.peek().number());
        Signal.effect(page, () -> {
            Announcement announcement = announcements.get();
            if (heard.getAndSet(announcement.number()) != announcement.number()) {
                context.feedback().announce(announcement.text());
            }
        });
    }
}

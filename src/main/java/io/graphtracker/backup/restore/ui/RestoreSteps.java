package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The list of steps of the restore that this page started; each is announced as it begins. */
class RestoreSteps extends OrderedList {

    /** The mark of a step, as icon and text. */
    private enum Mark {
        DONE(VaadinIcon.CHECK),
        CURRENT(VaadinIcon.ARROW_RIGHT),
        TO_COME(VaadinIcon.CIRCLE_THIN),
        FAILED(VaadinIcon.CLOSE),
        NOT_DONE(VaadinIcon.CIRCLE_THIN);

        private final VaadinIcon icon;

        Mark(VaadinIcon icon) {
            this.icon = icon;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<RestoreStep> STEPS = List.of(RestoreStep.values());

    private final Feedback page;
    private final Texts texts;
    private final long earlier;
    private @Nullable RestoreStep said;

    RestoreSteps(RestoreActivity activity, Feedback page, Texts texts) {
        this.page = page;
        this.texts = texts;
        this.earlier = activity.progress().number();
        setId("restoreSteps");
        addClassName("restore-steps");
        show(RestoreProgressModel.NONE);
        activity.subscribe(this, () -> follow(activity.progress()));
    }

    /** Ignores restores of other pages. */
    private void follow(RestoreProgressModel now) {
        if (now.number() > earlier && now.page().equals(page.pageId())) {
            show(now);
            say(now.step());
        }
    }

    private void show(RestoreProgressModel now) {
        removeAll();
        for (RestoreStep step : STEPS) {
            add(item(step, mark(step, now)));
        }
    }

    private ListItem item(RestoreStep step, Mark mark) {
        Span state = new Span(texts.get("restore.mark." + mark.slug()));
        state.addClassName("restore-step-state");
        Span name = new Span(name(step));
        name.addClassName("restore-step-name");
        ListItem item = new ListItem(mark.icon.create(), name, state);
        item.addClassNames("restore-step", "restore-step-" + mark.slug());
        if (mark == Mark.CURRENT) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private static Mark mark(RestoreStep step, RestoreProgressModel now) {
        RestoreStep reached = now.step();
        boolean failed = now.phase() == RestoreProgressModel.Phase.FAILED;
        if (now.phase() == RestoreProgressModel.Phase.DONE || (reached != null && step.compareTo(reached) < 0)) {
            return Mark.DONE;
        }
        if (step == reached) {
            return failed ? Mark.FAILED : Mark.CURRENT;
        }
        return failed ? Mark.NOT_DONE : Mark.TO_COME;
    }

    private void say(@Nullable RestoreStep step) {
        if (step != null && step != said) {
            said = step;
            page.announce(texts.get("restore.step-announcement", STEPS.indexOf(step) + 1, STEPS.size(), name(step)));
        }
    }

    private String name(RestoreStep step) {
        return texts.get(Texts.key("restore.step.", step.code()));
    }
}

package io.graphtracker.project.exchange;

import io.graphtracker.project.ProjectException;
import io.graphtracker.project.Rules;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskTags;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the details of a task fit the rules of a project, and reports what that changes. */
final class DetailChecks {

    private final PlanBuilder plan;

    DetailChecks(PlanBuilder plan) {
        this.plan = plan;
    }

    void check(TaskDraft task) {
        checkTitle(task);
        checkDescription(task);
        task.plannedHours(hours(task, task.details().plannedHours()));
        task.actualHours(hours(task, task.details().actualHours()));
        checkAssignee(task);
        task.details(task.details().with(TaskField.TAGS, tags(task)));
        checkLink(task);
        task.details(Rules.details(task.details()));
    }

    private void checkTitle(TaskDraft task) {
        String whole = PlanTexts.line(task.title());
        String title = PlanTexts.cut(whole, Rules.MAX_NAME);
        if (title.isEmpty()) {
            title = PlanTexts.cut(PlanTexts.line(task.key()), Rules.MAX_NAME);
            title = title.isEmpty() ? "?" : title;
            plan.changed(task.place(), title, "import.finding.no-title");
        } else if (whole.length() > Rules.MAX_NAME) {
            // nothing is lost
            String description = task.details().description();
            task.description(description.isBlank() ? whole : whole + "\n\n" + description);
            plan.changed(task.place(), title, "import.finding.long-title", Rules.MAX_NAME);
        }
        task.title(title);
    }

    private void checkDescription(TaskDraft task) {
        String description = PlanTexts.block(task.details().description());
        if (description.length() > Rules.MAX_DESCRIPTION) {
            plan.changed(task.place(), task.title(), "import.finding.long-description", Rules.MAX_DESCRIPTION);
        }
        task.description(PlanTexts.cut(description, Rules.MAX_DESCRIPTION));
    }

    private @Nullable Double hours(TaskDraft task, @Nullable Double hours) {
        // negated, so that NaN is refused, too
        if (hours != null && !(hours >= 0 && hours <= Rules.MAX_HOURS)) {
            plan.dropped(task.place(), task.title(), "import.finding.hours", Rules.MAX_HOURS);
            return null;
        }
        return hours;
    }

    private void checkAssignee(TaskDraft task) {
        String assignee = task.details().assignee();
        if (assignee != null) {
            String name = PlanTexts.line(assignee);
            if (name.length() > Rules.MAX_ASSIGNEE) {
                plan.changed(task.place(), task.title(), "import.finding.long-assignee", Rules.MAX_ASSIGNEE);
            }
            task.assignee(PlanTexts.cut(name, Rules.MAX_ASSIGNEE));
        }
    }

    private Set<String> tags(TaskDraft task) {
        Set<String> all = task.details().tags().stream().map(PlanTexts::line).collect(Collectors.toSet());
        List<String> fitting = TaskTags.merge(all).stream()
                .filter(tag -> tag.length() <= Rules.MAX_TAG)
                .limit(Rules.MAX_TAGS)
                .toList();
        if (fitting.size() < TaskTags.merge(all).size()) {
            plan.dropped(task.place(), task.title(), "import.finding.tags", Rules.MAX_TAGS, Rules.MAX_TAG);
        }
        return Set.copyOf(fitting);
    }

    private void checkLink(TaskDraft task) {
        String link = task.details().link();
        try {
            task.link(Rules.link(link));
        } catch (ProjectException e) {
            plan.dropped(
                    task.place(),
                    task.title(),
                    "import.finding.link",
                    PlanTexts.cut(PlanTexts.line(String.valueOf(link)), Rules.MAX_NAME));
            task.link(null);
        }
    }
}

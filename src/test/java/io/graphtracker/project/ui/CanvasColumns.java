package io.graphtracker.project.ui;

import io.graphtracker.project.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A graph as the server would send it to the canvas, made by a test. */
final class CanvasColumns {

    record Tasks(
            List<String> id,
            List<Integer> parent,
            List<Integer> group,
            List<String> title,
            List<Integer> status,
            List<Double> x,
            List<Double> y,
            List<Integer> collapsed) {}

    record Dependencies(List<String> id, List<Integer> source, List<Integer> target) {}

    record Columns(long revision, List<String> statuses, Tasks tasks, Dependencies dependencies) {}

    private final Tasks tasks = new Tasks(list(), list(), list(), list(), list(), list(), list(), list());
    private final Dependencies dependencies = new Dependencies(list(), list(), list());
    private long revision = 1;

    private static <T> List<T> list() {
        return new ArrayList<>();
    }

    CanvasColumns revision(long number) {
        revision = number;
        return this;
    }

    CanvasColumns task(String id, double x, double y) {
        return task(id, "Task " + id, x, y, null, TaskStatus.PLANNED);
    }

    CanvasColumns task(String id, String title, double x, double y, @Nullable String parent, TaskStatus status) {
        return row(id, title, x, y, parent, status, 0);
    }

    CanvasColumns group(String id, double x, double y, @Nullable String parent) {
        return row(id, "Group " + id, x, y, parent, TaskStatus.PLANNED, 1);
    }

    CanvasColumns edge(String source, String target) {
        dependencies.id.add(source + "-" + target);
        dependencies.source.add(tasks.id.indexOf(source));
        dependencies.target.add(tasks.id.indexOf(target));
        return this;
    }

    CanvasColumns collapse(String id) {
        tasks.collapsed.set(tasks.id.indexOf(id), 1);
        return this;
    }

    /** Puts something into a group that comes after it, as only a database edited by hand can. */
    CanvasColumns putInto(String id, String group) {
        tasks.parent.set(tasks.id.indexOf(id), tasks.id.indexOf(group));
        return this;
    }

    private CanvasColumns row(
            String id, String title, double x, double y, @Nullable String parent, TaskStatus status, int group) {
        tasks.id.add(id);
        tasks.parent.add(parent == null ? -1 : tasks.id.indexOf(parent));
        tasks.group.add(group);
        tasks.title.add(title);
        tasks.status.add(status.ordinal());
        tasks.x.add(x);
        tasks.y.add(y);
        tasks.collapsed.add(0);
        return this;
    }

    String json() {
        List<String> statuses =
                Arrays.stream(TaskStatus.values()).map(TaskStatus::slug).toList();
        return JsonMapper.shared().writeValueAsString(new Columns(revision, statuses, tasks, dependencies));
    }

    /** Groups of 20 tasks in five columns, one after the other, and dependencies mostly to tasks a little later. */
    static CanvasColumns plan(int taskCount, int dependencyCount) {
        Random random = new Random(20261130);
        CanvasColumns plan = new CanvasColumns();
        int across = (int) Math.ceil(Math.sqrt(taskCount / 40.0));
        TaskStatus[] statuses = TaskStatus.values();
        for (int at = 0; at < taskCount; at++) {
            int group = at / 20;
            double left = group % across * 1200.0;
            double top = group / across * 480.0;
            if (at % 20 == 0) {
                plan.group("g" + group, left, top, null);
            }
            String title = "Prepare the records of department " + at + " and check them";
            double x = left + at % 5 * 220;
            double y = top + at % 20 / 5 * 90;
            plan.task(
                    "t" + at, title.substring(0, 20 + random.nextInt(25)).strip(), x, y, "g" + group, statuses[at % 5]);
        }
        while (plan.dependencies.id.size() < dependencyCount) {
            int source = random.nextInt(taskCount - 1);
            int reach = random.nextInt(100) < 85 ? 12 : random.nextInt(100) < 80 ? 200 : taskCount;
            int target = Math.min(source + 1 + random.nextInt(reach), taskCount - 1);
            if (!plan.dependencies.id.contains("t" + source + "-t" + target)) {
                plan.edge("t" + source, "t" + target);
            }
        }
        return plan;
    }
}

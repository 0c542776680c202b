package io.graphtracker.project.exchange.format;

import io.graphtracker.project.Position;
import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanComment;
import io.graphtracker.project.exchange.PlanException;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.TaskDraft;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the JSON of our own.
 *
 * @see "docs/plan-format.md"
 */
@Component
@Order(10)
class JsonFormat implements PlanFormat {

    static final String ID = "json";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean recognizes(PlanFile file) {
        String head = file.head().stripLeading();
        return head.startsWith("{") || (head.startsWith("[") && file.extension().equals(ID));
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        JsonCursor.read(file.text(), plan.limits(), json -> new Reading(json, plan).document());
    }

    /** One file. */
    private static final class Reading {

        private final JsonCursor json;
        private final PlanBuilder plan;
        private final Set<String> ignored = new HashSet<>();
        private boolean known;

        Reading(JsonCursor json, PlanBuilder plan) {
            this.json = json;
            this.plan = plan;
        }

        void document() {
            json.next();
            json.object("{", this::member);
            json.end();
            requireFormat();
        }

        private void requireFormat() {
            if (!known) {
                throw new PlanException(Place.at(1, 1), "import.problem.json-other", JsonWriter.FORMAT);
            }
        }

        private void member(String name) {
            switch (name) {
                case "format" -> known = json.text(name).equals(JsonWriter.FORMAT);
                case "version" -> version(json.number(name));
                case "name" -> plan.name(json.text(name));
                case "tasks" -> {
                    requireFormat();
                    json.array(name, this::task);
                }
                case "dependencies" -> json.array(name, this::dependency);
                default -> ignore(name);
            }
        }

        private void version(double version) {
            if (version != JsonWriter.VERSION) {
                throw new PlanException(json.place(), "import.problem.json-version", version, JsonWriter.VERSION);
            }
        }

        private void ignore(String name) {
            if (ignored.add(name)) {
                plan.dropped(json.place(), "", "import.finding.unknown-value", name);
            }
            json.skip();
        }

        private void task() {
            Place place = json.place();
            // the key may come after other members
            Members members = new Members();
            json.object("tasks", name -> members.read(name));
            if (members.key == null) {
                throw new PlanException(place, "import.problem.json-no-key");
            }
            members.apply(plan.add(members.key, place));
        }

        private void dependency() {
            Place place = json.place();
            String[] ends = new String[2];
            json.object("dependencies", name -> {
                switch (name) {
                    case "from" -> ends[0] = json.text(name);
                    case "to" -> ends[1] = json.text(name);
                    default -> ignore(name);
                }
            });
            if (ends[0] == null || ends[1] == null) {
                throw new PlanException(place, "import.problem.json-no-ends");
            }
            plan.depend(ends[0], ends[1], place);
        }

        /** The members of a task. */
        private final class Members {

            private final List<Consumer<TaskDraft>> values = new ArrayList<>();
            private @Nullable String key;
            private @Nullable Double x;
            private @Nullable Double y;

            void read(String name) {
                switch (name) {
                    case "key" -> key = json.text(name);
                    case "parent" -> parent(json.textOrNull(name));
                    case "group" -> set(json.flag(name), TaskDraft::group);
                    case "title" -> set(json.text(name), TaskDraft::title);
                    case "description" -> set(json.text(name), TaskDraft::description);
                    case "status" -> set(known(name, PlanNames.status(json.text(name))), TaskDraft::status);
                    case "priority" -> set(known(name, PlanNames.priority(json.text(name))), TaskDraft::priority);
                    case "plannedHours" -> plannedHours(json.numberOrNull(name));
                    case "actualHours" -> actualHours(json.numberOrNull(name));
                    case "assignee" -> set(json.text(name), TaskDraft::assignee);
                    case "tags" -> json.array(name, () -> set(List.of(json.text(name)), TaskDraft::tags));
                    case "link" -> set(json.text(name), TaskDraft::link);
                    case "x" -> x = json.number(name);
                    case "y" -> y = json.number(name);
                    case "collapsed" -> set(json.flag(name), TaskDraft::collapsed);
                    case "comments" -> json.array(name, () -> set(comment(), TaskDraft::comment));
                    default -> ignore(name);
                }
            }

            private void parent(@Nullable String group) {
                values.add(task -> task.parent(group));
            }

            private void plannedHours(@Nullable Double hours) {
                values.add(task -> task.plannedHours(hours));
            }

            private void actualHours(@Nullable Double hours) {
                values.add(task -> task.actualHours(hours));
            }

            private <T> void set(T value, BiConsumer<TaskDraft, T> setter) {
                values.add(task -> setter.accept(task, value));
            }

            void apply(TaskDraft task) {
                values.forEach(value -> value.accept(task));
                if (x != null && y != null) {
                    task.position(new Position(x, y));
                }
            }
        }

        private <T> T known(String what, Optional<T> value) {
            return value.orElseThrow(() -> new PlanException(json.place(), "import.problem.json-value", what));
        }

        private PlanComment comment() {
            String[] texts = {"", ""};
            Instant[] time = new Instant[1];
            json.object("comments", name -> {
                switch (name) {
                    case "author" -> texts[0] = json.text(name);
                    case "text" -> texts[1] = json.text(name);
                    case "time" -> time[0] = time(json.textOrNull(name));
                    default -> ignore(name);
                }
            });
            return new PlanComment(texts[0], time[0], texts[1]);
        }

        private @Nullable Instant time(@Nullable String time) {
            try {
                return time == null ? null : Instant.parse(time);
            } catch (DateTimeException e) {
                throw new PlanException(json.place(), "import.problem.json-value", "time");
            }
        }
    }
}

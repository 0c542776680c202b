package io.graphtracker.project;

import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.project.UndoStack.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the graph of a project, and undoes that. Each change is one transaction and one revision; pages are told by
 * {@link GraphUpdates} when it is stored.
 *
 * @see "docs/decisions/2026-11-30-changes-and-undo.md"
 */
@Service
public class GraphChanges {

    /** The longest id of a page, which the browser chooses. */
    public static final int MAX_PAGE_ID = 100;

    private final ProjectRepository projects;
    private final CommandPlanner planner;
    private final GraphRows rows;
    private final ChangeLog changes;
    private final GraphUpdates updates;
    private final DatabaseGeneration database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;

    GraphChanges(
            ProjectRepository projects,
            CommandPlanner planner,
            GraphRows rows,
            ChangeLog changes,
            GraphUpdates updates,
            DatabaseGeneration database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.projects = projects;
        this.planner = planner;
        this.rows = rows;
        this.changes = changes;
        this.updates = updates;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Executes a command as one change.
     *
     * @param pageId the page that can undo it: the same for the page of one browser tab, also after a reload, at most
     *     {@value #MAX_PAGE_ID} characters; null if no page can
     * @throws ProjectException if the rules of a project refuse it; nothing was changed
     */
    public ChangeResult execute(UUID projectId, @Nullable String pageId, GraphCommand command) {
        return inTransaction(pageId, status -> {
            // a change of the plan sets the time at once, which saves a statement
            boolean ofPlan = command instanceof GraphCommand.OfPlan;
            long revision = begin(projectId, ofPlan);
            GraphEdit edit = planner.plan(projectId, command);
            if (edit.isEmpty()) {
                // nor is it a revision
                status.setRollbackOnly();
                return result(null, edit, null);
            }
            if (!ofPlan) {
                touchIfPlanChanged(projectId, edit);
            }
            Change change = store(projectId, revision, pageId, null, edit);
            return result(change, edit, pageId == null ? null : new UndoState(edit.label(), null));
        });
    }

    /**
     * Undoes the newest change of a page that is not undone yet, as a new change. What others have changed meanwhile
     * is kept, and told by the result.
     *
     * @throws ProjectException if there is nothing to undo, or no such project
     */
    public ChangeResult undo(UUID projectId, String pageId) {
        return reverse(projectId, pageId, UndoStack::undo, "project.error.nothing-to-undo");
    }

    /**
     * Undoes a certain change of a page, which need not be the newest.
     *
     * @param changeId see {@link Change#id}
     * @throws ProjectException if it is undone already, is not a change of this page, or is too old
     */
    public ChangeResult undo(UUID projectId, String pageId, UUID changeId) {
        return reverse(projectId, pageId, stack -> stack.undo(changeId), "project.error.cannot-undo");
    }

    /**
     * Redoes what a page has undone last, unless the page has changed anything since.
     *
     * @throws ProjectException if there is nothing to redo, or no such project
     */
    public ChangeResult redo(UUID projectId, String pageId) {
        return reverse(projectId, pageId, UndoStack::redo, "project.error.nothing-to-redo");
    }

    /** What a page can undo and redo, for example after it was reloaded. */
    public UndoState undoState(UUID projectId, String pageId) {
        return Objects.requireNonNull(
                reading.execute(status -> changes.stack(projectId, pageId).state()));
    }

    private ChangeResult reverse(
            UUID projectId, String pageId, Function<UndoStack, Optional<Entry>> choice, String nothingKey) {
        return inTransaction(pageId, status -> {
            long revision = begin(projectId, false);
            UndoStack stack = changes.stack(projectId, pageId);
            Entry entry = choice.apply(stack).orElseThrow(() -> new ProjectException(nothingKey));
            GraphEdit edit = plan(projectId, entry.label(), changes.rows(entry.id()));
            touchIfPlanChanged(projectId, edit);
            // stored even if all of it was skipped, so that the next undo is about the change before
            Change change = store(projectId, revision, pageId, entry.id(), edit);
            stack.push(new Entry(change.id(), entry.id(), edit.label(), edit.isEmpty()));
            return result(change, edit, stack.state());
        });
    }

    private GraphEdit plan(UUID projectId, ChangeLabel label, List<StoredRow> reversed) {
        List<Comment> comments = rows.comments(projectId, Reversal.commentedTaskIds(reversed));
        return Reversal.needsGraph(reversed)
                ? Reversal.of(
                        label,
                        reversed,
                        DependencyPlanner.byId(rows.tasks(projectId)),
                        rows.dependencies(projectId),
                        comments)
                : Reversal.of(label, reversed, rows.tasks(projectId, Reversal.taskIds(reversed)), List.of(), comments);
    }

    private ChangeResult inTransaction(@Nullable String pageId, Function<TransactionStatus, ChangeResult> work) {
        if (pageId != null && pageId.length() > MAX_PAGE_ID) {
            throw new IllegalArgumentException("An id of a page has at most " + MAX_PAGE_ID + " characters");
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A change is a transaction of its own: pages are told when it is stored");
        }
        ChangeResult result = Objects.requireNonNull(transaction.execute(work::apply));
        if (result.change() != null) {
            updates.publish(result.change());
        }
        return result;
    }

    private long begin(UUID projectId, boolean changesPlan) {
        Optional<Long> revision = changesPlan ? projects.advance(projectId, now()) : projects.advance(projectId);
        return revision.orElseThrow(() -> new ProjectException("project.error.project-not-found"));
    }

    private void touchIfPlanChanged(UUID projectId, GraphEdit edit) {
        if (edit.changesPlan()) {
            projects.touch(projectId, now());
        }
    }

    private Change store(
            UUID projectId, long revision, @Nullable String pageId, @Nullable UUID undoOf, GraphEdit planned) {
        GraphEdit edit = planned.inVersion(revision);
        rows.write(projectId, edit);
        UUID id = changes.add(projectId, revision, pageId, undoOf, edit);
        return new Change(id, projectId, database.current(), pageId, undoOf, edit.label(), edit.patch(revision));
    }

    private static ChangeResult result(@Nullable Change change, GraphEdit edit, @Nullable UndoState undo) {
        return new ChangeResult(change, edit.conflicts(), edit.skipped(), edit.reconnections(), undo);
    }

    /** In milliseconds, which is the precision of SQLite: a more precise time would differ after a reload. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

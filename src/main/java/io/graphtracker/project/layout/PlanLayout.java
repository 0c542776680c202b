package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/**
 * Computes places for all tasks and groups of a plan, or for some: in layers from left to right, each task to the right of
 * what it depends on, groups as a whole. Nothing is stored. One layout is computed at a time; others wait.
 *
 * @see "docs/decisions/2026-12-01-arranged-by-elk.md"
 */
@Service
public class PlanLayout {

    private final Executor executor;

    PlanLayout(@LayoutExecutor Executor executor) {
        this.executor = executor;
    }

    /**
     * Begins to arrange a plan.
     *
     * @param ids tasks and groups to arrange with all that they contain; empty for all
     * @param cancelled asked between two steps of the computation, by any thread
     * @return the new centres, in whole pixels at zoom 1; cancelled if the computation was cancelled, or the application
     *     ends
     */
    public CompletableFuture<Map<UUID, Position>> start(LayoutGraph graph, Set<UUID> ids, BooleanSupplier cancelled) {
        CompletableFuture<Map<UUID, Position>> result = new CompletableFuture<>();
        Runnable work = () -> {
            try {
                result.complete(compute(graph, ids, cancelled));
            } catch (CancellationException e) {
                result.cancel(false);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                result.completeExceptionally(e);
            }
        };
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            result.cancel(false);
        }
        return result;
    }

    /**
     * Arranges all of a plan, and waits for it.
     *
     * @throws CancellationException if it was cancelled
     */
    public Map<UUID, Position> arrange(LayoutGraph graph, BooleanSupplier cancelled) {
        try {
            return start(graph, Set.of(), cancelled).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The layout failed", e.getCause());
        }
    }

    private static Map<UUID, Position> compute(LayoutGraph graph, Set<UUID> ids, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The layout was cancelled before it began");
        }
        return ids.isEmpty() ? Arrangement.ofAll(graph, cancelled) : Arrangement.of(graph, ids, cancelled);
    }
}

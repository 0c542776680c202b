package io.graphtracker.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends each property of a class after a quarter of its {@link Property#tries}, unless there is time for all, see {@link
 * Depth}. What is falsified is shrunk as always.
 */
public final class UsuallyAQuarter implements AroundTryHook {

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor tried, List<Object> parameters) {
        TryExecutionResult result = tried.execute(parameters);
        int tries = context.targetMethod().getAnnotation(Property.class).tries();
        AtomicInteger satisfied = Store.getOrCreate(UsuallyAQuarter.class, Lifespan.PROPERTY, AtomicInteger::new)
                .get();
        if (result.isFalsified()) {
            // from here on jqwik looks for a smaller example, and must find all that it tries
            satisfied.set(Integer.MIN_VALUE);
        }
        boolean enough = result.isSatisfied() && satisfied.incrementAndGet() >= Depth.of(tries / 4, tries);
        return enough ? TryExecutionResult.satisfied(true) : result;
    }
}

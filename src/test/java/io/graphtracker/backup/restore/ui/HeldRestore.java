package io.graphtracker.backup.restore.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreStep;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** Holds the restores that reach a step until it is closed. Pages have received the event of the step by then. */
final class HeldRestore implements ApplicationListener<PayloadApplicationEvent<RestoreEvent.Reached>>, AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final RestoreStep step;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private HeldRestore(ConfigurableApplicationContext context, RestoreStep step) {
        this.context = context;
        this.step = step;
    }

    static HeldRestore at(RestoreStep step, ConfigurableApplicationContext context) {
        HeldRestore held = new HeldRestore(context, step);
        context.addApplicationListener(held);
        return held;
    }

    /** Waits until a restore is held. */
    void awaitReached() {
        await(reached);
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<RestoreEvent.Reached> event) {
        if (event.getPayload().step() == step) {
            reached.countDown();
            await(goOn);
        }
    }

    @Override
    public void close() {
        goOn.countDown();
        context.getBean(ApplicationEventMulticaster.class).removeApplicationListener(this);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

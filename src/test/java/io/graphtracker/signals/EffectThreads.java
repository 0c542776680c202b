package io.graphtracker.signals;

import com.vaadin.flow.signals.SignalEnvironment;
import java.util.concurrent.Executor;

/** Controls on which thread, and in which order, Flow runs the effects of signals. */
final class EffectThreads {

    private EffectThreads() {}

    /**
     * Passes them to an executor from now on; results are delivered at once.
     *
     * @return ends it
     */
    static Runnable use(Executor dispatcher) {
        return SignalEnvironment.registerFirst(new SignalEnvironment() {
            @Override
            protected boolean isActive() {
                return true;
            }

            @Override
            protected Executor getResultNotifier() {
                return Runnable::run;
            }

            @Override
            protected Executor getEffectDispatcher() {
                return dispatcher;
            }
        });
    }
}

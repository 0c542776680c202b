package io.graphtracker.project.layout;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one thread that computes layouts: a large one takes some 400 MB, and two of them twice as much. */
@Configuration(proxyBeanMethods = false)
class LayoutThread {

    /** ELK follows chains of tasks recursively: one of 5,000 overflows the usual megabyte. */
    private static final long STACK_BYTES = 64L << 20;

    private static final long IDLE_SECONDS = 30;

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    @LayoutExecutor
    ThreadPoolExecutor layoutExecutor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LayoutThread::newThread);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(null, work, "layout", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}

package io.graphtracker.testing;

import io.graphtracker.GraphTrackerApplication;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The whole application on a free port, started and stopped by the test itself: for tests of start and shutdown, and
 * for project roots that no other test may share.
 */
public final class OwnServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private OwnServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it in a project root, whatever the machine's own variables say.
     *
     * @param more test configurations to add
     */
    public static OwnServer start(Path home, Class<?>... more) {
        return start(home, 0, more);
    }

    /** Like {@link #start(Path, Class...)}, on the port where another one was. */
    public static OwnServer start(Path home, int port, Class<?>... more) {
        return new OwnServer(
                new SpringApplicationBuilder(GraphTrackerApplication.class, StubVolumeSpace.Configuration.class)
                        .sources(more)
                        .initializers(context -> context.getBeanFactory()
                                .registerSingleton("noTestConfigurations", new NoTestConfigurations()))
                        .run(
                                "--server.port=" + port,
                                "--GRAPH_TRACKER_HOME=" + home,
                                "--DATABASE_URL=sqlite:///instance/graph_tracker.db"));
    }

    /** Component scanning would otherwise find the test configurations of all tests. */
    private static final class NoTestConfigurations extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) {
            return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTestConfigurations;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public StubVolumeSpace space() {
        return bean(StubVolumeSpace.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Stops it as a termination signal would. */
    @Override
    public void close() {
        context.close();
    }
}

package io.graphtracker.testing;

import io.graphtracker.texts.Texts;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/**
 * A plain context with environment and backups, as a command line would use it: without web, pages, JPA, or Flyway's
 * beans.
 */
public final class PlainContext {

    private static final Pattern OUTER_LAYERS =
            Pattern.compile("io\\.graphtracker\\.backup\\.(.+\\.)?(ui|web|page)\\..*|.*Test|.*Test\\$.*");

    private PlainContext() {}

    /**
     * Starts it in a project root, whatever the machine's own variables say.
     *
     * @param more classes of beans to add
     */
    public static AnnotationConfigApplicationContext start(Path root, Class<?>... more) {
        return start(root, context -> {
            if (more.length > 0) {
                context.register(more);
            }
        });
    }

    /**
     * The same.
     *
     * @param more adds beans and listeners
     */
    public static AnnotationConfigApplicationContext start(
            Path root, Consumer<AnnotationConfigApplicationContext> more) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("GRAPH_TRACKER_HOME", root.toString(), "graphtracker.backups-per-minute", 1_000_000)));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(OUTER_LAYERS));
        scanner.scan("io.graphtracker.environment", "io.graphtracker.database", "io.graphtracker.backup");
        context.register(Texts.class);
        more.accept(context);
        context.refresh();
        return context;
    }
}

package io.graphtracker.testing;

import io.graphtracker.texts.Texts;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * A plain context with environment and backups, as a command line would use it: without web, pages, JPA, or Flyway's
 * beans.
 */
public final class PlainContext {

    private static final Pattern OUTER_LAYERS =
            Pattern.compile("io\\.graphtracker\\.backup\\.(.+\\.)?(ui|web|page|upgrade)\\..*|.*Test|.*Test\\$.*");

    /** Looked for once: hundreds of tests start one, and the search would take longer than the start. */
    private static final Class<?>[] BEANS = beans();

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
        context.register(BEANS);
        more.accept(context);
        context.refresh();
        return context;
    }

    private static Class<?>[] beans() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(OUTER_LAYERS));
        Stream<Class<?>> found = Stream.of("environment", "database", "backup")
                .map("io.graphtracker."::concat)
                .map(scanner::findCandidateComponents)
                .flatMap(Collection::stream)
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, null));
        return Stream.concat(found, Stream.of(Texts.class)).toArray(Class<?>[]::new);
    }
}

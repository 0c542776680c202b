package io.graphtracker.cli;

import io.graphtracker.database.sqlite.SqliteLibrary;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.ServerOnly;
import java.util.function.Supplier;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The beans that commands need: those of the server without pages, HTTP and JPA, and without {@link ServerOnly}. They
 * are created when they are first used, so that a command waits for none that it does not need.
 *
 * @see "docs/decisions/2026-12-01-the-command-line.md"
 */
final class CommandContext {

    /** Not the packages inside them: those are pages and HTTP. */
    private static final String[] PACKAGES = {
        "io.graphtracker.environment",
        "io.graphtracker.texts",
        "io.graphtracker.database",
        "io.graphtracker.backup",
        "io.graphtracker.backup.audit",
        "io.graphtracker.backup.catalog",
        "io.graphtracker.backup.operations",
        "io.graphtracker.backup.restore",
        "io.graphtracker.backup.retention",
        "io.graphtracker.backup.schedule",
        "io.graphtracker.backup.watch"
    };

    /** All others there belong to pages or to JPA. */
    private static final String CONTENTS_PACKAGE = "io.graphtracker.project";

    private static final String CONTENTS = "*Contents.class";

    private CommandContext() {}

    /**
     * Starts it.
     *
     * @throws io.graphtracker.environment.StartupException if a setting is wrong
     */
    static AnnotationConfigApplicationContext start(Invocation invocation) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("command line", invocation.variables()));
        scan(context, "*.class", PACKAGES);
        scan(context, CONTENTS, CONTENTS_PACKAGE);
        context.registerBean(ClosedDatabase.class);
        Version.build().ifPresent(build -> context.registerBean(BuildProperties.class, constant(build)));
        context.addBeanFactoryPostProcessor(CommandContext::makeLazy);
        invocation.more().accept(context);
        context.refresh();
        SqliteLibrary.load(context.getBean(ProjectRoot.class));
        return context;
    }

    private static Supplier<BuildProperties> constant(BuildProperties build) {
        return () -> build;
    }

    private static void scan(AnnotationConfigApplicationContext context, String pattern, String... packages) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.setResourcePattern(pattern);
        scanner.addExcludeFilter(new AnnotationTypeFilter(ServerOnly.class));
        scanner.scan(packages);
    }

    /** Also what {@code @Bean} methods make, which a scanner does not make lazy. */
    private static void makeLazy(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (definition.getRole() == BeanDefinition.ROLE_APPLICATION
                    && beans.getType(name, false) != null
                    && !beans.isTypeMatch(name, SmartInitializingSingleton.class)) {
                definition.setLazyInit(true);
            }
        }
    }
}

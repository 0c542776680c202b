package io.graphtracker.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test class against a SQLite file of its own build; all such classes share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DatabaseSlice.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = OnSqlite.Database.class)
public @interface OnSqlite {

    /** Points the application to an empty folder, in which it makes its database. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("GRAPH_TRACKER_HOME=" + TemporaryHome.create(), "DATABASE_URL=")
                    .applyTo(context);
        }
    }
}

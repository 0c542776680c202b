package io.graphtracker.backup.watch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.watch.SafetyChanged;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.InstalledCommands;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** What monitoring gets, and what nobody gets. */
class MonitoringHttpTest extends RunningServer {

    private static final String METRICS = "/actuator/prometheus";

    @Autowired
    private BackupService backups;

    @Autowired
    private ConfigurableApplicationContext context;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Files.deleteIfExists(home().resolve("instance/operations.db"));
    }

    private Answer get(String path, String... headers) throws IOException {
        return HttpCalls.call(port(), "GET", path, headers);
    }

    /** Does something, and waits until the monitor has read what came of it. */
    private void andAwait(Runnable work) throws InterruptedException {
        work.run();
        CountDownLatch read = new CountDownLatch(2);
        ApplicationListener<?> listener = ApplicationListener.forPayload((Object event) -> {
            if (event instanceof SafetyChanged) {
                read.countDown();
                if (read.getCount() == 1) {
                    // the one that was running may have begun before
                    context.publishEvent(new CatalogChanged());
                }
            }
        });
        context.addApplicationListener(listener);
        context.publishEvent(new CatalogChanged());
        assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
        context.removeApplicationListener(listener);
    }

    private double metric(String name) throws IOException {
        return get(METRICS)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    @Test
    void strangersLearnTheHealthAndNothingElse() throws Exception {
        Answer answer = get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("UP");
        assertThat(answer.json().has("components")).isFalse();
        assertThat(answer.json().has("details")).isFalse();
        assertThat(answer.headers().get("cache-control")).isEqualTo("no-store");
    }

    /** For scanners that look for vulnerable libraries. */
    @Test
    void theJarTellsWhatItIsMadeOf() throws IOException {
        if (getClass().getResource("/META-INF/sbom/application.cdx.json") == null) {
            InstalledCommands.skip(
                    "This test needs the bill of materials, which Maven makes online only (not with -o).");
        }
        assertThat(get("/actuator/sbom").json().path("ids").toString()).isEqualTo("[\"application\"]");
        Answer answer = get("/actuator/sbom/application");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(answer.json()
                        .path("components")
                        .valueStream()
                        .map(part -> part.path("purl").asString()))
                .anyMatch(purl -> purl.startsWith("pkg:maven/org.xerial/sqlite-jdbc@"))
                .noneMatch(purl -> purl.contains("/junit"));
        assertThat(get("/actuator/sbom/application", "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(get("/actuator/sbom/application", "Host: evil.example").status())
                .isEqualTo(403);
    }

    /** A load balancer would restart the application, which makes no backup. */
    @Test
    void withoutBackupsTheApplicationIsWellAndItsBackupsAreNot() throws Exception {
        andAwait(() -> {});

        assertThat(get("/actuator/health").json().path("status").asString()).isEqualTo("UP");
        assertThat(get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
        Answer answer = get("/actuator/health/backups");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UNKNOWN\"}");
        assertThat(metric("graphtracker_backup_safe")).isZero();
        assertThat(metric("graphtracker_backup_age_seconds")).isNaN();
    }

    @Test
    void aBackupMakesBothWell() throws Exception {
        double made = metric("graphtracker_backups_made_total");

        andAwait(() -> backups.backUp("local"));

        assertThat(get("/actuator/health/backups").status()).isEqualTo(200);
        assertThat(metric("graphtracker_backup_safe")).isOne();
        assertThat(metric("graphtracker_backup_age_seconds")).isBetween(0.0, 300.0);
        assertThat(metric("graphtracker_backup_size_bytes")).isGreaterThan(10_000);
        assertThat(metric("graphtracker_backup_duration_seconds")).isPositive();
        assertThat(metric("graphtracker_backups_made_total")).isEqualTo(made + 1);
        assertThat(metric("graphtracker_drill_passed")).isNaN();
    }

    @Test
    void failuresAreCountedByTheirCode() throws Exception {
        String name = "graphtracker_backups_failed_total{code=\"backups_dir_missing\"}";
        double before = metric(name);
        env("# nothing\n");

        try {
            backups.backUp("local");
        } catch (BackupException e) {
            assertThat(e.problem().code()).isEqualTo("backups_dir_missing");
        }

        assertThat(metric(name)).isEqualTo(before + 1);
        assertThat(metric("graphtracker_backups_failed_total{code=\"not_enough_space\"}"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "Host: evil.example"
            })
    void otherSitesGetNothing(String header) throws IOException {
        assertThat(get(METRICS, header).status()).isEqualTo(403);
        assertThat(get("/actuator/health", header).status()).isEqualTo(403);
        assertThat(get("/%61ctuator/health", header).status()).isEqualTo(403);
    }

    /** Not even by a link that somebody follows. */
    @Test
    void aLinkFromAnotherSiteDoesNotLeadHere() throws IOException {
        assertThat(get(METRICS, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/env",
                "/env/PATH",
                "/beans",
                "/configprops",
                "/conditions",
                "/heapdump",
                "/threaddump",
                "/loggers",
                "/loggers/ROOT",
                "/logfile",
                "/mappings",
                "/metrics",
                "/metrics/jvm.memory.used",
                "/shutdown",
                "/info",
                "/caches",
                "/flyway",
                "/liquibase",
                "/scheduledtasks",
                "/sessions",
                "/httpexchanges",
                "/startup",
                "/quartz",
                "/sbom/none",
                "/jolokia",
                "/auditevents",
                "/integrationgraph",
                "/refresh",
                "/health/db",
                "/health/backupFreshness",
                "/health/diskSpace"
            })
    void allElseIsClosed(String path) throws IOException {
        assertThat(get("/actuator" + path).status()).isEqualTo(404);
        assertThat(HttpCalls.call(port(), "POST", "/actuator" + path).status()).isIn(404, 405);
    }

    @Test
    void whatIsThereIsOnlyRead() throws IOException {
        assertThat(HttpCalls.call(port(), "POST", "/actuator/health").status()).isEqualTo(405);
        assertThat(HttpCalls.call(port(), "DELETE", METRICS).status()).isEqualTo(405);
    }
}

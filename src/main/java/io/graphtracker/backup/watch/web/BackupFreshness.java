package io.graphtracker.backup.watch.web;

import io.graphtracker.backup.watch.SafetyMonitor;
import io.graphtracker.backup.watch.SafetyReason.Verdict;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * The health of the backups: {@code UP} if the data are safe, otherwise {@code UNKNOWN}, and never {@code DOWN}: to
 * restart the application, as a load balancer would, makes no backup. The health group {@code backups} turns it into an
 * HTTP status. A database that the application does not back up has other means, and is none of its business.
 *
 * @see "docs/decisions/2026-11-30-watching-the-backups.md"
 */
@Component
class BackupFreshness extends AbstractHealthIndicator {

    private final SafetyMonitor monitor;

    BackupFreshness(SafetyMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Verdict verdict = monitor.latest().verdict();
        if (!monitor.isSupported() || verdict == Verdict.YES || verdict == Verdict.BUT) {
            builder.up();
        } else {
            builder.unknown();
        }
    }
}

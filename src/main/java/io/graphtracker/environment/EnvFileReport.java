package io.graphtracker.environment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Logs the numbers of malformed lines of {@code .env}, once at startup. */
@Component
class EnvFileReport implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(EnvFileReport.class);

    private final ProjectRoot root;

    EnvFileReport(ProjectRoot root) {
        this.root = root;
    }

    @Override
    public void afterPropertiesSet() {
        for (EnvFileError error : EnvFile.read(root.envFile()).errors()) {
            log.warn(
                    "{}, line {}: {}",
                    root.envFile(),
                    error.line(),
                    error.problem().slug().replace('-', ' '));
        }
    }
}

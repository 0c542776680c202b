package io.graphtracker.testing;

import io.graphtracker.backup.VolumeSpace;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A volume on which a test can do what a real one does rarely: be full, fail, or make a backup wait. It is asked in the
 * midst of each backup.
 */
public class StubVolumeSpace extends VolumeSpace {

    /** What asking for free space does in a test. */
    @FunctionalInterface
    public interface Answer {
        long usableBytes() throws IOException;
    }

    private static final Answer PLENTY = () -> Long.MAX_VALUE;

    private volatile Answer answer = PLENTY;

    /** Answers like this until {@link #reset()}. */
    public void answer(Answer newAnswer) {
        answer = newAnswer;
    }

    public void reset() {
        answer = PLENTY;
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return answer.usableBytes();
    }

    /** Puts it in the place of the real one. */
    @TestConfiguration
    public static class Configuration {
        @Bean
        @Primary
        StubVolumeSpace stubVolumeSpace() {
            return new StubVolumeSpace();
        }
    }
}

package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UnhandledExceptionFilterTest {

    private final SettableClock clock = new SettableClock();
    private final UnhandledExceptionFilter failures = new UnhandledExceptionFilter(clock);

    @Test
    void theSameFailureHasItsStackTraceInTheLogOnceAMinute() throws Exception {
        try (CapturedLog log = new CapturedLog(UnhandledExceptionFilter.class.getName())) {
            for (int i = 0; i < 100; i++) {
                assertThat(answer(UnhandledExceptionFilterTest::fail).getStatus())
                        .isEqualTo(500);
            }
            assertThat(log.messages(Level.ERROR)).hasSize(1);
            assertThat(log.text()).contains("the inner works", "\tat ");

            clock.advance(Duration.ofMinutes(1));
            answer(UnhandledExceptionFilterTest::fail);

            assertThat(log.messages(Level.ERROR).getLast()).contains("99 more");
        }
    }

    private static void fail(Object request, Object response) throws ServletException {
        throw new ServletException(new IllegalStateException("the inner works"));
    }

    @Test
    void whatWasWrittenBeforeIsNotSent() throws Exception {
        MockHttpServletResponse response = answer((request, written) -> {
            written.getWriter().write("half of it");
            throw new IllegalArgumentException();
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).isEmpty();
    }

    /** The client would take what it has for the whole. */
    @Test
    void anAnswerThatWasSentInPartIsBrokenOff() {
        assertThatThrownBy(() -> answer((request, response) -> {
                    response.flushBuffer();
                    throw new IOException("the disk");
                }))
                .hasMessage("the disk");
    }

    @Test
    void aClientThatWentAwayIsNobodysFault() {
        try (CapturedLog log = new CapturedLog(UnhandledExceptionFilter.class.getName())) {
            assertThatThrownBy(() -> answer((request, response) -> {
                        throw new ClientAbortException(new IOException("Broken pipe"));
                    }))
                    .isInstanceOf(ClientAbortException.class);

            assertThat(log.text()).isEmpty();
        }
    }

    private MockHttpServletResponse answer(FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        failures.doFilter(new MockHttpServletRequest(), response, chain);
        return response;
    }
}

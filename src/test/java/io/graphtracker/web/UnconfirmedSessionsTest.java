package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;

class UnconfirmedSessionsTest {

    private final MockServletContext context = new MockServletContext();
    private final UnconfirmedSessions sessions = new UnconfirmedSessions();

    @Test
    void aSessionWhoseCookieNeverCameBackLastsAMinute() throws Exception {
        MockHttpSession session = create();

        request(session, false);

        assertThat(session.getMaxInactiveInterval()).isEqualTo(60);
    }

    @Test
    void aSessionWhoseCookieCameBackLastsAsLongAsIsSet() throws Exception {
        context.setSessionTimeout(30);
        MockHttpSession session = create();

        request(session, true);

        assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
    }

    @Test
    void thereAreOnlySoManyOfThemAndTheOldestMakesRoom() throws Exception {
        MockHttpSession proven = create();
        request(proven, true);
        List<MockHttpSession> made = new ArrayList<>();
        for (int i = 0; i < UnconfirmedSessions.MOST + 3; i++) {
            made.add(create());
        }

        assertThat(made.subList(0, 3)).allMatch(MockHttpSession::isInvalid);
        assertThat(made.subList(3, made.size())).noneMatch(MockHttpSession::isInvalid);
        assertThat(proven.isInvalid()).isFalse();
    }

    @Test
    void aSessionThatEndedTakesNoRoom() {
        MockHttpSession first = create();
        for (int i = 0; i < UnconfirmedSessions.MOST; i++) {
            sessions.sessionDestroyed(new HttpSessionEvent(create()));
        }

        assertThat(first.isInvalid()).isFalse();
    }

    private MockHttpSession create() {
        MockHttpSession session = new MockHttpSession(context);
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    private void request(MockHttpSession session, boolean withCookie) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context);
        request.setSession(session);
        request.setRequestedSessionIdValid(withCookie);
        sessions.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}

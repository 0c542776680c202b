package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What one test leaves in a profile, the next one does not find. */
@Thorough
class WarmProfilesIT extends BrowserTest {

    private static final String STORED = "() => localStorage.length + document.cookie.length";

    @Test
    void aProfileThatIsGivenBackIsEmpty(WarmProfiles profiles) {
        String origin = "http://localhost:" + port();
        WarmProfiles.Profile profile = profiles.take(origin);
        BrowserContext context = profile.context();
        int atFirst = context.pages().size();
        Page left = context.newPage();
        left.navigate(origin + "/help");
        left.evaluate("() => { localStorage.setItem('left', '1'); document.cookie = 'left=1'; }");
        assertThat(left.evaluate(STORED)).isNotEqualTo(0);

        profiles.giveBack(profile);
        WarmProfiles.Profile next = profiles.take(origin);

        assertThat(next).isSameAs(profile);
        assertThat(left.isClosed()).isTrue();
        assertThat(context.pages()).hasSize(atFirst);
        assertThat(context.cookies()).isEmpty();
        assertThat(context.pages().getFirst().evaluate(STORED)).isEqualTo(0);
        profiles.giveBack(next);
    }
}

package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.ProcessEnvironment;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.StartupException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** What {@code ALLOWED_HOSTS} and {@code TRUSTED_PROXIES} may be set to. */
class HostSettingsTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://plans.example.org",
                "plans.example.org:8443",
                "plans.example.org/",
                "*.example.org",
                "*",
                "plans.example.org;other.example",
                "a, b c"
            })
    void whatCouldNeverBeAskedForIsToldAtTheStart(String hosts) {
        assertThatThrownBy(() -> new AllowedHosts(variables("ALLOWED_HOSTS", hosts)))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("ALLOWED_HOSTS names “");
    }

    @Test
    void namesAndAddressesAreAllowed() {
        AllowedHosts hosts =
                new AllowedHosts(variables("ALLOWED_HOSTS", " Plans.example.org ,192.0.2.7, [2001:db8::7],"));

        assertThat(hosts.contains(new RequestedHost("plans.EXAMPLE.org:8443"))).isTrue();
        assertThat(hosts.contains(new RequestedHost("192.0.2.7"))).isTrue();
        assertThat(hosts.contains(new RequestedHost("[2001:db8::7]:80"))).isTrue();
        assertThat(hosts.contains(new RequestedHost("[2001:db8::8]"))).isFalse();
        assertThat(hosts.contains(new RequestedHost(null))).isFalse();
        assertThat(hosts.contains(new RequestedHost(""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "proxy.example", "10.0.0.0/33", "10.0.0.1-9", "*", "1.2.3", "10.0.0.1/", "::g"})
    void aProxyIsAnAddressOrANetwork(String proxies) {
        assertThatThrownBy(() -> new TrustedProxies(variables("TRUSTED_PROXIES", proxies)))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("TRUSTED_PROXIES names “" + proxies + "”");
    }

    @Test
    void networksOfProxies() {
        assertThat(new TrustedProxies(variables("TRUSTED_PROXIES", "127.0.0.1, ::1 ,10.0.0.0/8,")).networks())
                .containsExactly("127.0.0.1/32", "::1/128", "10.0.0.0/8");
        assertThat(new TrustedProxies(variables("OTHER", "x")).networks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "a\u0007", "a b", "-a", "a\nb", "[zz]", "ä.example", "", ":80"})
    void absurdHostsAreNeverShown(String header) {
        assertThat(new RequestedHost(header).presentableName()).isEmpty();
        assertThat(new RequestedHost("a".repeat(300)).presentableName()).isEmpty();
    }

    @Test
    void aForwardedHostCountsOnlyFromATrustedProxy() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Host", "backend");
        request.addHeader("X-Forwarded-Host", "invented.example, plans.example.org");
        assertThat(RequestedHost.of(request).name()).isEqualTo("backend");

        request.setAttribute("org.apache.tomcat.request.forwarded", true);
        assertThat(RequestedHost.of(request).name()).isEqualTo("plans.example.org");
    }

    private EnvironmentVariables variables(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of(name, value, "GRAPH_TRACKER_HOME", root.toString())));
        ProcessEnvironment process = new ProcessEnvironment(environment);
        return new EnvironmentVariables(process, new ProjectRoot(process));
    }
}

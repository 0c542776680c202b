package io.graphtracker.web;

import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat does around the application. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    /**
     * From this version of Java on, a virtual thread that waits for a slow client never holds one of the system, see JEP 491. Before, there are
     * as many threads as connections, see application.properties.
     */
    private static final int VIRTUAL_THREADS_WAIT_ALONE = 24;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            TrustedProxies proxies, FailureAnswers answers, Failures failures) {
        return factory -> {
            if (!proxies.networks().isEmpty()) {
                factory.addEngineValves(forwardedBy(proxies));
            }
            factory.addEngineValves(new SecurityHeadersValve());
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new FailureReports(answers, failures)));
            if (Runtime.version().feature() >= VIRTUAL_THREADS_WAIT_ALONE) {
                factory.addProtocolHandlerCustomizers(
                        handler -> handler.setExecutor(new VirtualThreadExecutor("http-")));
            }
        };
    }

    private static RemoteIpValve forwardedBy(TrustedProxies proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", proxies.networks()));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader(RequestedHost.FORWARDED);
        return valve;
    }
}

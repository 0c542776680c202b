package io.graphtracker.web;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat's valves in front of the application. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            TrustedProxies proxies, FailureResponses answers, Failures failures) {
        return factory -> {
            if (!proxies.networks().isEmpty()) {
                factory.addEngineValves(forwardedBy(proxies));
            }
            factory.addEngineValves(new SecurityHeadersValve());
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new FailureReportValve(answers, failures)));
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

package io.graphtracker.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * A process with the whole application. When it has read a line, it dies in the middle of the next change of a graph,
 * as a power cut would end it.
 */
public final class DyingServer implements BeanPostProcessor {

    /** When it dies. */
    public enum Moment {
        /** The rows of the graph and the first row of the change are written, but not committed. */
        BEFORE_COMMIT,
        /** All is stored, and the page has got no answer. */
        AFTER_COMMIT
    }

    private static final String ROW_OF_CHANGE = "insert into change_row";

    private final AtomicReference<Moment> armed = new AtomicReference<>();

    /** @param arguments the project root, the port, and the {@link Moment} */
    public static void main(String[] arguments) throws IOException {
        try (OwnServer server =
                OwnServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), DyingServer.class)) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                server.bean(DyingServer.class).armed.set(Moment.valueOf(arguments[2]));
                System.out.println("armed");
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource)) {
            return bean;
        }
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> {
            Object result = call.proceed();
            return result instanceof Connection connection ? dying(connection) : result;
        });
        return factory.getProxy();
    }

    private Connection dying(Connection connection) {
        boolean[] changing = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                DyingServer.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    String name = method.getName();
                    changing[0] |= name.equals("prepareStatement")
                            && String.valueOf(arguments[0]).startsWith(ROW_OF_CHANGE);
                    Moment moment = armed.get();
                    if (changing[0]
                            && (moment == Moment.BEFORE_COMMIT
                                    || moment == Moment.AFTER_COMMIT && name.equals("commit"))) {
                        Runtime.getRuntime().halt(1);
                    }
                    return result;
                });
    }

    private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

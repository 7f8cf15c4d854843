package io.github.carelet.examples.hosts;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.Version;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainer;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;

/** Undertow. */
final class UndertowContainer implements Container {

    private final ServletContainer servlets = Servlets.newContainer();
    private final PathHandler paths = Handlers.path();
    private final Undertow undertow =
            Undertow.builder().addHttpListener(0, "127.0.0.1", paths).build();

    UndertowContainer() {
        undertow.start();
    }

    @Override
    public String name() {
        return Version.getFullVersionString();
    }

    @Override
    public URI address() {
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    @Override
    public AutoCloseable deploy(String path, ServletContainerInitializer start) throws Exception {
        String name = "app" + path;
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(UndertowContainer.class.getClassLoader())
                .setContextPath(path.isEmpty() ? "/" : path)
                .setDeploymentName(name)
                .setEagerFilterInit(true)
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        start.getClass(), new ImmediateInstanceFactory<>(start), Set.of()));
        DeploymentManager manager = servlets.addDeployment(info);
        manager.deploy();
        paths.addPrefixPath(info.getContextPath(), manager.start());
        return () -> {
            paths.removePrefixPath(info.getContextPath());
            manager.stop();
            manager.undeploy();
            servlets.removeDeployment(info);
        };
    }

    @Override
    public void close() {
        undertow.stop();
    }
}

package io.github.carelet.examples.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deployed, used and undeployed in a container that goes on, time and again: no thread, class or file of an application stays.
 * {@code -Dredeploys=200} does it so often; without it, once.
 */
class RedeployTest {

    private static final int ROUNDS = Integer.getInteger("redeploys", 1);
    private static final int MOST_COLLECTIONS = 100;
    private static final Browser BROWSER = new Browser();

    @TempDir
    private static Path folder;

    private static Container container;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    @BeforeAll
    static void start() throws Exception {
        container = Container.start(Files.createDirectory(folder.resolve("container")));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void nothingOfAnApplicationStays() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            loaders.add(deployedUsedAndGone());
        }
        // The last one goes with one more. By a heap dump, others still have it: the JDK the type of the record that
        // was
        // last made comparable (java.lang.runtime.ObjectMethods), and Jetty the context that a connection was last for.
        deployedUsedAndGone();

        assertThat(ROUNDS).isPositive();
        assertThat(threads()).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(alive(loaders)).isZero();
        System.out.println("threads, files and class loaders left of " + ROUNDS + " deployment(s) in "
                + container.name() + ": 0, 0, 0; control: 1, 1, 1 of 1");
    }

    @Test
    void oneThatLeaksIsSeen() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Path data = Files.createDirectories(folder.resolve("redeployed")).resolve("left-open");
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Thread left = leaking(end, loaders);
        try (FileChannel file = FileChannel.open(data, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(file.isOpen()).isTrue();
            assertThat(threads()).containsExactly("left");
            assertThat(files()).singleElement().asString().endsWith("left-open");
            System.gc();
            assertThat(loaders.get(0).get()).isNotNull();
        } finally {
            end.countDown();
            left.join();
        }
        assertThat(threads()).isEmpty();
        assertThat(files()).isEmpty();
    }

    private Thread leaking(CountDownLatch end, List<WeakReference<ClassLoader>> loaders) throws IOException {
        try (ApplicationLoader loader = new ApplicationLoader()) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "left");
            thread.setContextClassLoader(loader);
            thread.start();
            loaders.add(new WeakReference<>(loader, collected));
            return thread;
        }
    }

    private WeakReference<ClassLoader> deployedUsedAndGone() throws Exception {
        try (ApplicationLoader loader = new ApplicationLoader()) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try (AutoCloseable application = (AutoCloseable) loader.loadClass(Redeployed.class.getName())
                    .getConstructor(Path.class)
                    .newInstance(folder)) {
                assertThat(application.getClass().getClassLoader()).isSameAs(loader);
                try (AutoCloseable deployed = container.deploy("/app", (ServletContainerInitializer) application)) {
                    assertThat(deployed).isNotNull();
                    use(container.address().resolve("/app/care"));
                }
            } finally {
                thread.setContextClassLoader(before);
            }
            return new WeakReference<>(loader, collected);
        }
    }

    /** Content, search, a booking and its page: whatever keeps something for the next request, keeps it. */
    private static void use(URI base) throws IOException, InterruptedException {
        BROWSER.open(URI.create(base + "/pages/treatments"));
        BROWSER.open(URI.create(base + "/fragments/search?q=back"));
        assertThat(BROWSER.get(URI.create(base + "/health")).statusCode()).isEqualTo(200);
        List<String> times = BROWSER.open(URI.create(base + "/book?type=first-visit"))
                .select("[name=preferred]")
                .eachAttr("value");
        String when = times.get(times.size() - 1);
        FormElement form = BROWSER.open(URI.create(base + "/book?type=first-visit&preferred=" + when))
                .expectForm("form[method=post]");
        form.expectFirst("[name=givenName]").val("Kim");
        form.expectFirst("[name=email]").val("kim@example.org");
        form.expectFirst("[name=phone]").val("626-555-0142");
        form.expectFirst("[name=consent]").attr("checked", "checked");
        var sent = BROWSER.submit(form);
        assertThat(sent.statusCode()).as(sent.body()).isIn(303, 422);
    }

    /** Threads that would hold an application, or say that they are Carelet's. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("carelet-")
                        || thread.getContextClassLoader() instanceof ApplicationLoader
                        || thread.getClass().getClassLoader() instanceof ApplicationLoader)
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Files of applications that are open, where the system lists them. */
    private static Set<String> files() throws IOException {
        Path listed = Path.of("/proc/self/fd");
        if (!Files.isDirectory(listed)) {
            return Set.of();
        }
        Set<String> open = new TreeSet<>();
        try (Stream<Path> handles = Files.list(listed)) {
            for (Path handle : handles.toList()) {
                target(handle)
                        .filter(each ->
                                each.startsWith(folder.resolve("redeployed").toString()))
                        .ifPresent(open::add);
            }
        }
        return open;
    }

    private static java.util.Optional<String> target(Path handle) {
        try {
            return java.util.Optional.of(Files.readSymbolicLink(handle).toString());
        } catch (IOException e) {
            // Closed since it was listed, as the list itself is.
            return java.util.Optional.empty();
        }
    }

    /** How many are left when they have had their chances to go. */
    private long alive(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int i = 0; i < MOST_COLLECTIONS && count(loaders) > 0; i++) {
            System.gc();
            collected.remove(20);
        }
        return count(loaders);
    }

    private static long count(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(each -> each.get() != null).count();
    }
}

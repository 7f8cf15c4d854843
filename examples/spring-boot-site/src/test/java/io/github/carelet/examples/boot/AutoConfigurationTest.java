package io.github.carelet.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.Carelet;
import io.github.carelet.ConfigurationException;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.Fragments;
import io.github.carelet.servlet.spring.CareletAutoConfiguration;
import io.github.carelet.servlet.spring.CareletCustomizer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What properties make of Carelet, under both lines of Spring Boot. */
@ExtendWith(OutputCaptureExtension.class)
class AutoConfigurationTest {

    private static final String CATALOG = "carelet.catalog=classpath:clinic.json";

    @TempDir
    Path folder;

    private final WebApplicationContextRunner host =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(CareletAutoConfiguration.class));

    @Test
    void nothingHappensThatNoPropertyAskedFor() {
        host.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(Carelet.class)
                .doesNotHaveBean(Fragments.class)
                .doesNotHaveBean(ServletRegistrationBean.class));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CareletAutoConfiguration.class))
                .withPropertyValues(CATALOG, "carelet.content-only=true")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Carelet.class));
    }

    @Test
    void propertiesSayWhatTheFileSaysInAnySpelling() {
        KeyRing.loadOrCreate(folder.resolve("keys.json"));
        Path onlyWhileItIsOpen = folder.resolve("data/carelet.db-wal");
        host.withPropertyValues(
                        CATALOG,
                        "carelet.storage=" + folder.resolve("data"),
                        "carelet.keys=" + folder.resolve("keys.json"),
                        "carelet.path=/clinic",
                        "carelet.public-url=https://gym.example.org/clinic",
                        "carelet.trusted-proxies=10.0.0.0/8, 192.168.0.0/16",
                        "carelet.open-studio=TRUE",
                        "carelet.partners.foot-hill=https://foothill.example.org,https://www.foothill.example.org",
                        "carelet.partners.news.origins[0]=https://news.example.org",
                        "carelet.partners.news.json-ld=reference",
                        "carelet.partners.news.events=true",
                        "carelet.webhooks[0].name=desk",
                        "carelet.webhooks[0].url=https://desk.example.org/hook",
                        "carelet.webhooks[0].secret=whsec_" + "QUJD".repeat(8))
                .run(context -> {
                    Carelet carelet = context.getBean(Carelet.class);
                    assertThat(carelet.publicUrl()).contains(URI.create("https://gym.example.org/clinic"));
                    assertThat(carelet.trustedProxies()).hasSize(2);
                    assertThat(carelet.openStudio()).isTrue();
                    assertThat(carelet.partner("foot-hill").orElseThrow().origins())
                            .hasSize(2);
                    assertThat(carelet.partner("news").orElseThrow().events()).isTrue();
                    assertThat(carelet.tellsOfBookings()).isTrue();
                    ServletRegistrationBean<?> mounted = context.getBean(ServletRegistrationBean.class);
                    assertThat(mounted.getUrlMappings()).containsExactly("/clinic/*");
                    assertThat(context.getBean(Fragments.class).html("booking")).contains("href=\"/clinic/book");
                    assertThat(onlyWhileItIsOpen).exists();
                });
        assertThat(onlyWhileItIsOpen).doesNotExist();
    }

    @Test
    void whatTheHostMadeItselfStays() {
        host.withPropertyValues(CATALOG, "carelet.content-only=true")
                .withBean("fragments", Fragments.class, () -> Fragments.of(other(), "/elsewhere"))
                .withBean("carelet", Carelet.class, AutoConfigurationTest::other)
                .withBean(
                        "mount",
                        CareletServlet.class,
                        () -> new CareletServlet(other()),
                        definition -> definition.setLazyInit(true))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Carelet.class)
                        .doesNotHaveBean(ServletRegistrationBean.class)
                        .getBean(Fragments.class)
                        .extracting(each -> each.stylesheet().href())
                        .asString()
                        .startsWith("/elsewhere/assets/"));
        host.withBean("carelet", Carelet.class, AutoConfigurationTest::other)
                .run(context -> assertThat(context).hasSingleBean(ServletRegistrationBean.class));
        host.withBean("one", Carelet.class, AutoConfigurationTest::other)
                .withBean("two", Carelet.class, AutoConfigurationTest::other)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(ServletRegistrationBean.class)
                        .doesNotHaveBean(Fragments.class));
    }

    @Test
    void fragmentsFollowTheMountOfTheHostAndShareItsCache() {
        host.withPropertyValues(CATALOG, "carelet.content-only=true", "carelet.path=/unused")
                .withUserConfiguration(OwnMount.class)
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(ServletRegistrationBean.class);
                    Fragments fragments = context.getBean(Fragments.class);
                    assertThat(fragments.stylesheet().href()).startsWith("/own/assets/");
                    assertThat(fragments)
                            .extracting("cache")
                            .isSameAs(cache(context.getBean(OwnMount.class).servlet()))
                            .isNotSameAs(cache(new CareletServlet(context.getBean(Carelet.class))));
                });
    }

    @Test
    void aServletOfTheHostMayUseTheFragments() {
        host.withPropertyValues(CATALOG, "carelet.content-only=true")
                .withUserConfiguration(OwnServlet.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Fragments.class).stylesheet().href())
                            .startsWith("/carelet/assets/");
                });
    }

    /** Mounts a servlet that needs the fragments before it can be mounted. */
    @Configuration(proxyBeanMethods = false)
    static class OwnServlet {

        @Bean
        ServletRegistrationBean<HttpServlet> page(Fragments fragments) {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {}, "/page", fragments.stylesheet().href());
        }
    }

    private static Object cache(CareletServlet servlet) {
        return assertThat(Fragments.of(servlet, "/other")).extracting("cache").actual();
    }

    /** Mounts the servlet as a host does that has more to say of it. */
    @Configuration(proxyBeanMethods = false)
    static class OwnMount {

        private final CareletServlet servlet;

        OwnMount(Carelet carelet) {
            servlet = new CareletServlet(carelet);
        }

        CareletServlet servlet() {
            return servlet;
        }

        @Bean
        ServletRegistrationBean<CareletServlet> mount() {
            return new ServletRegistrationBean<>(servlet, "/own/*", "/exact");
        }
    }

    @Test
    void aListIsThatOfTheSourceThatHasMostSay() {
        List<String> base = List.of(
                CATALOG,
                "carelet.storage=" + folder.resolve("data"),
                "carelet.trusted-proxies[0]=10.0.0.0/8",
                "carelet.trusted-proxies[1]=192.168.0.0/16",
                "carelet.partners.gym.origins[0]=https://gym.example.org",
                "carelet.partners.gym.origins[1]=https://www.gym.example.org",
                "carelet.partners.news[0]=https://news.example.org",
                "carelet.webhooks[0].name=desk",
                "carelet.webhooks[0].url=https://desk.example.org/hook",
                "carelet.webhooks[0].secret=whsec_" + "QUJD".repeat(8),
                "carelet.webhooks[1].name=other",
                "carelet.webhooks[1].url=no address");
        Map<String, Object> profile = Map.of(
                "carelet.trustedProxies[0]", "172.16.0.0/12",
                "carelet.partners.gym.origins[0]", "https://test.example.org",
                "carelet.partners.gym.events", "true",
                "carelet.webhooks[0].name", "test",
                "carelet.webhooks[0].url", "https://test.example.org/hook",
                "carelet.webhooks[0].secret", "whsec_" + "QUJE".repeat(8));
        WebApplicationContextRunner plain = host.withPropertyValues(base.toArray(String[]::new))
                .withBean(CareletCustomizer.class, () -> builder -> builder.keys(KeyRing.ephemeral()));
        before(plain, profile).run(context -> {
            assertThat(context).hasNotFailed();
            Carelet carelet = context.getBean(Carelet.class);
            assertThat(carelet.trustedProxies()).hasToString("[172.16.0.0/12]");
            assertThat(carelet.partner("gym").orElseThrow().origins()).containsExactly("https://test.example.org");
            assertThat(carelet.partner("gym").orElseThrow().events()).isTrue();
            assertThat(carelet.partner("news").orElseThrow().origins()).containsExactly("https://news.example.org");
        });
        plain.run(context -> assertThat(context)
                .as("control: without the profile the second webhook is wrong")
                .hasFailed());
        before(plain, Map.of("carelet.trustedProxies", "172.16.0.0/12", "carelet.webhooks[0].name", "test"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("carelet.webhooks.0.url: is missing"));
    }

    private static WebApplicationContextRunner before(WebApplicationContextRunner host, Map<String, Object> first) {
        return host.withInitializer(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("profile", first)));
    }

    @Test
    void customizersSayWhatPropertiesCannot() {
        host.withPropertyValues(CATALOG, "carelet.storage=" + folder.resolve("data"))
                .withBean(CareletCustomizer.class, () -> builder -> builder.keys(KeyRing.ephemeral()))
                .run(context ->
                        assertThat(context.getBean(Carelet.class).bookingDesk()).isPresent());
    }

    @Test
    void aServiceOfTheSameNameInKubernetesIsNoProperty() {
        Map<String, Object> pod = Map.of(
                "CARELET_SERVICE_HOST", "10.0.0.1",
                "CARELET_SERVICE_PORT", "80",
                "CARELET_PORT", "tcp://10.0.0.1:80",
                "CARELET_PORT_80_TCP_ADDR", "10.0.0.1");
        WebApplicationContextRunner plain = host.withPropertyValues(CATALOG, "carelet.content-only=true");
        in(plain, pod).run(context -> assertThat(context).hasNotFailed().hasSingleBean(Carelet.class));
        in(plain.withPropertyValues("carelet.port=80"), pod)
                .run(context ->
                        assertThat(context).as("control: it is meant for us").hasFailed());
    }

    private static WebApplicationContextRunner in(WebApplicationContextRunner host, Map<String, Object> variables) {
        return host.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables)));
    }

    @Test
    void whatTheHostSaysOfMeasuresComesAfterOurs() {
        host.withPropertyValues(CATALOG, "carelet.content-only=true")
                .withBean(SimpleMeterRegistry.class)
                .withBean("theirs", CareletCustomizer.class, () -> builder -> {})
                .run(context -> assertThat(context.getBeanProvider(CareletCustomizer.class)
                                .orderedStream()
                                .toList())
                        .last()
                        .isSameAs(context.getBean("theirs")));
    }

    @Test
    void everyWrongPropertyIsNamedAtOnceAndNoSecretIsTold(CapturedOutput output) throws IOException {
        Path broken = Files.writeString(folder.resolve("application.properties"), """
                carelet.catalog=classpath:clinik.json
                carelet.storage=data
                carelet.storrage=data
                carelet.open-studio=maybe
                carelet.smtp.host=smtp.example.org
                carelet.smtp.port=s3cret
                carelet.smtp.user=clinic
                carelet.webhooks[0].name=desk
                carelet.webhooks[0].secret=s3cret
                """);
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);

        assertThatThrownBy(() -> application.run("--spring.config.location=" + broken, "--server.port=0"))
                .hasRootCauseInstanceOf(ConfigurationException.class);
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("- carelet.catalog: 'classpath:clinik.json' is not there")
                .containsPattern(
                        "- carelet\\.storrage: is unknown: expected one of \\[[^\\]]*, path, [^\\]]*, storage,")
                .contains("- carelet.openStudio: expected true or false")
                .contains("- carelet.smtp.port: is no number")
                .contains("- carelet.smtp: user and password go together")
                .contains("- carelet.webhooks.0.url: is missing")
                .doesNotContain("s3cret");
    }

    private static Carelet other() {
        return Carelet.configured(
                        Map.of("catalog", "classpath:clinic.json", "contentOnly", "true"),
                        "test",
                        Path.of(""),
                        AutoConfigurationTest.class.getClassLoader())
                .build();
    }
}

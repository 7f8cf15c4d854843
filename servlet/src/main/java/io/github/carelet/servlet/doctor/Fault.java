package io.github.carelet.servlet.doctor;

import java.util.List;
import java.util.Locale;

/** What can be wrong with a host, and the lines that put it right. */
enum Fault {
    /** Nobody answers at the address that the world is told. */
    UNREACHABLE(new Remedy("nginx", "location /carelet/ { proxy_pass http://127.0.0.1:8080/carelet/; }")),

    /** Somebody else answers there: another path, or a proxy that leads elsewhere. */
    ELSEWHERE(
            new Remedy("Java", ".publicUrl(URI.create(\"https://partner.example/carelet\"))"),
            new Remedy("nginx", "location /carelet/ { proxy_pass http://127.0.0.1:8080/carelet/; }")),

    /** Patients would have to sign in. */
    SIGN_IN(
            new Remedy("Spring Security", ".authorizeHttpRequests(requests -> requests.anyRequest().permitAll())"),
            new Remedy(
                    "web.xml", "<security-constraint>: <url-pattern>/carelet/staff/*</url-pattern>, not /carelet/*")),

    /** A filter asks for a token that a sandboxed frame can't have. */
    CSRF(
            new Remedy("Spring Security", ".csrf(AbstractHttpConfigurer::disable)"),
            new Remedy(
                    "Tomcat",
                    "CsrfPreventionFilter, RestCsrfPreventionFilter: map them to other paths than /carelet/*")),

    /** A filter wants forms to come from pages of this host. */
    ORIGIN(
            new Remedy("Spring Security", ".cors(AbstractHttpConfigurer::disable) in the chain of /carelet/**"),
            new Remedy("Tomcat", "CorsFilter: map it to other paths than /carelet/*"),
            new Remedy("nginx", "no valid_referers and no if ($http_origin) in location /carelet/")),

    /** A filter dislikes what patients write. */
    FIREWALL(
            new Remedy(
                    "ModSecurity",
                    "SecRule REQUEST_URI \"@endsWith /carelet/bookings\" "
                            + "\"id:10500,phase:1,pass,nolog,ctl:ruleEngine=DetectionOnly\""),
            new Remedy(
                    "AWS WAF",
                    "exclude /carelet/bookings from SizeRestrictions_BODY, CrossSiteScripting_BODY, SQLi_BODY")),

    /** The form arrives empty or not at all: it was read before, or its kind or size is refused. */
    BODY(
            new Remedy(
                    "Spring Boot",
                    "FilterRegistrationBean: registration.addUrlPatterns(\"/app/*\"), not \"/*\", for what reads "
                            + "getInputStream() or getParts()"),
            new Remedy("web.xml", "<filter-mapping>: <url-pattern>/app/*</url-pattern>, not /*"),
            new Remedy("Tomcat", "<Connector maxPostSize=\"65536\" …>"),
            new Remedy("nginx", "client_max_body_size 64k;")),

    /** Another node answers, which has other secrets. */
    KEYS(
            new Remedy("Java", ".keys(KeyRing.load(Path.of(\"/etc/carelet/keys.json\"))): the same file on every node"),
            new Remedy("JSON", "\"keys\": \"/etc/carelet/keys.json\"")),

    /** What is typed arrives as something else. */
    ENCODING(
            new Remedy("Spring Boot", "server.servlet.encoding.charset=UTF-8"),
            new Remedy("web.xml", "<request-character-encoding>UTF-8</request-character-encoding>")),

    /** No other site can show the form. */
    FRAME_OPTIONS(
            new Remedy("Spring Security", ".headers(headers -> headers.frameOptions(FrameOptionsConfig::disable))"),
            new Remedy("Tomcat", "HttpHeaderSecurityFilter: antiClickJackingEnabled=false"),
            new Remedy("nginx", "proxy_hide_header X-Frame-Options;")),

    /** A policy of the host stands beside Carelet's own, or in its place. */
    POLICY(
            new Remedy("Spring Security", "no .contentSecurityPolicy(…) in the chain of /carelet/**"),
            new Remedy("nginx", "no add_header Content-Security-Policy in location /carelet/")),

    /** Addresses of patients' pages would be told to others. */
    REFERRER(
            new Remedy("Spring Security", "no .referrerPolicy(…) in the chain of /carelet/**"),
            new Remedy("nginx", "no add_header Referrer-Policy in location /carelet/")),

    /** What may be kept is kept by nobody, or what must not be is. */
    CACHING(
            new Remedy("Spring Security", ".headers(headers -> headers.cacheControl(CacheControlConfig::disable))"),
            new Remedy("nginx", "no expires and no add_header Cache-Control in location /carelet/")),

    /** Pages of other sites can't load what the form and the elements need. */
    RESOURCES(
            new Remedy("Spring Security", "no .crossOriginResourcePolicy(…) in the chain of /carelet/**"),
            new Remedy("nginx", "no add_header Cross-Origin-Resource-Policy in location /carelet/")),

    /** Patients get a session or a cookie. */
    SESSION(new Remedy(
            "Spring Security",
            ".requestCache(AbstractHttpConfigurer::disable).sessionManagement(session -> "
                    + "session.sessionCreationPolicy(SessionCreationPolicy.NEVER))")),

    /** Somebody is signed in, but in no role that Carelet knows. */
    ROLE(
            new Remedy(
                    "Spring Security",
                    "@Bean static GrantedAuthorityDefaults roles() { return new "
                            + "GrantedAuthorityDefaults(\"\"); }"),
            new Remedy("Tomcat", "<role rolename=\"carelet-staff\"/>")),

    /** All patients look like one. */
    PROXY(
            new Remedy("Java", ".trustedProxies(\"10.0.0.0/8\")"),
            new Remedy("JSON", "\"trustedProxies\": [\"10.0.0.0/8\"]")),

    /** Mails have no links, and nobody has looked from outside. */
    PUBLIC_URL(
            new Remedy("Java", ".publicUrl(URI.create(\"https://partner.example/carelet\"))"),
            new Remedy("JSON", "\"publicUrl\": \"https://partner.example/carelet\"")),

    /** Bookings are kept where the system tidies up. */
    TEMPORARY(
            new Remedy("Java", ".storage(Path.of(\"/var/lib/carelet\"))"),
            new Remedy("JSON", "\"storage\": \"/var/lib/carelet\"")),

    /** Two clocks tell another time. */
    CLOCK(new Remedy("systemd", "timedatectl set-ntp true")),

    /** Requests wait in the inbox, and nobody is told. */
    NOBODY_TOLD(
            new Remedy("Java", ".mail(SmtpServer.of(\"smtp.example.org\"))"),
            new Remedy("JSON", "\"smtp\": {\"host\": \"smtp.example.org\"}"));

    private final List<Remedy> remedies;

    Fault(Remedy... remedies) {
        this.remedies = List.of(remedies);
    }

    /** Returns the lines to paste, by what they are for. */
    List<Remedy> remedies() {
        return remedies;
    }

    /** Returns the name by which messages and pages know it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.carelet.servlet.http;

import java.util.Locale;

/** What a client says about content codings (RFC 9110, 12.5.3). */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** Returns whether gzip may be sent: it is named, or {@code *} is, with a weight above 0. */
    static boolean allowsGzip(String header) {
        boolean any = false;
        for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
            int parameters = each.indexOf(';');
            String coding = (parameters < 0 ? each : each.substring(0, parameters)).strip();
            boolean wanted = parameters < 0 || weighs(each.substring(parameters + 1));
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return wanted;
            }
            any |= coding.equals("*") && wanted;
        }
        return any;
    }

    /** A weight that can't be read counts as none: the client gets the bytes as they are. */
    private static boolean weighs(String parameters) {
        String weight = parameters.strip();
        return weight.matches("q *= *(1(\\.0{0,3})?|0(\\.[0-9]{1,3})?)") && weight.matches(".*[1-9].*");
    }
}

package io.github.carelet;

import java.net.URI;
import java.util.List;

/** The absolute address of a mounted servlet. */
final class MountAddress {

    private MountAddress() {}

    /** Adds what is wrong with it. */
    static void check(String name, URI address, List<String> problems) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web
                || address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            problems.add(name + " '" + address
                    + "' is no address of a servlet: expected like https://clinic.example/carelet");
        }
    }

    /** Returns it without a slash at its end. */
    static URI unslashed(URI address) {
        String text = address.toASCIIString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}

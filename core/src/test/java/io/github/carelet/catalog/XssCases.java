package io.github.carelet.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;

/** Known ways to smuggle script into HTML, and a check that knows nothing of the cleaner. */
final class XssCases {

    static final List<String> ALL = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<img src=x onerror=alert(1)>",
            "<img src=/x alt=x onerror=alert(1)>",
            "<img src=javascript:alert(1) alt=x>",
            "<img src='/x' alt='\"><script>alert(1)</script>'><script>alert(1)</script>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
            "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<style><img src=x onerror=alert(1)></style><img src=x onerror=alert(1)>",
            "<a href=javascript:alert(1)>x</a>",
            "<a href=' javascript:alert(1)'>x</a>",
            "<a href='java\tscript:alert(1)'>x</a>",
            "<a href='java&#10;script:alert(1)'>x</a>",
            "<a href='&#106;avascript:alert(1)'>x</a>",
            "<a href='&#x1;javascript:alert(1)'>x</a>",
            "<a href='JaVaScRiPt:alert(1)'>x</a>",
            "<a href='vbscript:msgbox(1)'>x</a>",
            "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
            "<a href='/x' onclick=alert(1)>x</a>",
            "<a href='/x' style='background:url(javascript:alert(1))'>x</a>",
            "<p style='width:expression(alert(1))'>x</p>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<object data=javascript:alert(1)></object>",
            "<embed src=javascript:alert(1)>",
            "<form action=javascript:alert(1)><input type=submit></form>",
            "<button formaction=javascript:alert(1)>x</button>",
            "<input autofocus onfocus=alert(1)>",
            "<details open ontoggle=alert(1)>x</details>",
            "<body onload=alert(1)>",
            "<base href=https://evil.example/>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<template><script>alert(1)</script></template>",
            "<textarea><script>alert(1)</script></textarea><script>alert(1)</script>",
            "<title><img src=x onerror=alert(1)></title><img src=x onerror=alert(1)>",
            "<xmp><img src=x onerror=alert(1)></xmp><img src=x onerror=alert(1)>",
            "<plaintext><script>alert(1)</script>",
            "<video><source onerror=alert(1)></video>",
            "<table background=javascript:alert(1)><tr><td>x</table>",
            "<p/onclick=alert(1)>x",
            "<p \" onclick=alert(1) \">x</p>",
            "<<script>alert(1)//<</script>",
            "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
            "<isindex type=image src=1 onerror=alert(1)>",
            "<marquee onstart=alert(1)>x</marquee>",
            "<p id=getElementById class=admin>clobber</p><img name=cookie src=x onerror=alert(1)>");

    private static final Set<String> ELEMENTS = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "base",
            "meta",
            "link",
            "template",
            "svg",
            "math",
            "textarea",
            "title",
            "video",
            "plaintext",
            "noscript",
            "details",
            "marquee");
    private static final Set<String> LINKS =
            Set.of("href", "src", "action", "formaction", "data", "background", "xlink:href", "srcdoc");

    private XssCases() {}

    /** Returns whether the HTML, read as a browser would, has anything that runs, loads code or changes the page. */
    static boolean isDangerous(String html) {
        return Jsoup.parse(html).getAllElements().stream()
                        .anyMatch(each -> ELEMENTS.contains(each.normalName())
                                || each.attributes().asList().stream().anyMatch(XssCases::isDangerous))
                || Jsoup.parse(html).head().childrenSize() > 0;
    }

    private static boolean isDangerous(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\p{Cc}\\s]", "").toLowerCase(Locale.ROOT);
        return name.startsWith("on")
                || name.equals("style")
                || name.equals("id")
                || LINKS.contains(name) && value.matches("(javascript|vbscript|data):.*|srcdoc.*");
    }
}

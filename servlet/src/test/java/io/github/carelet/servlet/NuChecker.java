package io.github.carelet.servlet;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, in this process and without network. Used by one thread. */
public final class NuChecker {

    private static final String HTML = "http://s.validator.nu/html5-rdfalite.rnc";

    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    private final Messages messages = new Messages();
    private int checked;

    /** Reads the schemas, which takes a few seconds. */
    public NuChecker() {
        try {
            validator.setUpMainSchema(HTML, messages);
            validator.setUpValidatorAndParsers(messages, false, false);
        } catch (Exception e) {
            throw new IllegalStateException("the checker does not start", e);
        }
    }

    /** Returns what is wrong with a document, warnings included; nothing if it conforms. */
    public List<String> problems(String document) {
        messages.found.clear();
        checked++;
        try {
            validator.checkHtmlInputSource(new InputSource(new StringReader(document)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("the checker gave up", e);
        }
        return List.copyOf(messages.found);
    }

    /** Returns a document with nothing but the given content and, before it, headings of every level above the given one. */
    public static String wrapped(int heading, String... fragments) {
        StringBuilder host = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>Host</title></head><body>");
        for (int level = 1; level < heading; level++) {
            host.append("<h").append(level).append(">Host</h").append(level).append(">");
        }
        return host + String.join("\n", fragments) + "</body></html>";
    }

    /** Returns how many documents were checked. */
    public int checked() {
        return checked;
    }

    private static final class Messages implements ErrorHandler {

        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException e) {
            add("warning", e);
        }

        @Override
        public void error(SAXParseException e) {
            add("error", e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            add("fatal", e);
        }

        private void add(String severity, SAXParseException e) {
            found.add(severity + " at " + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
        }
    }
}

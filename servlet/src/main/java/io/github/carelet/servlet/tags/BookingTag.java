package io.github.carelet.servlet.tags;

import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The booking form in a frame of its own, so that no script of the page can look into it. Each attribute is the parameter of
 * the same name; an empty or unknown one is as good as none, and the form asks for it.
 */
public final class BookingTag extends SimpleTagSupport {

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String servlet = "";

    /** For the container. */
    public BookingTag() {}

    /** Sets the id of the appointment type. */
    public void setType(String id) {
        parameters.put("type", id);
    }

    /** Sets the id of the location. */
    public void setLocation(String id) {
        parameters.put("location", id);
    }

    /** Sets the id of the treatment. */
    public void setTreatment(String id) {
        parameters.put("treatment", id);
    }

    /** Sets the id of the condition. */
    public void setCondition(String id) {
        parameters.put("condition", id);
    }

    /** Sets the id of the partner that bookings come through. */
    public void setPartner(String id) {
        parameters.put("partner", id);
    }

    /** Sets from which page, or which campaign, bookings come: 1 to 40 of a-z, 0-9 and hyphens. */
    public void setSource(String slug) {
        parameters.put("source", slug);
    }

    /** Sets the language, as a BCP 47 tag. */
    public void setLang(String tag) {
        parameters.put("lang", tag);
    }

    /** Sets {@code light}, {@code dark} or {@code auto}. */
    public void setTheme(String code) {
        parameters.put("theme", code);
    }

    /** Sets the name of the frame, for people who hear the page. */
    public void setTitle(String title) {
        parameters.put("title", title);
    }

    /** Sets the name of the servlet whose clinic is meant, where several are mounted. */
    public void setServlet(String name) {
        servlet = name;
    }

    @Override
    public void doTag() throws JspException, IOException {
        getJspContext()
                .getOut()
                .write(FragmentTag.fragments((PageContext) getJspContext(), servlet)
                        .booking(parameters));
    }
}

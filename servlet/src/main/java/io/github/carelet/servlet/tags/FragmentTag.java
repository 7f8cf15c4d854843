package io.github.carelet.servlet.tags;

import io.github.carelet.servlet.Fragments;
import jakarta.servlet.ServletContext;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fragment as a tag. Each attribute is the parameter of the same name; an empty one is as good as none. What the clinic
 * does not have gives a fragment that says so, as over HTTP: a page never breaks over it.
 */
public abstract sealed class FragmentTag extends SimpleTagSupport
        permits ArticleTag, ClinicTag, ConditionTag, LocationTag, PractitionerTag, TreatmentTag {

    private final String kind;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String id = "";
    private String servlet = "";

    FragmentTag(String kind) {
        this.kind = kind;
    }

    /** Sets the id of one item; without it, the tag is the list. */
    public final void setId(String newId) {
        id = newId;
    }

    /** Sets the name of the servlet whose clinic is meant, where several are mounted. */
    public final void setServlet(String name) {
        servlet = name;
    }

    /** Sets the language, as a BCP 47 tag. */
    public final void setLang(String tag) {
        set("lang", tag);
    }

    /** Sets {@code card} or {@code full}. */
    public final void setView(String view) {
        set("view", view);
    }

    /** Sets the level at which headings start, 2 to 6. */
    public final void setHeading(String level) {
        set("heading", level);
    }

    /** Sets the ids of the sections to show, with commas between. */
    public final void setSections(String ids) {
        set("sections", ids);
    }

    /** Sets the id of the location whose offer is meant. */
    public final void setLocation(String newLocation) {
        set("location", newLocation);
    }

    /** Sets what tells ids of this fragment from those of another one like it in the page. */
    public final void setInstance(String name) {
        set("instance", name);
    }

    /** Sets the id of the partner that bookings come through. */
    public final void setPartner(String partner) {
        set("partner", partner);
    }

    private void set(String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    @Override
    public final void doTag() throws JspException, IOException {
        getJspContext().getOut().write(fragments().html(id.isEmpty() ? kind : kind + "/" + id, parameters));
    }

    private Fragments fragments() throws JspException {
        return fragments((PageContext) getJspContext(), servlet);
    }

    static Fragments fragments(PageContext page, String servlet) throws JspException {
        ServletContext context = page.getServletContext();
        try {
            return servlet.isEmpty() ? Fragments.in(context) : Fragments.in(context, servlet);
        } catch (IllegalStateException e) {
            throw new JspException(e.getMessage(), e);
        }
    }
}

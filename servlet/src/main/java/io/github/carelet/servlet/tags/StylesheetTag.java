package io.github.carelet.servlet.tags;

import io.github.carelet.servlet.Fragments.Stylesheet;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;

/** Links the stylesheet of all fragments, perhaps in the look of a partner; for the head of the page. */
public final class StylesheetTag extends SimpleTagSupport {

    private String servlet = "";
    private String partner = "";

    /** For the container. */
    public StylesheetTag() {}

    /** Sets the name of the servlet whose clinic is meant, where several are mounted. */
    public void setServlet(String name) {
        servlet = name;
    }

    /** Sets the id of the partner in whose look the fragments are; what is not the id of one, or empty, is as good as none. */
    public void setPartner(String id) {
        partner = id;
    }

    @Override
    public void doTag() throws JspException, IOException {
        Stylesheet stylesheet =
                FragmentTag.fragments((PageContext) getJspContext(), servlet).stylesheet(partner);
        getJspContext()
                .getOut()
                .write("<link rel=\"stylesheet\" href=\"" + stylesheet.href() + "\" integrity=\""
                        + stylesheet.integrity() + "\" crossorigin>");
    }
}

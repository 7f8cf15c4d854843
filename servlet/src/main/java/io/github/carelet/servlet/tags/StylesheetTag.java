package io.github.carelet.servlet.tags;

import io.github.carelet.servlet.Fragments.Stylesheet;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;

/** Links the stylesheet of all fragments; for the head of the page. */
public final class StylesheetTag extends SimpleTagSupport {

    private String servlet = "";

    /** For the container. */
    public StylesheetTag() {}

    /** Sets the name of the servlet whose clinic is meant, where several are mounted. */
    public void setServlet(String name) {
        servlet = name;
    }

    @Override
    public void doTag() throws JspException, IOException {
        Stylesheet stylesheet =
                FragmentTag.fragments((PageContext) getJspContext(), servlet).stylesheet();
        getJspContext()
                .getOut()
                .write("<link rel=\"stylesheet\" href=\"" + stylesheet.href() + "\" integrity=\""
                        + stylesheet.integrity() + "\" crossorigin>");
    }
}

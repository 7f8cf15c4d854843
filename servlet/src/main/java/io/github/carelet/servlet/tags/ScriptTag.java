package io.github.carelet.servlet.tags;

import io.github.carelet.servlet.Fragments.Script;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;

/** Loads the script of the elements; once in a page. */
public final class ScriptTag extends SimpleTagSupport {

    private String servlet = "";

    /** For the container. */
    public ScriptTag() {}

    /** Sets the name of the servlet whose clinic is meant, where several are mounted. */
    public void setServlet(String name) {
        servlet = name;
    }

    @Override
    public void doTag() throws JspException, IOException {
        Script script =
                FragmentTag.fragments((PageContext) getJspContext(), servlet).script();
        getJspContext()
                .getOut()
                .write("<script src=\"" + script.href() + "\" integrity=\"" + script.integrity()
                        + "\" crossorigin async></script>");
    }
}
